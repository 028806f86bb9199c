import type { IDataObject } from 'n8n-workflow';
import { asText, type FieldCase, type FieldCases } from './fixture';
import { atLeast, choice, clamped, flag, type Expect, list, refused, whole } from './expectations';

/** Options that change nothing of what comes. */
export function limits(...more: Array<'concurrency' | 'maxPages' | 'pagesAtOnce'>): FieldCases {
	const timely = { 'a fraction': 4321.5 };
	const fields: FieldCases = {
		timeout: {
			good: () => 9000,
			expects: atLeast(1, { 'a huge number': refused(/must be at most/) }),
			values: timely,
		},
		retries: { good: () => 2, expects: clamped() },
		maxWait: { good: () => 30, expects: atLeast(0) },
		requestsPerSecond: { good: () => 0, expects: atLeast(0), values: timely },
		concurrency: { good: () => 1, expects: clamped() },
		maxPages: { good: () => 9, expects: whole(1) },
		pagesAtOnce: { good: () => 2, expects: clamped() },
	};
	const wanted = ['timeout', 'retries', 'maxWait', 'requestsPerSecond', ...more];
	return Object.fromEntries(
		Object.entries(fields)
			.filter(([name]) => wanted.includes(name))
			.map(([name, fieldCase]) => [`options.${name}`, fieldCase]),
	);
}

/** `all` is what the operation gives without a limit. */
export function lists(all: () => IDataObject[]): FieldCases {
	return {
		returnAll: {
			good: () => false,
			expects: flag(),
			gives: (value) => (value === true ? all() : all().slice(0, 3)),
		},
		limit: {
			good: () => 3,
			expects: whole(1),
			gives: (value) => all().slice(0, Number(value)),
		},
	};
}

const OUTPUTS = ['simplified', 'raw', 'selected', 'unified', 'scim'];

/** Where there is no record to choose fields from. */
export const answers = (): FieldCases => ({
	output: { good: () => 'simplified', expects: choice('simplified', 'raw') },
});

type Gives = (serial: number) => IDataObject[];

/** The outputs of records that are no users. */
export const records = (field: string, gives: Gives): FieldCases =>
	outputs(field, gives, ['simplified', 'raw', 'selected']);

/** `field` is a raw one that `gives` tells of. */
export function outputs(field: string, gives: Gives, choices = OUTPUTS): FieldCases {
	return {
		output: { good: () => 'simplified', expects: choice(...choices) },
		fields: {
			good: () => [field],
			expects: list(),
			beside: { output: 'selected' },
			gives: (value, serial) => {
				const names = typeof value === 'string' ? value.split(',') : (value as string[]);
				return gives(serial).map((user) =>
					Object.fromEntries(names.map((name) => [name, user[name] ?? null])),
				);
			},
		},
	};
}

/** Of a node's own filters: who passes, up to the limit of three. */
export function passing<User extends object>(
	people: () => readonly User[],
	id: keyof User & string,
) {
	const gives = (test: (user: User) => boolean): IDataObject[] =>
		people()
			.filter(test)
			.slice(0, 3)
			.map((user) => ({ [id]: user[id] }) as IDataObject);
	return (
		good: unknown,
		expects: Expect,
		test: (user: User, value: unknown) => boolean,
	): FieldCase => ({
		good: () => good,
		expects,
		gives: (value) => gives((user) => test(user, value)),
	});
}

export const includes = (texts: readonly unknown[], value: unknown): boolean =>
	texts.some((one) => String(one).toLowerCase().includes(asText(value).toLowerCase()));

export const equals = (one: unknown, value: unknown): boolean =>
	String(one).toLowerCase() === asText(value).toLowerCase();

/** One of a list, which may be a text with commas. */
export const among = (one: unknown, value: unknown): boolean =>
	(Array.isArray(value) ? value : asText(value).split(',')).some((entry) => equals(one, entry));

export const YEAR = '2026-01-01T00:00:00.000Z';

export const since = (time: string, value: unknown): boolean =>
	Date.parse(time) >= Date.parse(String(value));
