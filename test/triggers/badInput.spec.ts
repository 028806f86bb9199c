import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { describeTriggers } from './fixture';

const settings: Array<[string, INodeParameters, string]> = [
	['no event', { events: [] }, "'Trigger On' is empty"],
	['an event that there is not', { events: ['joined', 'renamed'] }, "'Trigger On' must be one of"],
	[
		'a field to watch that does not exist',
		{ fieldsToWatch: ['shoeSize'] },
		"'Fields to Watch' must be one of",
	],
	['no field to watch for changes', { fieldsToWatch: [] }, "'Fields to Watch' is empty"],
	['a negative percentage', { options: { maxLeftPercent: -1 } }, 'must be at least 0'],
	['a percentage over 100', { options: { maxLeftPercent: 101 } }, 'must be at most 100'],
	['a percentage that is none', { options: { maxLeftPercent: 'all' } }, "'Max Left (Percent)'"],
	['an unknown first poll', { options: { firstPoll: 'all' } }, "'First Poll' must be one of"],
	['an unknown way to remember', { options: { remember: 'hashes' } }, "'Remember' must be one of"],
	['an unknown output', { output: 'xml' }, "'Output' must be one of"],
];

const saved: Array<[string, IDataObject, string]> = [
	['a later version', { version: 2 }, 'saved by a later version of this package (format 2'],
	['an earlier version', { version: 0 }, 'is damaged'],
	['no version', { version: null }, 'is damaged'],
	['no scope', { scope: null }, 'is damaged'],
	['a counter that is none', { counter: 'many' }, 'is damaged'],
	['a negative counter', { counter: -1 }, 'is damaged'],
	['users that are no text', { users: {} }, 'is damaged'],
	['lines that are cut off', { users: 'x\ny~.' }, 'is damaged'],
	['nobody left of the users', { users: '' }, 'is damaged'],
];

describeTriggers('bad input', (fixture) => {
	it.each(settings)('%s is refused before anything is sent', async (_what, parameters, words) => {
		const node = fixture.open(parameters);
		await expect(node.poll()).rejects.toThrow(words);
		await expect(node.poll({ mode: 'manual' })).rejects.toThrow(words);
		expect(fixture.sandbox.log).toEqual([]);
		expect(node.staticData).toEqual({});
	});

	it.each(saved)(
		'of what is remembered, %s: nothing is overwritten',
		async (_what, data, words) => {
			await fixture.activate();
			const staticData = { ...fixture.node.staticData, ...data };
			const node = fixture.restart({}, { staticData });
			fixture.remove(2);
			await expect(node.poll()).rejects.toThrow(words);
			expect(node.staticData).toEqual(staticData);
		},
	);

	it.each<[string, (users: string) => string]>([
		['one line twice', (users) => `${users.split('\n')[0]}\n${users}`],
		['an empty line', (users) => users.replace('\n', '\n\n')],
		['other line breaks', (users) => users.replace(/\n/g, '\r\n')],
		['a cut in the last line', (users) => users.slice(0, -5)],
		['a cut behind a line', (users) => users.split('\n').slice(0, -4).join('\n')],
		['half of the users', (users) => users.slice(0, users.length / 2)],
		['no ID', (users) => users.replace(/^[^|]*/, '')],
	])('%s is damage: nothing is told or overwritten', async (_what, damage) => {
		await fixture.activate();
		const { staticData } = fixture.node;
		const damaged = { ...staticData, users: damage(String(staticData.users)) };
		const node = fixture.restart({}, { staticData: damaged });
		await expect(node.poll()).rejects.toThrow('is damaged');
		expect(node.staticData).toEqual(damaged);
	});

	it('a wrong key fails the first poll with the words of the provider', async () => {
		const { wrongCredentials } = fixture.sandbox;
		const node = fixture.open(
			{},
			{ credentials: { [`${fixture.provider}Api`]: wrongCredentials } },
		);
		await expect(node.poll()).rejects.toMatchObject({ failure: { cause: 'credential-invalid' } });
		expect(node.staticData).toEqual({});
	});
});
