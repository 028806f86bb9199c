const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than using it a hundred times. */
function formatOf(zone: string): Intl.DateTimeFormat {
	const known = formats.get(zone);
	if (known) return known;
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone,
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	formats.set(zone, format);
	return format;
}

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: number, zone: string): number {
	const format = formatOf(zone);
	const parts = Object.fromEntries(
		format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	// Date.UTC takes the years before 100 for those of the last century.
	const wall = new Date(Date.UTC(2000, 0, 1, hour, minute, second));
	return wall.setUTCFullYear(year, month - 1, day) - Math.floor(instant / 1000) * 1000;
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?$/;
const ZONED = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i;

/** Date.parse makes March of the 30th of February. */
function isDay(date: string): boolean {
	const midnight = Date.parse(`${date}T00:00Z`);
	return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
}

/** The date, a `T`, and the rest without blanks. */
function parseZoned(text: string): number {
	return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/\s+/g, '')}`);
}

/**
 * The instant in epoch milliseconds that a date and time names; one without a zone is taken in `zone`
 * (an IANA name, or "UTC"). NaN where it is no such date.
 */
export function instant(text: string, zone: string): number {
	const trimmed = text.trim();
	if (!isDay(trimmed.slice(0, 10))) return Number.NaN;
	if (ZONED.test(trimmed)) return parseZoned(trimmed);
	const local = LOCAL.exec(trimmed);
	if (!local) return Number.NaN;
	const wall = Date.parse(`${local[1]}T${local[2] ?? '00:00'}Z`);
	if (Number.isNaN(wall) || zone === 'UTC') return wall;
	return wall - offsetAt(wall, zone);
}

/** Two rounds settle the hours around a change of summer time; what it skips is taken as later. */
function offsetAt(wall: number, zone: string): number {
	const offset = aheadOfUtc(wall - aheadOfUtc(wall, zone), zone);
	return Math.min(offset, aheadOfUtc(wall - offset, zone));
}

/** Every day but the 29th of February, which not every year has. */
const PLAIN =
	/^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)[T ](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?Z?$/;

/** `YYYY-MM-DDTHH:mm:ss.sssZ` has so many letters. */
const ISO_LENGTH = 24;

/**
 * The usual UTC forms, rewritten without a calendar: in a profile of unified users, dates that were
 * parsed and written again took more time than all other fields together.
 */
function plainUtc(text: string): string | undefined {
	if (!PLAIN.test(text)) return undefined;
	if (text.length === ISO_LENGTH && text[10] === 'T' && text.endsWith('Z')) return text;
	// Of a fraction, as many of its first three digits as there are.
	const millis = text.slice(20, 23).replace('Z', '').padEnd(3, '0');
	return `${text.slice(0, 10)}T${text.slice(11, 19)}.${millis}Z`;
}

/** `YYYY-MM-DDTHH:mm:ss.sssZ`, or null where there is no such instant. */
export function isoUtc(text: string | null): string | null {
	if (text === null) return null;
	const plain = plainUtc(text);
	if (plain !== undefined) return plain;
	const at = instant(text, 'UTC');
	return Number.isNaN(at) ? null : new Date(at).toISOString();
}
