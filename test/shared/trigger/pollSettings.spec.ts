import type { IDataObject } from 'n8n-workflow';
import { readPollSettings } from '../../../nodes/shared/trigger/pollSettings';
import { fakeItem } from '../fakeItem';
import { plainTrigger } from './fakePolls';

const read = (parameters: IDataObject) =>
	readPollSettings(
		fakeItem({ events: ['joined', 'changed'], fieldsToWatch: ['name', 'email'], ...parameters }),
		plainTrigger,
	);

describe('the settings of a poll', () => {
	it('have defaults', () => {
		expect(read({})).toEqual({
			events: new Set(['joined', 'changed']),
			watched: ['email', 'name'],
			emitsAll: false,
			maxLeftPercent: 20,
			fingerprints: false,
		});
	});

	it('are read from the options', () => {
		const options = { firstPoll: 'emitAll', maxLeftPercent: 0, remember: 'fingerprints' };
		expect(read({ options })).toMatchObject({
			...{ emitsAll: true, maxLeftPercent: 0, fingerprints: true },
		});
	});

	it('take a list as a sheet or a model may have it', () => {
		expect(read({ events: 'left, joined', fieldsToWatch: 'name,name, frozen' })).toMatchObject({
			events: new Set(['left', 'joined']),
			watched: ['frozen', 'name'],
		});
	});

	it.each([[], '', null])('need no field to watch without changes: %j', (fieldsToWatch) => {
		expect(read({ events: ['left'], fieldsToWatch }).watched).toEqual([]);
		expect(() => read({ fieldsToWatch })).toThrow(
			expect.objectContaining({
				message: "'Fields to Watch' is empty, so no change would be seen.",
				description: "Choose at least one field, or remove 'User Changed' from 'Trigger On'.",
			}),
		);
	});

	it.each<[IDataObject, RegExp]>([
		[{ events: [] }, /'Trigger On' is empty/],
		[{ events: null }, /'Trigger On' is empty/],
		[{ events: ['renamed'] }, /'Trigger On' must be one of joined, changed, left/],
		[{ fieldsToWatch: ['shoe'] }, /'Fields to Watch' must be one of email, frozen, id, name, tags/],
		[{ fieldsToWatch: ['constructor'] }, /'Fields to Watch' must be one of/],
		[{ events: ['left'], fieldsToWatch: ['shoe'] }, /'Fields to Watch' must be one of/],
		[{ options: { firstPoll: 'all' } }, /'First Poll' must be one of baseline, emitAll/],
		[{ options: { firstPoll: undefined } }, /'First Poll'/],
		[{ options: { maxLeftPercent: -0.1 } }, /'Max Left \(Percent\)' must be at least 0/],
		[{ options: { maxLeftPercent: 100.1 } }, /'Max Left \(Percent\)' must be at most 100/],
		[{ options: { maxLeftPercent: '' } }, /'Max Left \(Percent\)'/],
		[{ options: { remember: 'all' } }, /'Remember' must be one of values, fingerprints/],
	])('refuse %j', (parameters, words) => {
		expect(() => read(parameters)).toThrow(words);
	});

	it('refuse to watch what is not read', () => {
		for (const options of [{}, { withTags: false }, { withTags: 'false' }]) {
			expect(() => read({ fieldsToWatch: ['tags'], options })).toThrow(
				"'Fields to Watch' has 'tags', which is read only with the option 'With Tags'.",
			);
		}
		expect(() => read({ fieldsToWatch: ['tags'] })).toThrow(
			expect.objectContaining({
				description:
					"Switch on 'With Tags' under Options, or remove 'tags' from 'Fields to Watch'.",
			}),
		);
		expect(read({ fieldsToWatch: ['tags'], options: { withTags: true } }).watched).toEqual([
			'tags',
		]);
	});
});
