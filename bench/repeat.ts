import { rounded, spread, type Spread } from './spread';

/** By name. */
export type Figures = Record<string, number>;
export type Spreads = Record<string, Spread>;

const rotated = <Value>(values: readonly Value[], by: number): Value[] => {
	const start = by % values.length;
	return [...values.slice(start), ...values.slice(0, start)];
};

/** Runs each variant `repeats` times, in turn, in an order that rotates. */
export async function interleaved<Variant extends string, Result>(
	repeats: number,
	variants: readonly Variant[],
	run: (variant: Variant) => Promise<Result>,
): Promise<Map<Variant, Result[]>> {
	const results = new Map<Variant, Result[]>(variants.map((variant) => [variant, []]));
	for (let round = 0; round < repeats; round++) {
		for (const variant of rotated(variants, round)) {
			results.get(variant)?.push(await run(variant));
		}
	}
	return results;
}

/** The same, as the spread of each figure. */
export async function repeat(
	repeats: number,
	variants: readonly string[],
	run: (variant: string) => Promise<Figures>,
): Promise<Record<string, Spreads>> {
	const all = await interleaved(repeats, variants, run);
	return Object.fromEntries([...all].map(([variant, runs]) => [variant, spreadsOf(runs)]));
}

export const spreadsOf = (runs: readonly Figures[]): Spreads =>
	Object.fromEntries(
		Object.keys(runs[0] ?? {}).map((name) => [name, spread(runs.map((run) => figure(run, name)))]),
	);

export const figure = (figures: Figures, name: string): number => figures[name] ?? Number.NaN;

export const median = (all: Record<string, Spreads>, variant: string, name = 'ms'): number =>
	all[variant]?.[name]?.median ?? Number.NaN;

/** Of two medians. */
export const ratio = (
	all: Record<string, Spreads>,
	[one, other]: readonly [one: string, other: string],
	name = 'ms',
): number => rounded(median(all, one, name) / median(all, other, name));
