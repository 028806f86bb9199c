import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { scimUser } from '../../nodes/shared/scim';
import { offered, rooms } from './rooms';
import { asScim } from './scimLibrary';

const KEYS = [
	...['provider', 'id', 'userName', 'displayName', 'givenName', 'familyName', 'email', 'phone'],
	...['title', 'department', 'team', 'role', 'active', 'photoUrl', 'createdAt', 'updatedAt'],
];
const NOTHING = [null, '', '   ', undefined];
const ODD = [
	[],
	{},
	['a', 2, null],
	{ value: 'x' },
	true,
	false,
	0,
	-1.5,
	1e21,
	'\u0000',
	'☎',
	'𝓩',
];
const HUGE = 'ü'.repeat(100_000);

const kindOf = (value: unknown): string => (value === null ? 'null' : typeof value);

describe.each(Object.entries(rooms))('the users of %s', (_name, room) => {
	const { kind, provider, fields } = room;
	const someone: IDataObject = { [room.id]: 71 };
	const unify = (more: object) => ({ ...kind.unify({ ...someone, ...more }) });
	const scim = (more: object) => {
		const user = { ...someone, ...more };
		return scimUser(kind.unify(user), kind.phones?.(user) ?? []);
	};
	const bare = Object.fromEntries(KEYS.map((key) => [key, null]));
	const nobody = { ...bare, provider, id: '71' };
	const rows = Object.entries(fields).map(([name, row]) => ({ name, ...row }));

	it('have a row here for every field that can be selected', () => {
		expect(Object.keys(fields).sort()).toEqual(offered(room).sort());
	});

	it('with nothing but an id are unified with every key, in order', () => {
		expect(unify({})).toEqual(nobody);
		expect(Object.keys(unify({}))).toEqual(KEYS);
	});

	it.each(rows)('have $name where it belongs, and nowhere else', ({ name, example, unified }) => {
		expect(unify({ [name]: example })).toEqual({ ...nobody, ...unified });
	});

	it.each(rows)('say null where $name is null, empty or blank', ({ name }) => {
		for (const value of NOTHING) {
			const expected = name === room.id ? { ...nobody, id: null } : nobody;
			expect(unify({ [name]: value })).toEqual(expected);
		}
	});

	it.each(rows)('are unified whatever $name is', ({ name }) => {
		for (const value of [...ODD, HUGE]) {
			const user = unify({ [name]: value });
			expect(Object.keys(user)).toEqual(KEYS);
			for (const [key, is] of Object.entries(user)) {
				expect(['null', key === 'active' ? 'boolean' : 'string']).toContain(kindOf(is));
			}
		}
	});

	it.each(rows)('are valid in SCIM whatever $name is', ({ name, example }) => {
		const values = name === room.id ? [example] : [example, ...NOTHING, ...ODD, HUGE];
		for (const value of values) {
			const user = scim({ [name]: value });
			expect(asScim(user)).toEqual(user);
		}
	});

	it('are valid in SCIM with all their fields, and lose none', () => {
		const user = scim(Object.fromEntries(rows.map(({ name, example }) => [name, example])));
		expect(asScim(user)).toEqual(user);
		expect(Object.keys(user).length).toBeGreaterThan(6);
	});

	it('are valid in SCIM whatever all of them are', () => {
		const value = fc.oneof(
			fc.constantFrom(...NOTHING, ...ODD),
			fc.string({ unit: 'binary' }),
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
			fc.webUrl(),
			fc.emailAddress(),
		);
		const user = fc.record(Object.fromEntries(rows.map(({ name }) => [name, value])));
		fc.assert(
			fc.property(user, (raw) => {
				const made = scim({ ...raw, ...someone });
				expect(asScim(made)).toEqual(made);
			}),
		);
	});
});
