import { unifiedUser } from '../../../nodes/shared/output/unified';

const nobody = {
	provider: 'plainly',
	id: null,
	userName: null,
	displayName: null,
	givenName: null,
	familyName: null,
	email: null,
	phone: null,
	title: null,
	department: null,
	team: null,
	role: null,
	active: null,
	photoUrl: null,
	createdAt: null,
	updatedAt: null,
};

it('has always the same keys, in the same order', () => {
	const bare = unifiedUser({ provider: 'plainly', id: undefined });
	expect(Object.keys(bare)).toEqual(Object.keys(nobody));
	expect(bare).toEqual(nobody);
});

it('holds what the provider gave, trimmed, with e-mail and role in lower case', () => {
	const user = unifiedUser({
		provider: 'plainly',
		id: 7,
		userName: ' Ada.L ',
		displayName: ' Ada Lovelace\n',
		givenName: 'Ada ',
		familyName: ' Lovelace',
		email: ' Ada@Example.COM ',
		phone: ' +44 20 ',
		title: 'Countess ',
		department: ' Engines',
		team: ' Poets ',
		role: ' OWNER',
		active: true,
		photoUrl: ' https://example.com/Ada.png ',
		createdAt: '2026-01-31 09:00:00',
		updatedAt: '2026-01-31T09:00:00.5+01:00',
	});
	expect(user).toEqual({
		provider: 'plainly',
		id: '7',
		userName: 'Ada.L',
		displayName: 'Ada Lovelace',
		givenName: 'Ada',
		familyName: 'Lovelace',
		email: 'ada@example.com',
		phone: '+44 20',
		title: 'Countess',
		department: 'Engines',
		team: 'Poets',
		role: 'owner',
		active: true,
		photoUrl: 'https://example.com/Ada.png',
		createdAt: '2026-01-31T09:00:00.000Z',
		updatedAt: '2026-01-31T08:00:00.500Z',
	});
});

it.each([null, undefined, '', '   ', '\n\t', [], {}, true])(
	'holds null for %p, and invents nothing',
	(odd) => {
		const user = unifiedUser({
			provider: 'plainly',
			id: odd,
			userName: odd,
			displayName: odd,
			givenName: odd,
			familyName: odd,
			email: odd,
			phone: odd,
			title: odd,
			department: odd,
			team: odd,
			role: odd,
			active: null,
			photoUrl: odd,
			createdAt: odd,
			updatedAt: odd,
		});
		expect(user).toEqual(nobody);
	},
);

it.each([
	['12345678901234567890', '12345678901234567890'],
	[0, '0'],
	['US1', 'US1'],
])('keeps the id %p as text', (id, text) => {
	expect(unifiedUser({ provider: 'plainly', id }).id).toBe(text);
});

it.each([
	[{ email: 'Ada@example.com' }, 'ada@example.com'],
	[{ email: 'ada@example.com', userName: 'Ada' }, 'Ada'],
	[{ email: 'ada@example.com', userName: ' ' }, 'ada@example.com'],
	[{ userName: 'Ada' }, 'Ada'],
	[{ displayName: 'Ada' }, null],
])('%j has the user name %j', (given, userName) => {
	expect(unifiedUser({ provider: 'plainly', id: 1, ...given }).userName).toBe(userName);
});

it.each([true, false, null])('keeps active as %p', (active) => {
	expect(unifiedUser({ provider: 'plainly', id: 1, active }).active).toBe(active);
});

it.each([
	['2026-01-31T09:00:00Z', '2026-01-31T09:00:00.000Z'],
	['2026-01-31T09:00:00.123456Z', '2026-01-31T09:00:00.123Z'],
	['2026-01-31T09:00:00', '2026-01-31T09:00:00'],
	['2026-01-31', '2026-01-31T00:00:00.000Z'],
	['0000-00-00T00:00:00', null],
	['2026-02-30T00:00:00', null],
	['2026-01-31T25:00:00', null],
	['0000-00-00 00:00:00', null],
	['soon', null],
	[1767225600, null],
])('the time %p is %p', (createdAt, time) => {
	const user = unifiedUser({ provider: 'plainly', id: 1, createdAt, updatedAt: createdAt });
	expect([user.createdAt, user.updatedAt]).toEqual([time, time]);
});
