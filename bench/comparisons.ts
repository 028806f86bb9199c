import type { ProviderName } from './providers';

/** A list to read. */
export interface ListCase {
	provider: ProviderName;
	users: number;
	/** Of the server, for each answer. */
	latencyMs: number;
	/** Over HTTPS, for each exchange of packets. Without it: HTTP on this machine. */
	roundTripMs?: number;
	/** Voximplant takes up to 1,000 and Quo 50; Autocalls' platform chooses its own. 0: no pages. */
	pageSize: number;
}

/** Lists that one process reads one after the other, and how often that is repeated. */
export interface Comparison {
	repeats: number;
	cases: ListCase[];
}

type Size = Pick<ListCase, 'users' | 'latencyMs' | 'roundTripMs'>;

const PAGE_SIZES: Record<ProviderName, number> = {
	voximplant: 100,
	autocalls: 50,
	quo: 50,
	worksection: 0,
};

const comparison = (
	provider: ProviderName,
	{
		repeats,
		sizes,
		pageSize = PAGE_SIZES[provider],
	}: { repeats: number; sizes: readonly Size[]; pageSize?: number },
): Comparison => ({ repeats, cases: sizes.map((size) => ({ provider, ...size, pageSize })) });

const sizesOf = (users: number, latencies: readonly number[]): Size[] =>
	latencies.map((latencyMs) => ({ users, latencyMs }));

const USUAL = [...sizesOf(1_000, [0, 20]), ...sizesOf(10_000, [0, 20])];

/** Worksection answers all users at once. A full answer of 10,000 may not be all. */
const ONE_PAGE = [...sizesOf(1_000, [0]), ...sizesOf(9_999, [0])];

const https = (users: number): Size[] => [{ users, latencyMs: 0, roundTripMs: 30 }];

const ALL_LATENCIES = [0, 20, 100];

const WHOLE = { repeats: 3, far: 10_000, farRepeats: 2, farOnePage: 9_999 };
const QUICK = { repeats: 1, far: 1_000, farRepeats: 1, farOnePage: 1_000 };

/** Only with `long`: 50,000 users page after page, which takes each implementation a hundred seconds. */
export function comparisons({ quick = false, long = false }): Comparison[] {
	const { repeats, far, farRepeats, farOnePage } = quick ? QUICK : WHOLE;
	const distant = { repeats: farRepeats, sizes: https(far) };
	const short = [
		comparison('voximplant', { repeats, sizes: USUAL }),
		comparison('autocalls', { repeats, sizes: USUAL }),
		comparison('quo', { repeats, sizes: USUAL }),
		comparison('worksection', { repeats, sizes: ONE_PAGE }),
		comparison('voximplant', distant),
		comparison('autocalls', distant),
		comparison('quo', distant),
		comparison('worksection', { ...distant, sizes: https(farOnePage) }),
	];
	if (quick) return short;
	const large = { repeats: 2, sizes: sizesOf(50_000, long ? ALL_LATENCIES : [0]) };
	return [
		...short,
		comparison('voximplant', { ...large, pageSize: 1_000 }),
		comparison('autocalls', large),
		comparison('quo', large),
	];
}
