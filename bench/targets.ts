import type { ListResult } from './compareLists';
import { titleOf } from '../test/harness/providers';
import { type ProviderName, providerNames } from './providers';
import type { Results } from './results';
import { rounded } from './spread';

export interface Target {
	what: string;
	value: number;
	/** At most; with `atLeast`, at least. */
	limit: number;
	atLeast?: true;
	met: boolean;
	/** The same figure for n8n's helper alone, five pages at once, with nothing checked. */
	helper?: number;
}

const atMost = (what: string, value: number, limit: number): Target => ({
	...{ what, value, limit },
	met: value <= limit,
});

const atLeast = (what: string, value: number, limit: number): Target => ({
	...{ what, value, limit, atLeast: true },
	met: value >= limit,
});

type Limits = readonly [httpRequest: number, axios: number];

/** At 20 ms, and where every answer comes at once. */
const AT_20_MS: Partial<Record<ProviderName, Limits>> = {
	voximplant: [0.35, 0.4],
	autocalls: [0.35, 0.4],
	quo: [0.95, 1.15],
};
const AT_0_MS: Limits = [0.7, 1.6];

function listTargets(one: ListResult, [httpRequest, axios]: Limits): Target[] {
	const { provider, users, latencyMs, pageSize, ratios, results } = one;
	const pages = pageSize === 0 ? '' : `, pages of ${pageSize}`;
	const where = `${titleOf(provider)}, ${users} users, ${latencyMs} ms${pages}`;
	const helper = (name: 'httpRequest' | 'axios') =>
		rounded(results.helper.ms.median / results[name].ms.median);
	return [
		{
			...atMost(`${where}: of HTTP Request + Split Out`, ratios.httpRequest ?? NaN, httpRequest),
			helper: helper('httpRequest'),
		},
		{
			...atMost(`${where}: of the axios loop`, ratios.axios ?? NaN, axios),
			helper: helper('axios'),
		},
	];
}

function allListTargets(lists: ListResult[]): Target[] {
	return providerNames.flatMap((provider) => {
		const own = lists.filter((one) => one.provider === provider);
		const slow = own.filter(({ users, latencyMs }) => users === 10_000 && latencyMs === 20);
		const fast = own.filter(({ latencyMs }) => latencyMs === 0);
		const limits = AT_20_MS[provider];
		return [
			...slow.flatMap((one) => (limits ? listTargets(one, limits) : [])),
			...fast.flatMap((one) => listTargets(one, AT_0_MS)),
		];
	});
}

const isRefused = (statuses: Record<number, number>) =>
	Object.keys(statuses).some((status) => status !== '200');

type Part<Name extends keyof Results> = NonNullable<Results[Name]>;

const targets: { [Name in keyof Results]?: (results: Part<Name>) => Target[] } = {
	lists: allListTargets,
	lookUps: ({ ratio }) => [atMost('1,000 look-ups: of a list per item', ratio, 0.05)],
	registrations: ({ ratio }) => [
		atMost('1,000 registrations, 8 at once: of one by one', ratio, 0.2),
	],
	outputs: (results) =>
		results.flatMap(({ provider, latencyMs, added }) =>
			(['unified', 'scim'] as const).map((output) =>
				atMost(`${titleOf(provider)}, ${latencyMs} ms: added by ${output}`, added[output], 0.15),
			),
		),
	memory: (results) =>
		results.map(({ provider, ratio }) =>
			atMost(`${titleOf(provider)}, 50,000 users: heap, of the items alone`, ratio, 1.3),
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
	people: ({ reading, merging, comparing, memory }) => [
		atMost('four directories, 10,000 users each: of the slowest list', reading.ratio, 1.1),
		atMost('merging 4 × 10,000 users: of Merge + Summarize', merging.ratio, 0.3),
		atMost('comparing 50,000 with 50,000: of Compare Datasets', comparing.ratio, 0.5),
		atMost('comparing 50,000 with 50,000: heap, of the items alone', memory.ratio, 1.5),
	],
	polls: ({ large, small, snapshotMb }) => [
		atMost('comparing and remembering 50,000 users: of Get Many', large.ratio, 0.1),
		atMost('50,000 users remembered, MB', snapshotMb.values, 6),
		atMost('50,000 users as fingerprints, MB', snapshotMb.fingerprints, 2),
		atMost('a poll of 10,000 users: of Get Many + Compare Datasets', small.ratio, 0.5),
	],
	loading: ({ ms, distKb }) => [
		atMost('loading all nodes, ms', ms.median, 40),
		atMost('dist, KB', distKb, 600),
	],
};

function targetsOfPart<Name extends keyof Results>(all: Results, name: Name): Target[] {
	const results = all[name];
	return results === undefined ? [] : (targets[name]?.(results) ?? []);
}

/** What the project promises, and whether this run kept it. */
export const targetsOf = (results: Results): Target[] =>
	(Object.keys(targets) as Array<keyof Results>).flatMap((name) => targetsOfPart(results, name));

export function printTargets(all: Target[]): void {
	console.log('\nTargets');
	for (const { what, value, limit, atLeast: isMinimum, met, helper } of all) {
		const alone = met || helper === undefined ? '' : `; n8n's helper alone: ${helper}`;
		const bound = `${isMinimum ? '≥' : '≤'} ${limit}`;
		console.log(`  ${met ? 'yes' : 'NO '}  ${what}: ${value} (${bound}${alone})`);
	}
}
