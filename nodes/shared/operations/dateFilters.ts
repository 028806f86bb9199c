import { InputError } from '../errors';
import { textIn } from '../parameters/values';
import { text } from '../text/json';
import { instant } from '../text/time';
import type { Filter, TestedField } from './filters';

interface DateFilter {
	/** Begins the titles of both filters: "Created" After, "Created" Before. */
	title: string;
	/** Begins the names of both filters. */
	name: string;
	/** The field that is compared. */
	of: string;
	/** What happened to a user then: "created". */
	done: string;
	/** Where the provider's own times have no zone: in the workflow's, or UTC (the default). */
	zone?: 'workflow';
}

/** The filters "… After" (at or after) and "… Before". */
export function dateFilters({ title, name, of, done, zone }: DateFilter): [Filter, Filter] {
	const example =
		zone === 'workflow'
			? "such as 2026-01-31 or 2026-01-31T09:00:00, in the workflow's time zone"
			: 'such as 2026-01-31 or 2026-01-31T09:00:00Z';
	return [
		{
			field: {
				displayName: `${title} After`,
				name: `${name}After`,
				type: 'dateTime',
				default: '',
				description: `Only users ${done} at or after this time, ${example}`,
			},
			test: compareDates(of, zone, (at, limit) => at >= limit),
		},
		{
			field: {
				displayName: `${title} Before`,
				name: `${name}Before`,
				type: 'dateTime',
				default: '',
				description: `Only users ${done} before this time, ${example}`,
			},
			test: compareDates(of, zone, (at, limit) => at < limit),
		},
	];
}

function compareDates(
	of: string,
	zone: DateFilter['zone'],
	passes: (at: number, limit: number) => boolean,
): TestedField['test'] {
	return (value, title, { timezone }) => {
		const limit = instantIn(value, title, timezone);
		const theirs = zone === 'workflow' ? timezone : 'UTC';
		// Comparing with NaN is false: whoever has no date doesn't pass.
		return (record) => passes(instant(text(record[of]) ?? '', theirs), limit);
	};
}

/** The instant of a filter: a date without a zone is taken in the workflow's. */
function instantIn(value: unknown, title: string, timezone: string): number {
	const words = value instanceof Date ? String(value) : textIn(value, title);
	const at = value instanceof Date ? value.getTime() : instant(words, timezone);
	if (!Number.isNaN(at)) return at;
	throw new InputError(
		`'${title}' is not a date: '${words.slice(0, 40)}'.`,
		'Use a form such as 2026-01-31 or 2026-01-31T09:00:00.',
	);
}
