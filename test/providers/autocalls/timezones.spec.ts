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

it.each(['Europe/Bucharest', '={{ "Asia/Calcutta" }}'])('%s is sent', async (timezone) => {
	const user = { name: 'Ann', email: 'ann@example.com', password: 'long enough' };
	const run = await platform.run('register', { ...user, additionalFields: { timezone } });
	expect(run.error).toBeUndefined();
	const sent = timezone.replace(/[={}" ]/g, '');
	expect(platform.written).toEqual([expect.objectContaining({ timezone: sent })]);
});
