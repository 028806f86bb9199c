import { fine } from './expectations';
import type { Field } from './fields';
import type { FieldCase } from './fixture';
import type { Input } from './problems';

/** How a value may stand in a sheet or come from a model, and what it means. */
type Values = (good: unknown) => Array<[value: unknown, meant: unknown]>;

const FLAGS: Array<[value: unknown, meant: boolean]> = [
	['TRUE', true],
	['True', true],
	['true', true],
	[' true ', true],
	['1', true],
	[1, true],
	['FALSE', false],
	['False', false],
	['false', false],
	['0', false],
	[0, false],
];

const VALUES: Record<string, Values> = {
	boolean: () => FLAGS,
	options: (good) =>
		[String(good).toUpperCase(), String(good).toLowerCase(), ` ${String(good)}\u00a0`].map(
			(value) => [value, good],
		),
	multiOptions: (good) => [
		[JSON.stringify(good), good],
		[` ${JSON.stringify(good)}\n`, good],
	],
};

export const comesFromSheets = ({ type }: Field): boolean => type in VALUES;

export const sheetInputs =
	({ type }: Field) =>
	({ good }: FieldCase): Input[] =>
		(VALUES[type]?.(good(0)) ?? []).map(([value, meant], serial) => ({
			serial,
			kind: JSON.stringify(value),
			value,
			meant,
			expectation: fine,
		}));
