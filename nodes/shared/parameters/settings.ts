import type { Limits } from '../http/client';
import { numberIn, textIn } from './values';
import type { Range } from './values';

/** The Options that every operation reads alike. */
export interface Settings extends Limits {
	pageSize: number | undefined;
	start: number | string | undefined;
	pagesAtOnce: number;
	maxPages: number | undefined;
	concurrency: number;
}

export type Hint = (text: string) => void;

type Options = Record<string, unknown>;

interface Clamp {
	field: string;
	least: number;
	most: number;
}

/** A number brought into its range, with a hint where that changed it. */
function clamped(value: unknown, { field, least, most }: Clamp, hint: Hint): number {
	const asked = numberIn(value, field);
	const kept = Math.min(most, Math.max(least, Math.floor(asked)));
	if (kept !== asked) hint(`'${field}' was set to ${kept}: it can be ${least} to ${most}.`);
	return kept;
}

const LONGEST_TIMEOUT_MS = 3_600_000;
const TIMEOUT = { least: 1, most: LONGEST_TIMEOUT_MS };

/** An option that is there but has no value, as an expression may, is refused, not left out. */
export function readSettings(options: Options, hint: Hint): Settings {
	const option = <T, U>(name: string, read: (value: unknown) => T, usual: U): T | U =>
		Object.hasOwn(options, name) ? read(options[name]) : usual;
	const number = <U>(name: string, [field, range]: [string, Range], usual: U) =>
		option(name, (value) => numberIn(value, field, range), usual);
	const between = (name: string, clamp: Clamp, usual: number) =>
		option(name, (value) => clamped(value, clamp, hint), usual);
	const offset = number(
		'offset',
		['Offset', { least: 0, most: Number.MAX_SAFE_INTEGER, whole: true }],
		undefined,
	);
	return {
		timeoutMs: Math.ceil(number('timeout', ['Timeout', TIMEOUT], 30_000)),
		retries: between('retries', { field: 'Retries', least: 0, most: 10 }, 4),
		maxWaitMs: number('maxWait', ['Max Wait', { least: 0 }], 60) * 1000,
		requestsPerSecond: number(
			'requestsPerSecond',
			['Requests per Second', { least: 0 }],
			undefined,
		),
		pageSize: number('pageSize', ['Page Size', {}], undefined),
		// A token left empty is the start of the list.
		start:
			options.pageToken === ''
				? offset
				: option('pageToken', (value) => textIn(value, 'Page Token'), offset),
		pagesAtOnce: between('pagesAtOnce', { field: 'Pages at Once', least: 1, most: 10 }, 5),
		maxPages: number('maxPages', ['Max Pages', { least: 1, whole: true }], undefined),
		concurrency: between('concurrency', { field: 'Concurrency', least: 1, most: 10 }, 1),
	};
}
