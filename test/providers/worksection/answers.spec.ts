import { said } from '../said';
import { readWorksectionError } from '../../../nodes/Worksection/worksection.errors';
import { worksectionUsers } from '../../../nodes/Worksection/user/user';

const listing = worksectionUsers.listing({ parameter: () => null });

const read = (status: number, body?: unknown, text = '') =>
	said(readWorksectionError({ status, headers: {}, text, body }));

describe("Worksection's refusals", () => {
	it.each<[number, unknown, string]>([
		[200, { status: 'ok' }, ''],
		[200, [{ status: 'error' }], ''],
		[200, undefined, '<html>'],
		[200, { status: 'ok', message: 'Too many requests' }, 'Too many requests'],
		[399, undefined, ''],
	])('%d %j is none', (status, body, text) => {
		expect(read(status, body, text)).toBeUndefined();
	});

	it.each<[number, RegExp, object]>([
		[2, /API key and the account URL/, { cause: 'credential-invalid' }],
		[10, /Fill in the field/, {}],
		[11, /Correct the value/, {}],
		[20, /admin API key/, {}],
		[30, /searched for/, {}],
	])('code %d comes with advice, and with a cause where it is the key', (code, next, cause) => {
		expect(read(200, { status: 'error', status_code: code, message: 'No' })).toEqual({
			text: 'No',
			code: String(code),
			next: expect.stringMatching(next),
			...cause,
		});
	});

	it.each<[number, RegExp]>([
		[401, /API key/],
		[403, /API access is on/],
		[404, /account URL/],
		[414, /8 KB/],
	])('status %d comes with advice', (status, next) => {
		expect(read(status, undefined)).toEqual({
			text: 'the request was refused',
			next: expect.stringMatching(next),
		});
	});

	it("prefers a code's advice to a status's, and knows none for others", () => {
		expect(read(404, { status_code: 10 })?.next).toContain('Fill in');
		expect(read(418, { status_code: 99 })).toEqual({
			text: 'the request was refused',
			code: '99',
		});
	});

	it.each<[object, string]>([
		[{ message: 'm', errorDescription: 'd', error: 'e', message_details: 'x' }, 'm: x'],
		[{ errorDescription: 'd', error: 'e' }, 'd'],
		[{ error: 'e' }, 'e'],
		[{ message_details: 'x' }, 'the request was refused: x'],
		[{ message_details: 'x y', errors: ['z'] }, 'z: x y'],
	])('%j says %j', (body, text) => {
		expect(read(400, body)?.text).toBe(text);
	});

	it('leaves our limits out where the provider names its own', () => {
		const next = expect.not.stringMatching(/one request a second|8 KB/);
		expect(read(429, { message: 'At most 2 requests a second' })?.next).toEqual(next);
		expect(read(414, { message: 'At most 4,096 bytes' })?.next).toBe('Shorten the values.');
	});

	it('tells a rate that did nothing from one of which that is not known', () => {
		const next = expect.stringContaining('one request per second');
		expect(read(429)).toEqual({ text: 'the request was refused', kind: 'rateLimited', next });
		expect(read(200, { status: 'error', message: 'TOO MANY requests' })).toEqual({
			text: 'TOO MANY requests',
			kind: 'refusedForNow',
			next,
		});
		expect(read(200, undefined, 'Too many requests')).toMatchObject({
			kind: 'refusedForNow',
			next,
		});
	});
});

it.each<[unknown, unknown]>([
	[{ status: 'ok', data: [{ id: 1 }] }, { records: [{ id: 1 }] }],
	[{ status: 'ok' }, { records: [] }],
	[{ status: 'ok', data: null }, { records: [] }],
	[{ status: 'ok', data: ['x'] }, undefined],
	[{ status: 'error', data: [] }, undefined],
	[{ data: [] }, undefined],
	[[], undefined],
])("Worksection's page %j is read as %j", (body, page) => {
	expect(listing.page(body)).toEqual(page);
});
