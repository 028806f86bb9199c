import { said } from '../said';
import { readAutocallsError } from '../../../nodes/Autocalls/autocalls.errors';
import { autocallsUsers } from '../../../nodes/Autocalls/user/user';

const listing = autocallsUsers.listing({ parameter: () => null });

const read = (status: number, body?: unknown) =>
	said(readAutocallsError({ status, headers: {}, text: '', body }));

describe("Autocalls' refusals", () => {
	it.each([{ message: 'no' }, { error: '' }, { error: null }, { error: 'no', data: [] }, [], 'no'])(
		'%j is none with a status below 400',
		(body) => {
			for (const status of [200, 302, 399]) expect(read(status, body)).toBeUndefined();
		},
	);

	it.each([{ error: { message: 'no' } }, { errors: { a: ['no'] } }, { errors: ['no'] }])(
		'%j in a body with 200 leaves open what was done',
		(body) => {
			expect(read(200, body)).toMatchObject({ kind: 'providerFailed' });
			expect(read(200, { ...body, data: [] })).toBeUndefined();
		},
	);

	it.each([200, 302, 399])('an error in a body with %d leaves open what was done', (status) => {
		expect(read(status, { error: 'no', code: 7 })).toEqual({
			text: 'no',
			code: '7',
			kind: 'providerFailed',
		});
	});

	it.each<[number, RegExp, object]>([
		[401, /API key in the credential/, {}],
		[402, /balance/, { cause: 'quota-exhausted' }],
		[403, /white-label admin/, {}],
		[404, /Check the user/, {}],
		[429, /'Requests per Second'/, {}],
		[500, /Try again later/, {}],
		[400, /values that you entered/, {}],
		[422, /values that you entered/, {}],
	])('%d comes with advice, and with a cause where money is short', (status, next, cause) => {
		expect(read(status)).toEqual({
			text: 'the request was refused',
			next: expect.stringMatching(next),
			...cause,
		});
	});

	it.each<[number, object, object]>([
		[418, { message: 'm', error: 'e', code: 7 }, { text: 'm', code: '7' }],
		[418, { message: ' ', error: 'e' }, { text: 'e' }],
		[418, { errors: { a: ['b', 'c', 1], d: 'e' }, message: 'm' }, { text: 'a: b c; d: e' }],
		[418, { errors: {}, message: 'm' }, { text: 'm' }],
		[418, { errors: ['x'], message: 'm' }, { text: 'x' }],
		[422, { errors: ['x'] }, { text: 'x', next: 'Check the values that you entered.' }],
		[422, { errors: {}, message: 'm' }, { text: 'm', next: expect.stringContaining('values') }],
		[
			422,
			{ errors: { a: ['b'] } },
			{ text: 'a: b', next: 'Correct the field that the message names.' },
		],
		[
			400,
			{ message: 'Insufficient BALANCE.' },
			{ text: 'Insufficient BALANCE.', next: expect.stringContaining("lower 'Amount'") },
		],
		[
			400,
			{ message: 'Unbalanced' },
			{ text: 'Unbalanced', next: expect.stringContaining('values') },
		],
	])('%d %j is read as %j', (status, body, failure) => {
		expect(read(status, body)).toEqual(failure);
	});
});

it.each<[unknown, unknown]>([
	[[{ id: 1 }], { records: [{ id: 1 }] }],
	[{ data: [{ id: 1 }] }, { records: [{ id: 1 }] }],
	[
		{ data: [], total: '9', per_page: 5, last_page: 2, next_page_url: null },
		{ records: [], total: 9, size: 5, lastPage: 2 },
	],
	[
		{ data: [], total: 1, meta: { total: 9, per_page: 5, last_page: 2 } },
		{ records: [], total: 9, size: 5, lastPage: 2 },
	],
	[
		{ data: [], next_page_url: 'x' },
		{ records: [], another: true },
	],
	[
		{ data: [], links: { next: 'x' } },
		{ records: [], another: true },
	],
	[{ data: [], links: 'x' }, { records: [] }],
	[
		{ data: [], meta: { next_cursor: 'x' } },
		{ records: [], another: true },
	],
	[
		{ data: [], pagination: { total: 9, per_page: 5, last_page: 2 } },
		{ records: [], total: 9, size: 5, lastPage: 2 },
	],
	[
		{ data: [], meta: { pagination: { total: 9, per_page: 5, total_pages: 2 } } },
		{ records: [], total: 9, size: 5, lastPage: 2 },
	],
	[{ data: ['x'] }, undefined],
	[{ users: [] }, undefined],
	['text', undefined],
])("Autocalls' page %j is read as %j", (body, page) => {
	expect(listing.page(body)).toEqual(page);
});
