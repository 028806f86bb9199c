import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../../sandbox';
import { at, QuoFixture, by, ids, paired } from './fixture';

const fixture = new QuoFixture(60);
const numbers = () => fixture.sandbox.phoneNumbers;
const allIds = () => numbers().map(({ id }) => id);
const run = async (parameters: INodeParameters, more = {}) =>
	await fixture.run({ resource: 'phoneNumber', output: 'simplified', ...parameters }, more);
const getAll = async (parameters: INodeParameters = {}, more = {}) =>
	await run({ operation: 'getAll', ...parameters }, more);
const get = async (phoneNumber: INodeParameters, parameters: INodeParameters = {}, more = {}) =>
	await run({ operation: 'get', phoneNumber, ...parameters }, more);

/** As the API answers it. */
const raw = (index: number) => {
	const { userIds, ...entry } = at(numbers(), index);
	const users = userIds.map((id) => {
		const user = fixture.sandbox.people.find((each) => each.id === id);
		if (!user) throw new Error('nobody has that number');
		const { email, firstName, lastName, role } = user;
		return { email, firstName, lastName, id, role, groupId: entry.groupId };
	});
	return { ...entry, users };
};

const simplified = (index: number) => {
	const {
		userIds,
		portRequestId: _p,
		symbol: _s,
		restrictions: _r,
		...rest
	} = at(numbers(), index);
	return { ...rest, userIds };
};

describe('Get Many of phone numbers', () => {
	it('gives all of them in one request, and whom each rings', async () => {
		const all = await getAll({ returnAll: true });
		expect(all.json).toEqual(numbers().map((_, index) => simplified(index)));
		expect(all.json).toHaveLength(36);
		expect(paired(all)).toEqual(all.json.map(() => ({ item: 0 })));
		expect(all.messages).toEqual([]);
		expect(fixture.calls).toEqual(['GET /v1/phone-numbers']);
	});

	it('stops at the limit, and says how many there are', async () => {
		const some = await getAll({ limit: 5 });
		expect(ids(some)).toEqual(allIds().slice(0, 5));
		expect(some.messages).toEqual(['There are 36 phone numbers in all.']);
		const exactly = await getAll({ limit: 36 });
		expect(exactly.messages).toEqual([]);
	});

	it('tells that there is none', async () => {
		numbers().length = 0;
		const none = await getAll();
		expect(none.items).toEqual([]);
		expect(none.messages).toEqual([
			"Quo returned no phone numbers. Check the credential's account and the parameters.",
		]);
	});

	it('asks Quo for those of one user', async () => {
		const user = at(at(numbers(), 2).userIds, 0);
		const own = numbers().filter(({ userIds }) => userIds.includes(user));
		const chosen = await getAll({ filters: { userId: by('list', user) } });
		expect(ids(chosen)).toEqual(own.map(({ id }) => id));
		fixture.sandbox.reset();
		const some = await getAll({ filters: { userId: user } });
		expect(ids(some)).toEqual(own.map(({ id }) => id));
		expect(some.json).toHaveLength(2);
		expect(fixture.calls).toEqual([`GET /v1/phone-numbers?userId=${user}`]);
		const wrong = await getAll({ filters: { userId: 'nathan' } });
		expect(errorWords(wrong.error)).toMatch(/^Quo: Bad Request \(\/userId: .*code 0400400\)/);
	});

	it('searches names and digits by itself, without case', async () => {
		const named = await getAll({ filters: { search: 'KÖLN' }, output: 'raw' });
		expect(named.json.length).toBeGreaterThan(0);
		expect(named.json.every(({ name }) => name === 'Büro Köln')).toBe(true);
		const { number, formattedNumber, id } = at(numbers(), 7);
		expect(ids(await getAll({ filters: { search: number } }))).toEqual([id]);
		const formatted = { search: String(formattedNumber) };
		expect(ids(await getAll({ filters: formatted }))).toEqual([id]);
		const none = await getAll({ filters: { search: '999' } });
		expect(none.messages).toEqual([
			'No phone numbers match the filters (36 read). Check their values, or remove one.',
		]);
		expect(fixture.sandbox.log.every(({ rawQuery }) => rawQuery === '')).toBe(true);
	});

	it('does each item by its own parameters, and reads what is the same once', async () => {
		const input = Array.from({ length: 11 }, (_, index) => ({ limit: index + 1 }));
		const many = await getAll({ limit: '={{ $json.limit }}' }, { input });
		const expected = input.flatMap(({ limit }) => allIds().slice(0, limit));
		expect(ids(many)).toEqual(expected);
		expect(paired(many)).toEqual(
			input.flatMap(({ limit }, item) => Array.from({ length: limit }, () => ({ item }))),
		);
		expect(fixture.calls).toHaveLength(1);
	});

	it('gives a failing item its error, and the others their numbers', async () => {
		const input = [{ limit: 1 }, { limit: 'x' }, { limit: 1 }];
		const parameters = { limit: '={{ $json.limit }}' };
		const some = await getAll(parameters, { input, onError: 'continueRegularOutput' });
		expect(some.json.map(({ id, error }) => id ?? error)).toEqual([
			allIds()[0],
			expect.stringMatching(/'Limit' must be a number/),
			allIds()[0],
		]);
		expect(paired(some)).toEqual([0, 1, 2].map((item) => ({ item })));
	});

	it.each([
		[{ output: 'unified' }, "'Output' must be one of simplified, raw, selected, not 'unified'."],
		[{ output: 'selected', fields: [] }, /^'Fields' is empty/],
		[{ filters: { search: '' } }, /^The filter 'Search' is empty\./],
		[{ limit: 0 }, /^'Limit' must be at least 1/],
	])('refuses %j before anything is sent', async (parameters: INodeParameters, message) => {
		const refused = await getAll(parameters);
		expect(errorWords(refused.error)).toMatch(message);
		expect(fixture.calls).toEqual([]);
	});

	it.each<[string, Fault]>([
		['429', { kind: 'status', status: 429 }],
		['500', { kind: 'status', status: 500 }],
		['a reset', { kind: 'resetInBody' }],
		['a web page', { kind: 'html200' }],
		['another answer', { kind: 'body', body: { data: 'x' } }],
	])('passes after %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault);
		expect(ids(await getAll({ returnAll: true }))).toEqual(allIds());
		expect(fixture.calls).toHaveLength(2);
	});
});

describe('Get of a phone number', () => {
	it('reads one by its ID', async () => {
		const one = await get(by('id', at(allIds(), 3)));
		expect(one.json).toEqual([simplified(3)]);
		expect(fixture.calls).toEqual([`GET /v1/phone-numbers/${allIds()[3]}`]);
		const asIs = await get(by('id', at(allIds(), 3)), { output: 'raw' });
		expect(asIs.json).toEqual([raw(3)]);
	});

	it('finds one by its number, however it is written, in one reading for all items', async () => {
		const input = numbers().map(({ number }, index) => ({
			number: [
				number,
				number.slice(1),
				`${number.slice(0, 2)} (${number.slice(2, 5)}) ${number.slice(5)}`,
			][index % 3],
		}));
		const many = await get(by('number', '={{ $json.number }}'), {}, { input });
		expect(ids(many)).toEqual(allIds());
		expect(paired(many)).toEqual(input.map((_, item) => ({ item })));
		expect(fixture.calls).toEqual(['GET /v1/phone-numbers']);
	});

	it('gives the chosen fields, null where there is none', async () => {
		const parameters = { output: 'selected', fields: ['number', 'users', 'planet'] };
		const one = await get(by('id', at(allIds(), 1)), parameters);
		const { number, users } = raw(1);
		expect(one.json).toEqual([{ number, users, planet: null }]);
	});

	it('has in simplified always the same keys', async () => {
		fixture.sandbox.faults.next({ kind: 'body', body: { data: { id: 'PN1' } } });
		const one = await get(by('id', 'PN1'));
		expect(Object.keys(at(one.json, 0)).sort()).toEqual(Object.keys(simplified(0)).sort());
		expect(one.json).toMatchObject([{ id: 'PN1', name: null, userIds: [] }]);
	});

	it('says that there is none, for that item only', async () => {
		const input = [{ id: 'PNnone' }, { id: at(allIds(), 0) }];
		const more = { input, onError: 'continueRegularOutput' } as const;
		const some = await get(by('id', '={{ $json.id }}'), {}, more);
		expect(some.json).toEqual([
			{
				error:
					"Quo: there is no phone number with the ID 'PNnone': Phone number not found (HTTP 404, code 0400404). Check the value in 'Phone Number', and that the credential belongs to the right account.",
			},
			simplified(0),
		]);
		const letters = await get(by('number', `PN${at(numbers(), 0).number}`));
		expect(errorWords(letters.error)).toMatch(/there is no phone number with the number 'PN\+/);
		const none = await get(by('number', '+14155559'));
		expect(errorWords(none.error)).toBe(
			"Quo: there is no phone number with the number '+14155559'. Check the value in 'Phone Number', and that the credential belongs to the right account.",
		);
	});

	it.each([
		[
			by('id', 'US123'),
			"'Phone Number' is not the ID of a Quo phone number, which starts with 'PN': 'US123'.",
		],
		[
			by('id', 'PN'),
			"'Phone Number' is not the ID of a Quo phone number, which starts with 'PN': 'PN'.",
		],
		[by('name', 'Sales'), "'Phone Number' can't be chosen by 'name': use id or number."],
	])('refuses %j before anything is sent', async (phoneNumber, message) => {
		const refused = await get(phoneNumber);
		expect(errorWords(refused.error)).toContain(message);
		expect(fixture.calls).toEqual([]);
	});

	it('does not choose between two with one number', async () => {
		const { number, id } = at(numbers(), 0);
		at(numbers(), 1).number = number;
		const two = await get(by('number', number));
		expect(errorWords(two.error)).toBe(
			`Quo: 2 phone numbers have the number '${number}' (IDs ${id}, ${allIds()[1]}). Choose the phone number by ID.`,
		);
	});

	it('says what Quo says, and keeps the key to itself', async () => {
		const credentials = { quoApi: fixture.sandbox.wrongCredentials };
		const refused = await get(by('id', 'PN1'), {}, { credentials });
		expect(refused.error).toMatchObject({ httpCode: '401', context: { itemIndex: 0 } });
		expect(errorWords(refused.error)).toMatch(/^Quo: Invalid API key \(HTTP 401, code 0400401\)/);
		const key = String(fixture.sandbox.credentials.apiKey);
		const body = { data: { id: 'PN1', name: `My ${key}` } };
		fixture.sandbox.faults.next({ kind: 'body', body });
		expect((await get(by('id', 'PN1'))).json).toMatchObject([{ name: 'My [hidden]' }]);
	});
});
