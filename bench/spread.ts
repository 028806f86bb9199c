/** Of several repeats. */
export interface Spread {
	min: number;
	median: number;
	max: number;
}

export function spread(values: readonly number[]): Spread {
	const sorted = [...values].sort((left, right) => left - right);
	const at = (index: number) => sorted[index] ?? Number.NaN;
	const middle = (sorted.length - 1) / 2;
	const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
	return { min: rounded(at(0)), median: rounded(median), max: rounded(at(sorted.length - 1)) };
}

/** To three digits. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
