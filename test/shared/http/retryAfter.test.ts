import { readRetryAfter } from '../../../nodes/shared/http/retryAfter';

describe('Retry-After', () => {
	const now = Date.parse('2026-11-21T12:00:00Z');
	const read = (value: string, date?: string) =>
		readRetryAfter({ 'retry-after': value, ...(date === undefined ? {} : { date }) }, now);

	it.each([
		['0', 0],
		['7', 7000],
		[' 120 ', 120_000],
		['1.5', 1500],
		['1.25', 1250],
		['0000030', 30_000],
	])('%j is %d ms', (value, ms) => {
		expect(read(value)).toBe(ms);
	});

	it.each([
		'',
		'   ',
		'soon',
		'-5',
		'+3',
		'5 seconds',
		'soon 5',
		'10,20',
		'1e3',
		'NaN',
		'Infinity',
		'5 May',
		'Wed',
	])('%j says nothing', (value) => {
		expect(read(value)).toBeUndefined();
	});

	it('is undefined where there is no such header', () => {
		expect(readRetryAfter({ date: 'Sat, 21 Nov 2026 12:00:00 GMT' }, now)).toBeUndefined();
	});

	it.each([
		['IMF-fixdate', 'Sat, 21 Nov 2026 12:00:30 GMT'],
		['asctime', 'Sat Nov 21 12:00:30 2026'],
		['RFC 850', 'Saturday, 21-Nov-26 12:00:30 GMT'],
		['ISO', '2026-11-21T12:00:30Z'],
	])('takes a date (%s) from our clock where the answer has no date', (_form, value) => {
		expect(read(value)).toBe(30_000);
	});

	it("takes a date from the provider's clock where the answer tells it", () => {
		const wrong = 'Sat, 21 Nov 2026 12:10:00 GMT';
		expect(read('Sat, 21 Nov 2026 12:10:05 GMT', wrong)).toBe(5000);
	});

	it('takes our clock where the date of the answer is garbage', () => {
		expect(read('Sat, 21 Nov 2026 12:00:09 GMT', 'yesterday')).toBe(9000);
	});

	it('a date that is past means at once', () => {
		expect(read('Sat, 21 Nov 2026 11:59:00 GMT')).toBe(0);
		expect(read('Sat, 21 Nov 2026 12:00:00 GMT', 'Sat, 21 Nov 2026 12:10:00 GMT')).toBe(0);
	});

	it('counts from now where no clock is given', () => {
		const value = new Date(Date.now() + 20_000).toUTCString();
		const ms = readRetryAfter({ 'retry-after': value });
		expect(ms).toBeGreaterThan(18_000);
		expect(ms).toBeLessThanOrEqual(20_000);
	});
});
