import fc from 'fast-check';
import { parseExact, parseOrNothing } from '../../../nodes/shared/http/exactJson';

const digits = '12345678901234567890';

describe('an integer that a double cannot hold', () => {
	it.each([
		['alone', digits, digits],
		['negative', `-${digits}`, `-${digits}`],
		['in an object', `{"id":${digits}}`, { id: digits }],
		['before a blank', `{"id": ${digits} }`, { id: digits }],
		['before a comma', `{"id":${digits},"a":1}`, { id: digits, a: 1 }],
		['after a line break', `{"id":\n\t${digits}\n}`, { id: digits }],
		['in a list', `[${digits},1,${digits}]`, [digits, 1, digits]],
		['deep inside', `{"a":[{"b":[[${digits}]]}]}`, { a: [{ b: [[digits]] }] }],
		['after a text with digits', `{"a":"${digits}","b":${digits}}`, { a: digits, b: digits }],
		['first beyond', '9007199254740992', '9007199254740992'],
		['first beyond, negative', '-9007199254740992', '-9007199254740992'],
		['very long', '1'.repeat(400), '1'.repeat(400)],
	])('keeps its digits (%s)', (_where, text, value) => {
		expect(parseExact(text)).toEqual(value);
	});
});

describe('what a double can hold', () => {
	it.each([
		['0', 0],
		['-0', -0],
		['9007199254740991', 9007199254740991],
		['-9007199254740991', -9007199254740991],
		['1234567890123456', 1234567890123456],
		['0.1234567890123456789', 0.1234567890123456789],
		['-12345678901234567890.5', -12345678901234567890.5],
		['12345678901234567890e2', 1.234567890123456789e21],
		['12345678901234567890E-4', 1234567890123456.789],
		['1.5e300', 1.5e300],
		['1e00000000000000000005', 100_000],
		['true', true],
		['null', null],
		['""', ''],
	])('%s stays a number', (text, value) => {
		expect(parseExact(text)).toBe(value);
		expect(parseExact(`{"a":[${digits},${text}]}`)).toEqual({ a: [digits, value] });
	});
});

describe('a text is never touched', () => {
	it.each([
		digits,
		`id: ${digits}`,
		`"id":${digits},`,
		`\\": ${digits}`,
		`\\\\`,
		`\\`,
		`quote " and ${digits}`,
		`\u2028${digits}\n`,
		`{"a":${digits}}`,
		`${digits}\\`,
	])('%j', (value) => {
		const text = JSON.stringify({ before: value, id: 1, [value]: [value] });
		const exact = text.replace('"id":1', `"id":${digits}`);
		expect(parseExact(exact)).toEqual({ before: value, id: digits, [value]: [value] });
	});
});

it('is JSON.parse for everything without such integers', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			fc.pre(!hasUnsafe(value));
			const text = JSON.stringify(value);
			expect(parseExact(text)).toEqual(JSON.parse(text));
			expect(parseExact(JSON.stringify(value, null, 2))).toEqual(JSON.parse(text));
		}),
	);
});

it('gives every big integer as it was written, wherever it stands', () => {
	const big = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string(), big), { maxLength: 8 }), (pairs) => {
			const list = pairs.map(([name, id]) => `{"name":${JSON.stringify(name)},"id":${id}}`);
			const wanted = pairs.map(([name, id]) => ({
				name,
				id: Number.isSafeInteger(Number(id)) ? Number(id) : String(id),
			}));
			expect(parseExact(`[${list.join(', ')}]`)).toEqual(wanted);
		}),
	);
});

it('reads a page of 20,000 users with big ids, long texts and many escapes', () => {
	const note = '"\\/\b\n\u00e9'.repeat(40);
	const user = JSON.stringify({ note, id: 1 }).replace('"id":1', `"id":${digits}`);
	const page = `[${Array(20_000).fill(user).join(',')}]`;
	const users = parseExact(page) as unknown[];
	expect(users).toHaveLength(20_000);
	expect(users.at(-1)).toEqual({ note, id: digits });
});

it.each(['', ' ', '<html>', '{"a":1', `{"a":${digits}`, 'undefined', "{'a':1}", `[${digits} 1]`])(
	'%j is no JSON',
	(text) => {
		expect(() => parseExact(text)).toThrow(SyntaxError);
		expect(parseOrNothing(text)).toBeUndefined();
	},
);

it('reads JSON where there is some', () => {
	expect(parseOrNothing(`{"id":${digits}}`)).toEqual({ id: digits });
	expect(parseOrNothing('null')).toBeNull();
});

function hasUnsafe(value: unknown): boolean {
	return /\d{16}/.test(JSON.stringify(value));
}
