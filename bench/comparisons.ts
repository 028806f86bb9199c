import type { ProviderName } from './providers';

/** A list to read. */
export interface ListCase {
	provider: ProviderName;
	users: number;
	latencyMs: number;
	/** Voximplant takes up to 1,000 and Quo 50; Autocalls' platform chooses its own. 0: no pages. */
	pageSize: number;
}

/** Lists that one process reads one after the other, and how often that is repeated. */
export interface Comparison {
	repeats: number;
	cases: ListCase[];
}

type Size = readonly [users: number, latencies: readonly number[]];

const comparison = (
	provider: ProviderName,
	pageSize: number,
	{ repeats, sizes }: { repeats: number; sizes: readonly Size[] },
): Comparison => ({
	repeats,
	cases: sizes.flatMap(([users, latencies]) =>
		latencies.map((latencyMs) => ({ provider, users, latencyMs, pageSize })),
	),
});

const USUAL: readonly Size[] = [
	[1_000, [0, 20]],
	[10_000, [0, 20]],
];

/** Worksection answers all users at once, at most 10,000. */
const ONE_PAGE: readonly Size[] = [
	[1_000, [0]],
	[9_999, [0]],
];

const ALL_LATENCIES = [0, 20, 100];

/** Only with `long`: 50,000 users page after page, which takes each implementation a hundred seconds. */
export function comparisons({ quick = false, long = false }): Comparison[] {
	const repeats = quick ? 2 : 3;
	const short = [
		comparison('voximplant', 100, { repeats, sizes: USUAL }),
		comparison('autocalls', 50, { repeats, sizes: USUAL }),
		comparison('quo', 50, { repeats, sizes: USUAL }),
		comparison('worksection', 0, { repeats, sizes: ONE_PAGE }),
	];
	if (quick) return short;
	const small: Size = [1_000, [100]];
	const slow: Size = [10_000, [100]];
	const large: Size = [50_000, long ? ALL_LATENCIES : [0]];
	const sizes = [small, ...(long ? [slow] : []), large];
	return [
		...short,
		comparison('voximplant', 100, { repeats: 2, sizes: [small, slow] }),
		comparison('voximplant', 1_000, { repeats: 2, sizes: [[50_000, ALL_LATENCIES]] }),
		comparison('autocalls', 50, { repeats: 2, sizes }),
		comparison('quo', 50, { repeats: 2, sizes }),
	];
}
