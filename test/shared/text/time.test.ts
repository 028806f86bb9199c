import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { instant, isoUtc } from '../../../nodes/shared/text/time';

const zones = [
	'UTC',
	'Europe/Berlin',
	'Europe/Bucharest',
	'America/New_York',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Pacific/Auckland',
	'Pacific/Chatham',
	'Pacific/Kiritimati',
	'Pacific/Apia',
	'Africa/Casablanca',
];

const iso = (at: number) => (Number.isNaN(at) ? 'no date' : new Date(at).toISOString());

describe('a time with a zone', () => {
	it.each([
		['2026-01-31T09:00:00Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31T09:00:00.123Z', '2026-01-31T09:00:00.123Z'],
		['2026-01-31T09:00:00.123456Z', '2026-01-31T09:00:00.123Z'],
		['2026-01-31T09:00:00.123456789Z', '2026-01-31T09:00:00.123Z'],
		['2026-01-31T09:00Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31T09:00:00z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31 09:00:00Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31 09:00:00 Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31T09:00:00 Z', '2026-01-31T09:00:00.000Z'],
		['2026-01-31T09:00:00+02:00', '2026-01-31T07:00:00.000Z'],
		['2026-01-31T09:00:00 +02:00', '2026-01-31T07:00:00.000Z'],
		['2026-01-31 09:00:00 -0530', '2026-01-31T14:30:00.000Z'],
		['2026-01-31T09:00:00.500+0545', '2026-01-31T03:15:00.500Z'],
		['  2026-01-31T23:30:00-03:00 ', '2026-02-01T02:30:00.000Z'],
	])('%s is %s in every zone', (words, utc) => {
		for (const zone of zones) expect(iso(instant(words, zone))).toBe(utc);
	});
});

describe('a time without a zone', () => {
	it.each([
		['2026-01-31', 'UTC', '2026-01-31T00:00:00.000Z'],
		['2026-01-31', 'Europe/Berlin', '2026-01-30T23:00:00.000Z'],
		['2026-07-31', 'Europe/Berlin', '2026-07-30T22:00:00.000Z'],
		['2026-01-31T09:00', 'America/New_York', '2026-01-31T14:00:00.000Z'],
		['2026-01-31 09:00:00', 'Asia/Kathmandu', '2026-01-31T03:15:00.000Z'],
		['2026-01-31T09:00:00.25', 'Asia/Tokyo', '2026-01-31T00:00:00.250Z'],
		['2026-01-31T09:00', 'Pacific/Kiritimati', '2026-01-30T19:00:00.000Z'],
		['1999-12-31T23:59:59', 'UTC', '1999-12-31T23:59:59.000Z'],
		['0001-01-01', 'UTC', '0001-01-01T00:00:00.000Z'],
		['2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z'],
	])('%s in %s is %s', (words, zone, utc) => {
		expect(iso(instant(words, zone))).toBe(utc);
	});

	it('of the first century is no time of the last', () => {
		expect(iso(instant('0001-01-01', 'Europe/Berlin'))).toMatch(/^0000-12-31T23:/);
		expect(iso(instant('0090-06-01', 'America/New_York'))).toMatch(/^0090-06-01T04:/);
	});

	it('that a change of summer time skips is taken as later by as much', () => {
		const skipped: Array<[string, string, string]> = [
			['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
			['2026-03-29T02:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
			['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
			['2026-03-08T02:00', 'America/New_York', '2026-03-08T07:00:00.000Z'],
			['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
			['2026-09-27T02:59', 'Pacific/Auckland', '2026-09-26T14:59:00.000Z'],
		];
		for (const [words, zone, utc] of skipped) {
			expect([words, iso(instant(words, zone))]).toEqual([words, utc]);
			expect(iso(DateTime.fromISO(words, { zone }).toMillis())).toBe(utc);
		}
	});

	it.each([
		['2026-10-25T02:30', 'Europe/Berlin', ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
		[
			'2026-11-01T01:30',
			'America/New_York',
			['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
		],
	])('%s that comes twice in %s is one of the two', (words, zone, both) => {
		expect(both).toContain(iso(instant(words, zone)));
	});

	it('around each change of summer time is the one that the clock on the wall shows', () => {
		const hours = Array.from({ length: 25 }, (_, quarter) => quarter * 15);
		const nights = [
			'2026-03-08',
			'2026-03-29',
			'2026-04-05',
			'2026-09-27',
			'2026-10-04',
			'2026-10-25',
			'2026-11-01',
		];
		for (const zone of zones) {
			for (const night of nights) {
				for (const minutes of hours) {
					const wall = DateTime.fromISO(night, { zone: 'UTC' }).plus({ minutes });
					const words = wall.toFormat("yyyy-MM-dd'T'HH:mm");
					expect(isRightInstant(words, zone)).toBe(true);
				}
			}
		}
	});
});

/** What luxon makes of the instant is what was written, unless no clock ever showed it. */
function isRightInstant(words: string, zone: string): boolean {
	const at = instant(words, zone);
	const shown = DateTime.fromMillis(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
	return shown === words || at === DateTime.fromISO(words, { zone }).toMillis();
}

it('agrees with luxon for any time in any zone', () => {
	const wallArb = fc
		.date({
			min: new Date('1971-01-01T00:00:00Z'),
			max: new Date('2037-01-01T00:00:00Z'),
			noInvalidDate: true,
		})
		.map((date) => date.toISOString().slice(0, 16));
	fc.assert(
		fc.property(wallArb, fc.constantFrom(...zones), (words, zone) => {
			expect(isRightInstant(words, zone)).toBe(true);
		}),
		{ numRuns: 1000 },
	);
});

it('agrees with luxon for any time with an offset', () => {
	const offsetArb = fc.integer({ min: -14 * 60, max: 14 * 60 });
	const dateArb = fc.date({
		min: new Date('0050-01-01T00:00:00Z'),
		max: new Date('9990-01-01T00:00:00Z'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(dateArb, offsetArb, (date, offset) => {
			const words =
				DateTime.fromJSDate(date).setZone(FixedOffsetZone.instance(offset)).toISO() ?? '';
			expect(iso(instant(words, 'Asia/Tokyo'))).toBe(date.toISOString());
		}),
	);
});

it.each([
	'',
	'yesterday',
	'2026',
	'2026-01',
	'2026-1-1',
	'2026-02-30',
	'2026-02-29',
	'2026-04-31T10:00',
	'2026-06-31T10:00:00Z',
	'2026-13-01',
	'2026-00-10',
	'2026-01-00',
	'0000-00-00 00:00:00',
	'2026-01-31T25:00',
	'2026-01-31T10:60',
	'2026-01-31T10:00:61',
	'31.01.2026',
	'01/31/2026',
	'2026-01-31T10:00:00Z extra',
	'2026-01-31T10:00:00+25:00',
	'1767225600000',
	'[object Object]',
])('%j is no date', (words) => {
	for (const zone of ['UTC', 'Europe/Berlin']) expect(instant(words, zone)).toBeNaN();
	expect(isoUtc(words)).toBeNull();
});

it('writes an instant as ISO 8601 in UTC, and nothing where there is none', () => {
	expect(isoUtc('2026-01-31 09:00:00')).toBe('2026-01-31T09:00:00.000Z');
	expect(isoUtc('2026-01-31T09:00:00+01:00')).toBe('2026-01-31T08:00:00.000Z');
	expect(isoUtc(null)).toBeNull();
});

it('every instant, in each form that the providers use, is the same as by the calendar', () => {
	const first = Date.parse('0001-01-01T00:00:00Z');
	const last = Date.parse('9999-12-31T23:59:59.999Z');
	for (let step = 0; step < 5000; step++) {
		const at = first + Math.floor(((last - first) / 5000) * step) + step * 7919;
		const iso = new Date(at).toISOString();
		const whole = `${iso.slice(0, 19)}.000Z`;
		expect(isoUtc(iso)).toBe(iso);
		expect(isoUtc(iso.replace('Z', '987Z'))).toBe(iso);
		expect(isoUtc(iso.slice(0, 19))).toBe(whole);
		expect(isoUtc(iso.slice(0, 19).replace('T', ' '))).toBe(whole);
		expect(isoUtc(iso.replace('Z', '+00:00'))).toBe(iso);
	}
});

it.each([
	'2026-02-30T10:00:00Z',
	'2026-13-01 10:00:00',
	'2026-01-01T25:00:00Z',
	'2026-01-01T10:61:00',
])('%s is no time', (text) => {
	expect(isoUtc(text)).toBeNull();
});

it('every day that there is has a time, and no other, in a leap year and in others', () => {
	const two = (number: number) => String(number).padStart(2, '0');
	for (const year of [1900, 2000, 2026, 2028]) {
		for (let month = 1; month <= 12; month++) {
			const days = DateTime.utc(year, month).daysInMonth ?? 0;
			for (let day = 0; day <= 32; day++) {
				const words = `${year}-${two(month)}-${two(day)}T23:59:59.5Z`;
				const isThere = day >= 1 && day <= days;
				expect(isoUtc(words)).toBe(isThere ? words.replace('.5Z', '.500Z') : null);
			}
		}
	}
});
