import { bodyOf, encodeQuery, segment } from '../../../nodes/shared/http/encode';

it('encodes a query once', () => {
	const query = { 'a b': 'ä&=+/?#', yes: true, count: 7 };
	expect(encodeQuery(query)).toBe('a%20b=%C3%A4%26%3D%2B%2F%3F%23&yes=true&count=7');
	expect(encodeQuery({})).toBe('');
});

it.each([
	[
		{ form: { 'p w': 'ä b&c', on: false } },
		'p%20w=%C3%A4%20b%26c&on=false',
		'x-www-form-urlencoded',
	],
	[{ json: { a: ['ä'], b: { c: null } } }, '{"a":["ä"],"b":{"c":null}}', 'json'],
])('the body of %j', (sent, body, type) => {
	expect(bodyOf({ method: 'POST', path: '/', ...sent })).toEqual({
		body,
		type: `application/${type}`,
	});
});

it('a call without a form and JSON has no body', () => {
	expect(bodyOf({ method: 'POST', path: '/' })).toEqual({});
});

it.each([
	['abc', 'abc'],
	['../a?b#c', '..%2Fa%3Fb%23c'],
	['.', '%2E'],
	['..', '%2E%2E'],
	['...', '...'],
	['', ''],
])('%j stays one part of a path: %s', (value, part) => {
	expect(segment(value)).toBe(part);
});
