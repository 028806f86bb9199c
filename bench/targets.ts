import type { ListResult } from './compareLists';
import { titleOf } from '../test/harness/providers';
import { type ProviderName, providerNames } from './providers';
import { amount } from './amounts';
import type { Results } from './results';
import { ratio } from './repeat';

export interface Target {
	/** The measurement that it belongs to. */
	part: keyof Results;
	what: string;
	value: number;
	/** At most; with `atLeast`, at least. */
	limit: number;
	atLeast?: true;
	met: boolean;
	/** The same figure for n8n's helper alone, with nothing checked. */
	helper?: number;
}

type Goal = Omit<Target, 'part'>;

const atMost = (what: string, value: number, limit: number): Goal => ({
	...{ what, value, limit },
	met: value <= limit,
});

const atLeast = (what: string, value: number, limit: number): Goal => ({
	...{ what, value, limit, atLeast: true },
	met: value >= limit,
});

const TITLES = {
	httpRequest: 'HTTP Request + Split Out',
	axios: 'the axios loop',
	helper: "n8n's helper alone",
};
type Other = keyof typeof TITLES;
type Limits = ReadonlyArray<readonly [Other, limit: number]>;

/** Of the time, where each answer takes 20 ms. */
const AT_20_MS: Partial<Record<ProviderName, Limits>> = {
	voximplant: [
		['httpRequest', 0.3],
		['axios', 0.35],
	],
	autocalls: [
		['httpRequest', 0.3],
		['axios', 0.35],
	],
	quo: [
		['httpRequest', 0.96],
		['axios', 1.1],
	],
};

/** Of the CPU time, where every answer comes at once: wall time says more about the machine. */
const AT_0_MS: Limits = [
	['helper', 1.2],
	['httpRequest', 0.75],
];

function listTargets(one: ListResult, limits: Limits): Goal[] {
	const { provider, users, latencyMs, ratios, results } = one;
	const figure = latencyMs === 0 ? 'cpuMs' : 'ms';
	const where = `${titleOf(provider)}, ${amount(users)} users, ${latencyMs} ms`;
	return limits.map(([other, limit]) => ({
		...atMost(
			`${where}: ${figure === 'ms' ? 'time' : 'CPU time'}, of ${TITLES[other]}`,
			ratios[figure][other],
			limit,
		),
		...(other !== 'helper' && { helper: ratio(results, ['helper', other], figure) }),
	}));
}

function allListTargets(lists: ListResult[]): Goal[] {
	const near = lists.filter(
		({ users, roundTripMs }) => roundTripMs === undefined && (users === 10_000 || users === 9_999),
	);
	return providerNames.flatMap((provider) => {
		const own = near.filter((one) => one.provider === provider);
		const at = (ms: number) => own.filter(({ latencyMs }) => latencyMs === ms);
		return [
			...at(20).flatMap((one) => listTargets(one, AT_20_MS[provider] ?? [])),
			...at(0).flatMap((one) => listTargets(one, AT_0_MS)),
		];
	});
}

const isRefused = (statuses: Record<number, number>) =>
	Object.keys(statuses).some((status) => status !== '200');

const OUTPUTS = { unified: 'Unified User', scim: 'SCIM User' };

type Part<Name extends keyof Results> = NonNullable<Results[Name]>;

const targets: { [Name in keyof Results]?: (results: Part<Name>) => Goal[] } = {
	lists: allListTargets,
	lookUps: (results) => [atMost('1,000 look-ups: of a list per item', results.ratio, 0.05)],
	registrations: (results) => [
		atMost('1,000 registrations, 8 at once: of one by one', results.ratio, 0.2),
	],
	outputs: (results) =>
		results.flatMap(({ provider, latencyMs, of, added }) =>
			(['unified', 'scim'] as const).map((output) => {
				const time = of === 'ms' ? 'time' : 'CPU time';
				const where = `${titleOf(provider)}, ${latencyMs} ms: ${time} added by ${OUTPUTS[output]}`;
				return atMost(where, added[output], 0.15);
			}),
		),
	memory: (results) =>
		results.map(({ provider, users, ratio: heap }) =>
			atMost(`${titleOf(provider)}, ${amount(users)} users: heap, of the items alone`, heap, 1.3),
		),
	publishedRate: ({ share, statuses }) => [
		atLeast('Quo: share of its rate', share, 0.95),
		atMost('Quo: refused by its rate', Number(isRefused(statuses)), 0),
	],
	manyAtOnce: (results) =>
		results.flatMap(({ provider, workflows, above, statuses }) => {
			const where = `${workflows} of 20 workflows, on one ${titleOf(provider)}`;
			return [
				atMost(`${where}: above what the rate allows`, above, 0.1),
				atMost(`${where}: refused`, Number(isRefused(statuses)), 0),
			];
		}),
	people: ({ reading, merging, comparing, memory }) => {
		const compared = `comparing ${amount(comparing.count)} with ${amount(comparing.count)}`;
		return [
			atMost('four directories, 10,000 users each: of the slowest list', reading.ratio, 1.1),
			atMost('merging 4 × 10,000 users: of Merge + Summarize', merging.ratio, 0.3),
			atMost(`${compared}: of Compare Datasets`, comparing.ratio, 0.5),
			atMost(`${compared}: heap, of the items alone`, memory.ratio, 1.5),
		];
	},
	polls: ({ large, small, snapshotMb }) => {
		const users = `${amount(large.users)} users`;
		return [
			atMost(`comparing and remembering ${users}: of Get Many`, large.ratio, 0.1),
			atMost(`${users} remembered, MB`, snapshotMb.values, 6),
			atMost(`${users} as fingerprints, MB`, snapshotMb.fingerprints, 2),
			atMost('a poll of 10,000 users: of Get Many + Compare Datasets', small.ratio, 0.5),
		];
	},
	loading: ({ ms, distKb }) => [
		atMost('loading all nodes, ms', ms.median, 40),
		atMost('dist, KB', distKb, 600),
	],
};

function targetsOfPart<Name extends keyof Results>(all: Results, part: Name): Target[] {
	const results = all[part];
	const goals = results === undefined ? [] : (targets[part]?.(results) ?? []);
	return goals.map((goal) => ({ part, ...goal }));
}

/** What the project promises, and whether this run kept it. */
export const targetsOf = (results: Results): Target[] =>
	(Object.keys(targets) as Array<keyof Results>).flatMap((name) => targetsOfPart(results, name));
