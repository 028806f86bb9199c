import { errorWords } from '../../harness';
import { timezones } from '../../../nodes/Autocalls/user/timezones';
import { AutocallsFixture } from './fixture';

const platform = new AutocallsFixture(1);
const zones = timezones().map(({ value }) => String(value));

it('Timezone offers every zone by the name that is in use, in order', () => {
	expect(zones).toEqual(expect.arrayContaining(['Asia/Kolkata', 'Europe/Kyiv', 'UTC']));
	for (const old of ['Asia/Calcutta', 'Europe/Kiev', 'America/Buenos_Aires']) {
		expect(zones).not.toContain(old);
	}
	expect(zones.length).toBeGreaterThan(400);
	expect(zones).toEqual([...new Set(zones)].sort());
	for (const timeZone of zones) expect(() => Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
});

const register = async (timezone: unknown) =>
	await platform.run('register', {
		...{ name: 'Ann', email: 'ann@example.com', password: 'long enough' },
		additionalFields: { timezone: `={{ ${JSON.stringify(timezone)} }}` },
	});

it.each([
	['Europe/Bucharest', 'Europe/Bucharest'],
	['America/New York', 'America/New_York'],
	[' europe/berlin ', 'Europe/Berlin'],
	['AMERICA/PORT-AU-PRINCE', 'America/Port-au-Prince'],
	['America / Argentina / Buenos\u00a0Aires', 'America/Argentina/Buenos_Aires'],
	['Asia/Ho\u200b_Chi_Minh', 'Asia/Ho_Chi_Minh'],
	['utc', 'UTC'],
	['Asia/Calcutta', 'Asia/Kolkata'],
	['us/eastern', 'America/New_York'],
	['Etc/GMT+5', 'Etc/GMT+5'],
])('%j is sent by the name that is in use, %s', async (timezone, sent) => {
	const run = await register(timezone);
	expect(run.error).toBeUndefined();
	expect(platform.written).toEqual([expect.objectContaining({ timezone: sent })]);
});

it.each(['Mars/Olympus', 'Berlin', '+02:00', '(UTC+02:00) Kyiv', 'Europe', 'constructor'])(
	'%j is refused before anything is sent',
	async (timezone) => {
		const run = await register(timezone);
		expect(errorWords(run.error)).toBe(
			`'Timezone' must be the name of a time zone, such as Europe/Berlin, not '${timezone}'.`,
		);
		expect(platform.asked).toEqual([]);
	},
);
