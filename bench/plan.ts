import type { ProviderName } from './providers';

/** A list to read. */
export interface Case {
	provider: ProviderName;
	users: number;
	latencyMs: number;
	/** Voximplant takes what it is asked for, up to 1,000; Quo gives 50; for Autocalls it is the platform's choice. */
	pageSize: number;
}

/** Cases that one process of a contestant reads one after the other, and how often that is repeated. */
export interface Group {
	repeats: number;
	cases: Case[];
}

type Size = readonly [users: number, latencies: readonly number[]];

const group = (
	provider: ProviderName,
	pageSize: number,
	{ repeats, sizes }: { repeats: number; sizes: readonly Size[] },
): Group => ({
	repeats,
	cases: sizes.flatMap(([users, latencies]) =>
		latencies.map((latencyMs) => ({ provider, users, latencyMs, pageSize })),
	),
});

const usual: readonly Size[] = [
	[1_000, [0, 20]],
	[10_000, [0, 20]],
];
const everything = [0, 20, 100];

/** Worksection gives everybody at once, at most 10,000. */
const atOnce: readonly Size[] = [
	[1_000, [0]],
	[9_999, [0]],
];

/** What is left out by default takes a hundred seconds for each contestant: 50,000 users, page after page. */
export function groups({ quick = false, long = false }): Group[] {
	const repeats = quick ? 2 : 3;
	const short = [
		group('voximplant', 100, { repeats, sizes: usual }),
		group('autocalls', 50, { repeats, sizes: usual }),
		group('quo', 50, { repeats, sizes: usual }),
		group('worksection', 0, { repeats, sizes: atOnce }),
	];
	if (quick) return short;
	const slow: Size = [10_000, [100]];
	const more: Size = [1_000, [100]];
	const most: Size = [50_000, long ? everything : [0]];
	return [
		...short,
		group('voximplant', 100, { repeats: 2, sizes: [more, slow] }),
		group('voximplant', 1_000, { repeats: 2, sizes: [[50_000, everything]] }),
		group('autocalls', 50, { repeats: 2, sizes: [more, ...(long ? [slow] : []), most] }),
		group('quo', 50, { repeats: 2, sizes: [more, ...(long ? [slow] : []), most] }),
	];
}
