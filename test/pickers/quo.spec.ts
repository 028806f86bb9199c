import type { INodeParameters } from 'n8n-workflow';
import { errorWords, runNode } from '../harness';
import { by, Lists } from './lists';

const lists = new Lists({ users: 200 });
const sandbox = () => lists.sandboxes.quo;
const opening = {
	method: 'searchPhoneNumbers',
	field: 'phoneNumber',
	parameters: { resource: 'phoneNumber', operation: 'get' },
};
const shown = () =>
	sandbox().phoneNumbers.map(({ id, name, number }) => ({
		name: `${name} (${number})`,
		value: id,
	}));

const valuesFor = async (filter: string) => {
	const { results } = await lists.open('quo', { ...opening, filter });
	return results.map(({ value }) => value);
};

const get = async (phoneNumber: INodeParameters) =>
	await runNode({
		node: 'quo',
		credentials: { quoApi: sandbox().credentials },
		parameters: { resource: 'phoneNumber', operation: 'get', phoneNumber },
	});

describe('the list of phone numbers of Quo', () => {
	it('shows all, by name and number, 50 at once, in one request', async () => {
		const answers = await lists.scroll('quo', opening);
		expect(answers.flat()).toEqual(shown());
		expect(answers.map(({ length }) => length)).toEqual([50, 50, 20]);
		expect(sandbox().log.map(({ path, rawQuery }) => [path, rawQuery])).toEqual([
			['/v1/phone-numbers', ''],
		]);
	});

	it('finds by a part of the name, without case', async () => {
		const named = sandbox().phoneNumbers.filter(({ name }) => name === 'Büro Köln');
		expect(named.length).toBeGreaterThan(0);
		expect(await valuesFor('KÖLN')).toEqual(named.slice(0, 50).map(({ id }) => id));
	});

	it('finds a number however it is written, and by its ID', async () => {
		const entry = sandbox().phoneNumbers[70];
		if (!entry?.formattedNumber) throw new Error('there is no such number');
		const { id, number, formattedNumber } = entry;
		const dotted = `${number.slice(2, 5)}.${number.slice(5, 8)}.${number.slice(8)}`;
		const ways = [number, number.slice(2), formattedNumber, `+1 ${formattedNumber}`, dotted, id];
		for (const way of ways) expect([way, await valuesFor(way)]).toEqual([way, [id]]);
		expect(await valuesFor(`${number}0`)).toEqual([]);
	});

	it('takes neither two digits nor letters between digits for a number', async () => {
		const { number } = sandbox().phoneNumbers[70] ?? { number: '' };
		expect(await valuesFor('(1)5')).toEqual([]);
		expect(await valuesFor(`${number.slice(0, 5)}x${number.slice(5)}`)).toEqual([]);
	});

	it('shows one without a name by its number', async () => {
		const [first] = sandbox().phoneNumbers;
		if (!first) throw new Error('there is no number');
		first.name = ' ';
		const { results } = await lists.open('quo', { ...opening, filter: first.number });
		expect(results).toEqual([{ name: first.number, value: first.id }]);
	});
});

it('a phone number chosen from the list is the one to get, without a look-up', async () => {
	const id = String(sandbox().phoneNumbers[3]?.id);
	const { error, json } = await get(by('list', id));
	expect([error, json.map((each) => each.id)]).toEqual([undefined, [id]]);
	expect(sandbox().log.map(({ path }) => path)).toEqual([`/v1/phone-numbers/${id}`]);
});

it.each([
	['', 'Parameter "Phone Number" is required.'],
	['={{ "" }}', "'Phone Number' is empty"],
])('a phone number is asked for where %j is chosen', async (value, words) => {
	const { error } = await get(by('list', value));
	expect(errorWords(error)).toContain(words);
	expect(sandbox().log).toEqual([]);
});
