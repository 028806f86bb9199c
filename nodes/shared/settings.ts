import type { Limits } from './client';
import { numberIn, textIn } from './parameters';

/** The Options that every operation reads alike. */
export interface Settings extends Limits {
	pageSize: number | undefined;
	start: number | string | undefined;
	pagesAtOnce: number;
	maxPages: number | undefined;
	concurrency: number;
}

export type Say = (hint: string) => void;

interface Clamp {
	field: string;
	least: number;
	most: number;
	usual: number;
}

/** A number brought into its range, with a hint where that changed it. */
function clamped(value: unknown, { field, least, most, usual }: Clamp, say: Say): number {
	if (value === undefined) return usual;
	const asked = numberIn(value, field);
	const kept = Math.min(most, Math.max(least, Math.floor(asked)));
	if (kept !== asked) say(`'${field}' was set to ${kept}: it can be ${least} to ${most}.`);
	return kept;
}

function optional(
	value: unknown,
	field: string,
	range: Parameters<typeof numberIn>[2],
): number | undefined {
	return value === undefined ? undefined : numberIn(value, field, range);
}

const LONGEST_TIMEOUT_MS = 3_600_000;

export function readSettings(options: Record<string, unknown>, say: Say): Settings {
	const { timeout = 30_000, maxWait = 60, retries, pagesAtOnce, pageToken } = options;
	return {
		timeoutMs: Math.ceil(numberIn(timeout, 'Timeout', { least: 1, most: LONGEST_TIMEOUT_MS })),
		retries: clamped(retries, { field: 'Retries', least: 0, most: 10, usual: 4 }, say),
		maxWaitMs: numberIn(maxWait, 'Max Wait', { least: 0 }) * 1000,
		requestsPerSecond: optional(options.requestsPerSecond, 'Requests per Second', { least: 0 }),
		pageSize: optional(options.pageSize, 'Page Size', {}),
		start:
			pageToken === undefined || pageToken === ''
				? optional(options.offset, 'Offset', { least: 0, whole: true })
				: textIn(pageToken, 'Page Token'),
		pagesAtOnce: clamped(
			pagesAtOnce,
			{ field: 'Pages at Once', least: 1, most: 10, usual: 5 },
			say,
		),
		maxPages: optional(options.maxPages, 'Max Pages', { least: 1, whole: true }),
		concurrency: clamped(
			options.concurrency,
			{ field: 'Concurrency', least: 1, most: 10, usual: 1 },
			say,
		),
	};
}
