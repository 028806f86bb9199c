import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { at, QuoFixture } from './fixture';

const fixture = new QuoFixture(60);
const SIMPLIFIED = [
	'id',
	'firstName',
	'lastName',
	'email',
	'role',
	'pictureUrl',
	'createdAt',
	'updatedAt',
];
const phones = { includePhoneNumbers: true };
const person = (index: number) => at(fixture.sandbox.people, index);
const numbersOf = (id: string) =>
	fixture.sandbox.phoneNumbers
		.filter(({ userIds }) => userIds.includes(id))
		.map(({ number }) => number);
const all = async (output: string, options = {}, parameters: INodeParameters = {}) =>
	await fixture.all(options, { output, ...parameters });

describe('the users of Quo', () => {
	it('come raw as they are', async () => {
		const extra = { firstName: '  An na ', groups: [{ deep: [null, 1.5] }], lastName: '' };
		Object.assign(person(0), extra);
		const run = await all('raw');
		expect(run.json).toEqual(JSON.parse(JSON.stringify(fixture.sandbox.people)));
		expect(at(run.json, 0)).toMatchObject(extra);
	});

	it('come simplified with always the same keys, null where nothing is known', async () => {
		const { id } = person(0);
		for (const key of Object.keys(person(0))) {
			if (key !== 'id') Reflect.deleteProperty(person(0), key);
		}
		Object.assign(person(1), { extra: 1 });
		const run = await all('simplified');
		const nothing = Object.fromEntries(SIMPLIFIED.map((name) => [name, null]));
		expect(at(run.json, 0)).toEqual({ ...nothing, id });
		const { extra: _extra, ...second } = { ...person(1), extra: 1 };
		expect(at(run.json, 1)).toEqual(second);
		for (const json of run.json) expect(Object.keys(json)).toEqual(SIMPLIFIED);
	});

	it('come with the chosen fields, null where one is absent', async () => {
		const fields = ['role', 'phoneNumbers', 'no_such_field', 'lastName'];
		const run = await all('selected', {}, { fields });
		expect(run.json).toEqual(
			fixture.sandbox.people.map(({ role, lastName }) => ({
				role,
				phoneNumbers: null,
				no_such_field: null,
				lastName,
			})),
		);
		expect(Object.keys(at(run.json, 0))).toEqual(fields);
		const numbered = await all('selected', phones, { fields: ['phoneNumbers'] });
		expect(numbered.json).toEqual(
			fixture.sandbox.people.map(({ id }) => ({ phoneNumbers: numbersOf(id) })),
		);
	});

	it.each([[[]], ['={{ [] }}']])('want a field to be chosen: %j is none', async (fields) => {
		const run = await all('selected', {}, { fields });
		expect(errorWords(run.error)).toBe("'Fields' is empty: choose at least one.");
		expect(fixture.calls).toEqual([]);
	});

	const nothing = { phone: null, title: null, department: null, team: null, active: null };
	const times = { createdAt: '2024-02-03T04:05:06Z', updatedAt: '2025-12-31T23:59:59.1234+02:00' };

	it('come unified, exactly as the contract says', async () => {
		Object.assign(person(0), {
			...times,
			firstName: ' Олена ',
			lastName: 'Шевченко',
			email: ' Olena@Example.COM ',
			role: 'Owner',
			pictureUrl: 'https://example.com/Ä.jpg',
		});
		Object.assign(person(1), { firstName: null, lastName: 'Solo', pictureUrl: '' });
		Object.assign(person(2), { firstName: ' ', lastName: null, email: null, role: null });
		const run = await all('unified');
		expect(at(run.json, 0)).toEqual({
			provider: 'quo',
			id: person(0).id,
			userName: 'olena@example.com',
			displayName: 'Олена Шевченко',
			givenName: 'Олена',
			familyName: 'Шевченко',
			email: 'olena@example.com',
			...nothing,
			role: 'owner',
			photoUrl: 'https://example.com/Ä.jpg',
			createdAt: '2024-02-03T04:05:06.000Z',
			updatedAt: '2025-12-31T21:59:59.123Z',
		});
		const solo = { givenName: null, familyName: 'Solo', displayName: 'Solo', photoUrl: null };
		expect(at(run.json, 1)).toMatchObject(solo);
		const unknown = { displayName: null, givenName: null, email: null, userName: null, role: null };
		expect(at(run.json, 2)).toMatchObject(unknown);
		for (const json of run.json) {
			expect(Object.keys(json).join()).toBe(
				'provider,id,userName,displayName,givenName,familyName,email,phone,title,department,team,role,active,photoUrl,createdAt,updatedAt',
			);
		}
		expect(fixture.calls.some((call) => call.includes('phone-numbers'))).toBe(false);
	});

	it('come as SCIM users, exactly as the contract says', async () => {
		const user = Object.assign(person(0), {
			...times,
			firstName: 'Олена',
			lastName: 'Шевченко',
			email: 'Olena@Example.com',
			role: 'owner',
			pictureUrl: 'https://example.com/o.jpg',
		});
		const { id: bare } = person(1);
		Object.assign(person(1), {
			firstName: null,
			lastName: null,
			email: null,
			role: null,
			pictureUrl: null,
			createdAt: null,
			updatedAt: null,
		});
		const run = await all('scim');
		expect(at(run.json, 0)).toEqual({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			id: user.id,
			externalId: `quo:${user.id}`,
			userName: 'olena@example.com',
			name: { formatted: 'Олена Шевченко', familyName: 'Шевченко', givenName: 'Олена' },
			displayName: 'Олена Шевченко',
			emails: [{ value: 'olena@example.com', type: 'work', primary: true }],
			photos: [{ value: 'https://example.com/o.jpg', type: 'photo' }],
			roles: [{ value: 'owner', primary: true }],
			meta: {
				resourceType: 'User',
				created: '2024-02-03T04:05:06.000Z',
				lastModified: '2025-12-31T21:59:59.123Z',
			},
		});
		expect(at(run.json, 1)).toEqual({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			id: bare,
			externalId: `quo:${bare}`,
			userName: bare,
			meta: { resourceType: 'User' },
		});
	});
});

describe('the phone numbers of Quo', () => {
	const numbersCall = 'GET /v1/phone-numbers';
	const atNumbers = ({ path }: { path: string }) => path.endsWith('/phone-numbers');

	it.each(['raw', 'simplified'])('are added to %s users with one request more', async (output) => {
		const plain = await all(output);
		expect(plain.json.some((json) => 'phoneNumbers' in json)).toBe(false);
		const run = await all(output, phones);
		expect(run.json).toEqual(
			plain.json.map((json) => ({ ...json, phoneNumbers: numbersOf(String(json.id)) })),
		);
		const counts = new Set(run.json.map(({ phoneNumbers }) => (phoneNumbers as string[]).length));
		expect(counts).toEqual(new Set([0, 1, 2]));
		expect(fixture.calls.filter((call) => call === numbersCall)).toHaveLength(1);
		expect(fixture.calls).toHaveLength(5);
	});

	it('keep the provider’s order, each once', async () => {
		const [first, second, third] = fixture.sandbox.phoneNumbers;
		const { id } = person(9);
		for (const entry of [third, first]) entry?.userIds.push(id);
		Object.assign(second ?? {}, { number: first?.number, userIds: [id] });
		const run = await all('raw', phones);
		const { phoneNumbers } = at(run.json, 9);
		expect(phoneNumbers).toEqual([first?.number, third?.number]);
	});

	it('are those that can be read, of those whose users can be', async () => {
		const { id } = person(2);
		const data = [
			{ number: null, users: [{ id }] },
			{ number: '+15550100', users: null },
			{ number: '+15550101' },
			{ number: '+15550102', users: [{ email: 'nobody@example.com' }, { id }] },
		];
		fixture.sandbox.faults.always({ kind: 'body', body: { data } }, atNumbers);
		const run = await all('raw', phones);
		expect(run.json.flatMap(({ phoneNumbers }) => phoneNumbers)).toEqual(['+15550102']);
		expect(at(run.json, 2)).toMatchObject({ id, phoneNumbers: ['+15550102'] });
	});

	it('stay away from a user without an id', async () => {
		const users = [{ email: 'nobody@example.com' }];
		const numbers = { data: [{ number: '+15550102', users }] };
		fixture.sandbox.faults.always({ kind: 'body', body: numbers }, atNumbers);
		const page = { data: users, nextPageToken: null, totalItems: 1 };
		fixture.sandbox.faults.always({ kind: 'body', body: page }, ({ path }) =>
			path.endsWith('/users'),
		);
		const run = await all('raw', phones);
		expect(run.json).toEqual([{ email: 'nobody@example.com', phoneNumbers: [] }]);
	});

	it('are in unified and SCIM users, the first as the primary one', async () => {
		const unified = await all('unified', phones);
		expect(unified.json.map(({ phone }) => phone)).toEqual(
			fixture.sandbox.people.map(({ id }) => numbersOf(id)[0] ?? null),
		);
		const scim = await all('scim', phones);
		const expected = fixture.sandbox.people.map(({ id }) =>
			numbersOf(id).map((value, index) => ({
				value,
				type: 'work',
				...(index === 0 && { primary: true }),
			})),
		);
		expect(scim.json.map(({ phoneNumbers = [] }) => phoneNumbers)).toEqual(expected);
		expect(scim.json.some((json) => !('phoneNumbers' in json))).toBe(true);
		expect(expected.some(({ length }) => length > 1)).toBe(true);
	});

	it('are read once however many items there are, and not shared between them', async () => {
		const run = await fixture.getAll(
			{ limit: 4, options: { requestsPerSecond: 0, ...phones } },
			{ input: [{}, {}, {}] },
		);
		expect(fixture.calls).toEqual([numbersCall, 'GET /v1/users?maxResults=4']);
		expect(run.items).toHaveLength(12);
		const [first, again] = [0, 4].map((index) => at(run.json, index));
		expect(again).toEqual(first);
		expect(again?.phoneNumbers).not.toBe(first?.phoneNumbers);
	});

	it.each([
		['is refused', { kind: 'status', status: 403 } as const, /code 0400403|code 1100403/],
		['is no list', { kind: 'body', body: { data: null } } as const, /not have the expected form/],
	])('fail the item where the list %s', async (_what, fault, message) => {
		fixture.sandbox.faults.always(fault, atNumbers);
		const options = { ...phones, retries: 0 };
		const run = await all('simplified', options);
		expect(errorWords(run.error)).toMatch(message);
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(run.items).toEqual([]);
		fixture.sandbox.log.length = 0;
		const id = { __rl: true, mode: 'id', value: person(0).id };
		const one = await fixture.get(id, { options: { requestsPerSecond: 0, ...options } });
		expect(errorWords(one.error)).toMatch(message);
	});

	it('want a yes or a no', async () => {
		const run = await all('raw', { includePhoneNumbers: '={{ "both" }}' });
		expect(errorWords(run.error)).toBe(
			"'Include Phone Numbers' must be true or false, not 'both'.",
		);
		expect(fixture.calls).toEqual([]);
	});
});
