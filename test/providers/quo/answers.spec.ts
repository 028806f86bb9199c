import { said } from '../said';
import { readQuoError } from '../../../nodes/Quo/quo.errors';
import { fullName, quoUsers } from '../../../nodes/Quo/user/user';

const listing = quoUsers.listing({ parameter: () => null });

const read = (status: number, body?: unknown) =>
	said(readQuoError({ status, headers: {}, text: '', body }));

describe("Quo's refusals", () => {
	it.each([200, 204, 399])('%d is none', (status) => {
		expect(read(status, { message: 'no', code: '1' })).toBeUndefined();
	});

	it.each<[number, RegExp]>([
		[400, /field that the message names/],
		[401, /API key in the credential/],
		[402, /subscription/],
		[403, /owner or admin/],
		[404, /ID.* workspace/],
		[429, /'Requests per Second'/],
		[500, /Try again later/],
	])('%d comes with advice', (status, next) => {
		expect(read(status)).toEqual({
			text: 'the request was refused',
			next: expect.stringMatching(next),
		});
	});

	it('has no advice where nothing is known', () => {
		expect(read(418, 'text')).toEqual({ text: 'text' });
		expect(read(418, 418)).toEqual({ text: 'the request was refused' });
	});

	it.each<[object, object]>([
		[
			{ message: 'm', title: 't', code: '1', key: 'k' },
			{ text: 'm', code: '1' },
		],
		[
			{ title: 't', key: 'k' },
			{ text: 't', code: 'k' },
		],
		[
			{ error: { message: 'inner', code: 7 }, message: 'outer' },
			{ text: 'inner', code: '7' },
		],
		[{ error: 'text', message: 'outer' }, { text: 'outer' }],
		[
			{ message: 'm', errors: [{ path: '/a', message: 'b' }, { message: 'c' }, { path: '/d' }] },
			{ text: 'm (/a: b; c; path: /d)' },
		],
		[{ message: 'm', errors: [{}, 'x', null] }, { text: 'm (x)' }],
		[{ message: 'm', errors: { path: '/a' } }, { text: 'm (path: /a)' }],
	])('%j is read as %j', (body, failure) => {
		expect(read(418, body)).toEqual(failure);
	});
});

describe("Quo's pages", () => {
	it.each<[unknown, unknown]>([
		[
			{ data: [{ id: 'a' }], nextPageToken: 't', totalItems: 9 },
			{ records: [{ id: 'a' }], nextToken: 't' },
		],
		[{ data: [], nextPageToken: null }, { records: [] }],
		[{ data: [], nextPageToken: ' ' }, { records: [] }],
		[{ data: ['a'] }, undefined],
		[{ data: {} }, undefined],
		[[{ id: 'a' }], undefined],
		[undefined, undefined],
	])('%j is read as %j', (body, page) => {
		expect(listing.page(body)).toEqual(page);
	});

	it('are asked for as the API names things', () => {
		expect(listing).toMatchObject({
			what: 'users',
			call: { method: 'GET', path: '/v1/users' },
			size: { usual: 50, most: 50 },
		});
		const plan = { size: 50, need: 20, prefetch: 1, start: 't' };
		expect(listing.paging.first(plan)).toEqual({ maxResults: 20, pageToken: 't' });
		expect(listing.paging.resume?.({}, 0)).toContain("'Page Token'");
	});

	it('know their users by ID and e-mail address', () => {
		const user = { id: 'US1', email: 'A@B.example' };
		expect(listing.id(user)).toBe('US1');
		expect(quoUsers.keys.id?.of(user)).toBe('US1');
		expect(quoUsers.keys.email?.of(user)).toBe('a@b.example');
	});
});

describe("Quo's users", () => {
	const user = {
		id: 'US1',
		firstName: ' Ada',
		lastName: 'Lovelace ',
		email: 'Ada@b.example',
		role: 'Owner',
		pictureUrl: 'https://p.example',
		createdAt: '2026-01-31T09:00:00Z',
		updatedAt: '2026-02-01T09:00:00Z',
	};

	it('are simplified to the same fields always, with numbers where those were asked for', () => {
		const { id, ...rest } = user;
		expect(quoUsers.shapes.simplify({ ...user, groups: [] })).toEqual(user);
		expect(quoUsers.shapes.simplify({ id })).toEqual({
			...Object.fromEntries(Object.keys(rest).map((name) => [name, null])),
			id,
		});
		expect(quoUsers.shapes.simplify({ ...user, phoneNumbers: ['+1'] })).toEqual({
			...user,
			phoneNumbers: ['+1'],
		});
	});

	it('are unified', () => {
		expect(quoUsers.shapes.unify({ ...user, phoneNumbers: ['+1', '+2'] })).toEqual({
			provider: 'quo',
			id: 'US1',
			userName: 'ada@b.example',
			displayName: 'Ada Lovelace',
			givenName: 'Ada',
			familyName: 'Lovelace',
			email: 'ada@b.example',
			phone: '+1',
			title: null,
			department: null,
			team: null,
			role: 'owner',
			active: null,
			photoUrl: 'https://p.example',
			createdAt: '2026-01-31T09:00:00.000Z',
			updatedAt: '2026-02-01T09:00:00.000Z',
		});
		expect(fullName({ lastName: 'Lovelace' })).toBe('Lovelace');
		expect(fullName({ firstName: null })).toBe('');
		expect(quoUsers.shapes.phones?.({ phoneNumbers: ['+1', '+2'] })).toEqual([
			{ value: '+1', type: 'work' },
			{ value: '+2', type: 'work' },
		]);
	});
});
