import type { CaseResult } from './race';
import type { Results } from './results';
import { providers, titles } from './providers';
import { rounded } from './spread';

export interface Target {
	what: string;
	is: number;
	/** At most, or at least where `least`. */
	limit: number;
	least?: true;
	met: boolean;
	/** What n8n's helper alone came to, five pages at once, with nothing checked. */
	helper?: number;
}

const most = (what: string, is: number, limit: number): Target => ({
	...{ what, is, limit },
	met: is <= limit,
});

const least = (what: string, is: number, limit: number): Target => ({
	...{ what, is, limit, least: true },
	met: is >= limit,
});

/** Against HTTP Request and Split Out, and against the axios loop. */
const atTwenty = { voximplant: [0.35, 0.4], autocalls: [0.35, 0.4], quo: [0.95, 1.15] } as const;
const atNone = [0.7, 1.6] as const;

function against(one: CaseResult, [request, axios]: readonly [number, number]): Target[] {
	const { provider, users, latencyMs, pageSize, ratios, contestants } = one;
	const pages = pageSize === 0 ? '' : `, pages of ${pageSize}`;
	const where = `${titles[provider]}, ${users} users, ${latencyMs} ms${pages}`;
	const helper = (name: 'httpRequest' | 'axios') =>
		rounded(contestants.helper.ms.median / contestants[name].ms.median);
	return [
		{
			...most(`${where}: of HTTP Request + Split Out`, ratios.httpRequest ?? NaN, request),
			helper: helper('httpRequest'),
		},
		{ ...most(`${where}: of the axios loop`, ratios.axios ?? NaN, axios), helper: helper('axios') },
	];
}

function ofLists(lists: CaseResult[]): Target[] {
	return providers.flatMap((provider) => {
		const own = lists.filter((one) => one.provider === provider);
		const slow = own.filter(({ users, latencyMs }) => users === 10_000 && latencyMs === 20);
		const none = own.filter(({ latencyMs }) => latencyMs === 0);
		const limits = provider === 'worksection' ? undefined : atTwenty[provider];
		return [
			...slow.flatMap((one) => (limits ? against(one, limits) : [])),
			...none.flatMap((one) => against(one, atNone)),
		];
	});
}

const isRefused = (statuses: Record<number, number>) =>
	Object.keys(statuses).some((status) => status !== '200');

type Told<Name extends keyof Results> = NonNullable<Results[Name]>;

/** For each part of the results: what it was to reach. */
const judges: { [Name in keyof Results]?: (told: Told<Name>) => Target[] } = {
	lists: ofLists,
	lookUps: ({ ratio }) => [most('1,000 look-ups: of a walk per item', ratio, 0.05)],
	registrations: ({ ratio }) => [
		most('1,000 registrations, 8 side by side: of one by one', ratio, 0.2),
	],
	outputs: (told) =>
		told.flatMap(({ provider, latencyMs, added }) =>
			(['unified', 'scim'] as const).map((output) =>
				most(`${titles[provider]}, ${latencyMs} ms: added by ${output}`, added[output], 0.15),
			),
		),
	memory: (told) =>
		told.map(({ provider, ratio }) =>
			most(`${titles[provider]}, 50,000 users: heap, of the items alone`, ratio, 1.3),
		),
	publishedRate: ({ share, statuses }) => [
		least('Quo: share of its rate', share, 0.95),
		most('Quo: refused by its rate', Number(isRefused(statuses)), 0),
	],
	manyAtOnce: (told) =>
		told.flatMap(({ provider, workflows, above, statuses }) => {
			const who = `${workflows} of 20 workflows, on one ${titles[provider]}`;
			return [
				most(`${who}: above what the rate allows`, above, 0.1),
				most(`${who}: refused`, Number(isRefused(statuses)), 0),
			];
		}),
	loading: ({ ms, distKb }) => [
		most('loading all nodes, ms', ms.median, 40),
		most('dist, KB', distKb, 200),
	],
};

function judged<Name extends keyof Results>(results: Results, name: Name): Target[] {
	const told = results[name];
	return told === undefined ? [] : (judges[name]?.(told) ?? []);
}

/** What issue and contract promise, and whether it was kept in this run. */
export const targetsOf = (results: Results): Target[] =>
	(Object.keys(judges) as Array<keyof Results>).flatMap((name) => judged(results, name));

export function say(targets: Target[]): void {
	console.log('\nWhat it must reach');
	for (const { what, is, limit, least: atLeast, met, helper } of targets) {
		const alone = met || helper === undefined ? '' : `; n8n's helper alone: ${helper}`;
		console.log(
			`  ${met ? 'yes' : 'NO '}  ${what}: ${is} (${atLeast ? '≥' : '≤'} ${limit}${alone})`,
		);
	}
}
