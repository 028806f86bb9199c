import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';
import { scimUser, type Phone } from '../../../nodes/shared/output/scim';
import { unifiedUser } from '../../../nodes/shared/output/unified';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

type Given = Parameters<typeof unifiedUser>[0];

const ada: Given = {
	provider: 'plainly',
	id: 7,
	userName: 'ada.l',
	displayName: 'Ada Lovelace',
	givenName: 'Ada',
	familyName: 'Lovelace',
	email: 'Ada@example.com',
	phone: '+4420',
	title: 'Countess',
	department: 'Engines',
	team: 'Poets',
	role: 'Owner',
	active: false,
	photoUrl: 'https://example.com/ada.png',
	createdAt: '2026-01-31T09:00:00Z',
	updatedAt: '2026-02-01T09:00:00Z',
};

const scim = (given: Given, phones: Phone[] = []) => scimUser(unifiedUser(given), phones);

it('is built from the unified user, attribute by attribute', () => {
	const phones: Phone[] = [
		{ value: '+4910', type: 'work' },
		{ value: '+4420', type: 'mobile' },
	];
	expect(scim(ada, phones)).toEqual({
		schemas: [CORE, ENTERPRISE],
		id: '7',
		externalId: 'plainly:7',
		userName: 'ada.l',
		name: { formatted: 'Ada Lovelace', familyName: 'Lovelace', givenName: 'Ada' },
		displayName: 'Ada Lovelace',
		title: 'Countess',
		active: false,
		emails: [{ value: 'ada@example.com', type: 'work', primary: true }],
		phoneNumbers: [
			{ value: '+4910', type: 'work' },
			{ value: '+4420', type: 'mobile', primary: true },
		],
		photos: [{ value: 'https://example.com/ada.png', type: 'photo' }],
		roles: [{ value: 'owner', primary: true }],
		[ENTERPRISE]: { department: 'Engines', division: 'Poets' },
		meta: {
			resourceType: 'User',
			created: '2026-01-31T09:00:00.000Z',
			lastModified: '2026-02-01T09:00:00.000Z',
		},
	});
});

it('leaves out what has no value, and asks nothing of the rest', () => {
	expect(scim({ provider: 'plainly', id: 'US1' })).toEqual({
		schemas: [CORE],
		id: 'US1',
		externalId: 'plainly:US1',
		userName: 'US1',
		meta: { resourceType: 'User' },
	});
});

it('leaves out also an id that is not there, instead of making one up', () => {
	expect(scim({ provider: 'plainly', id: null, email: 'a@b.c' })).toEqual({
		schemas: [CORE],
		userName: 'a@b.c',
		emails: [{ value: 'a@b.c', type: 'work', primary: true }],
		meta: { resourceType: 'User' },
	});
});

it.each([
	[{ department: 'Engines' }, { department: 'Engines' }],
	[{ team: 'Poets' }, { division: 'Poets' }],
])('uses the enterprise schema for %j', (given, extension) => {
	const user = scim({ provider: 'plainly', id: 1, ...given });
	expect(user.schemas).toEqual([CORE, ENTERPRISE]);
	expect(user[ENTERPRISE]).toEqual(extension);
});

it.each([
	[{ givenName: 'Ada' }, { givenName: 'Ada' }],
	[{ familyName: 'Lovelace' }, { familyName: 'Lovelace' }],
	[{ displayName: 'Ada L' }, { formatted: 'Ada L' }],
])('names what is known of the name: %j', (given, name) => {
	expect(scim({ provider: 'plainly', id: 1, ...given }).name).toEqual(name);
});

it('keeps a switch that is off', () => {
	expect(scim({ provider: 'plainly', id: 1, active: false }).active).toBe(false);
	expect('active' in scim({ provider: 'plainly', id: 1, active: null })).toBe(false);
});

it('leaves out a time whose zone is unknown', () => {
	const user = scim({ provider: 'plainly', id: 1, createdAt: '2026-01-31T09:00:00' });
	expect(user.meta).toEqual({ resourceType: 'User' });
});

it('has one primary phone at most, and that is the unified one', () => {
	const phones: Phone[] = [
		{ value: '1', type: 'other' },
		{ value: '2', type: 'work' },
		{ value: '2', type: 'home' },
	];
	const primaries = (phone: string) =>
		(scim({ ...ada, phone }, phones).phoneNumbers as IDataObject[]).map(({ primary }) => primary);
	expect(primaries('1')).toEqual([true, undefined, undefined]);
	expect(primaries('2')).toEqual([undefined, true, undefined]);
	expect(primaries('3')).toEqual([undefined, undefined, undefined]);
});

describe('whatever the provider gave', () => {
	const valueArb = fc.oneof(
		fc.string(),
		fc.constantFrom(undefined, null, '', ' ', 0, 7, true, {}, [], '2026-01-31 09:00:00'),
	);
	const givenArb = fc.record({
		provider: fc.constant('plainly'),
		id: fc.oneof(
			fc.nat(),
			fc.string({ minLength: 1 }).filter((id) => id.trim() !== ''),
		),
		...Object.fromEntries(
			Object.keys(ada)
				.filter((name) => !['provider', 'id', 'active'].includes(name))
				.map((name) => [name, valueArb]),
		),
		active: fc.constantFrom(true, false, null),
	});

	it('is valid by the rules of RFC 7643', () => {
		fc.assert(
			fc.property(givenArb, (given) => {
				const user = scim(given);
				assertValid(user);
				expect(JSON.parse(JSON.stringify(user))).toEqual(user);
			}),
		);
	});
});

/** The schema's required attributes and types; no null, no empty list, no attribute it doesn't know. */
function assertValid(user: IDataObject): void {
	const { schemas, id, userName, meta, ...rest } = user;
	expect(schemas).toContain(CORE);
	expect((schemas as string[]).includes(ENTERPRISE)).toBe(ENTERPRISE in rest);
	for (const required of [id, userName]) expect(required).toEqual(expect.stringMatching(/\S/));
	const { resourceType, created, lastModified } = meta as IDataObject;
	expect(resourceType).toBe('User');
	for (const time of [created, lastModified]) {
		if (time !== undefined) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	}
	for (const [name, value] of Object.entries(rest)) {
		expect([name, typeof value]).toEqual([name, KINDS[name]]);
		if (!Array.isArray(value)) continue;
		expect(value.length).toBeGreaterThan(0);
		const primaries = (value as IDataObject[]).filter(({ primary }) => primary === true);
		expect(primaries.length).toBeLessThanOrEqual(1);
	}
	expect(JSON.stringify(user)).not.toMatch(/[^\\]":(null|""|\[\]|\{\})/);
}

const KINDS: Record<string, string> = {
	externalId: 'string',
	name: 'object',
	displayName: 'string',
	title: 'string',
	active: 'boolean',
	emails: 'object',
	phoneNumbers: 'object',
	photos: 'object',
	roles: 'object',
	[ENTERPRISE]: 'object',
};
