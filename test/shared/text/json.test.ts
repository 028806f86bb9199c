import {
	defined,
	exactNumber,
	idOf,
	isRecord,
	list,
	number,
	own,
	record,
	records,
	selectFields,
	text,
	texts,
} from '../../../nodes/shared/text/json';

const odd = [undefined, null, true, Number.NaN, '', ' \n', [], {}, [1], { a: 1 }] as const;

it('tells an object from everything else', () => {
	expect(odd.map(isRecord)).toEqual([
		false,
		false,
		false,
		false,
		false,
		false,
		false,
		true,
		false,
		true,
	]);
	expect(record({ a: 1 })).toEqual({ a: 1 });
	expect(record([])).toBeUndefined();
});

it('reads a list of objects, and nothing else', () => {
	expect(records([])).toEqual([]);
	expect(records([{ a: 1 }, {}])).toEqual([{ a: 1 }, {}]);
	for (const value of [undefined, null, {}, 'x', [1], [{}, null], [[]]]) {
		expect(records(value)).toBeUndefined();
	}
});

it.each<[string, unknown, unknown[] | undefined]>([
	['a list', [1, 'a'], [1, 'a']],
	['an empty list', [], []],
	['digits as names', { 0: 'a', 17: 'b', '007': 'c' }, ['a', 'b', 'c']],
	['a single user', { id: 15, name: 'Ada' }, undefined],
	['a name beside digits', { 15: {}, total: 1 }, undefined],
	['a sign', { '-1': {} }, undefined],
	['a point', { '1.5': {} }, undefined],
	['a blank', { ' 1': {} }, undefined],
	['an empty name', { '': {} }, undefined],
	['no name at all', {}, undefined],
	['text', '15', undefined],
	['nothing', null, undefined],
])('%s: %j is the list %j', (_what, value, entries) => {
	expect(list(value)).toEqual(entries);
});

it('reads a list as an object like any other', () => {
	expect(records({ 15: { a: 1 }, 17: {} })).toEqual([{ a: 1 }, {}]);
	expect(records({ 15: { a: 1 }, 17: 'x' })).toBeUndefined();
	expect(texts({ 3: 'a', 5: 1, 9: 'b' })).toEqual(['a', 'b']);
});

it.each([
	['a', 'a'],
	['  a b\n', 'a b'],
	[0, '0'],
	[-1.5, '-1.5'],
	[12345678901234567890n, '12345678901234567890'],
	['12345678901234567890', '12345678901234567890'],
	['', null],
	[' \t', null],
	[null, null],
	[undefined, null],
	[false, null],
	[{}, null],
	[['a'], null],
])('the text of %p is %j', (value, words) => {
	expect(text(value)).toBe(words);
	expect(idOf(value)).toBe(words ?? undefined);
});

it('reads the texts of a list and leaves out what is none', () => {
	expect(texts(['a', 1, null, 'b', {}])).toEqual(['a', 'b']);
	expect(texts('a')).toEqual([]);
	expect(texts(undefined)).toEqual([]);
});

it.each([
	[7, 7],
	[-0.5, -0.5],
	['7', 7],
	[' 7.5 ', 7.5],
	['1e3', 1000],
	['', undefined],
	[' ', undefined],
	['seven', undefined],
	['7 days', undefined],
	['Infinity', undefined],
	[Number.NaN, undefined],
	[Number.NEGATIVE_INFINITY, undefined],
	[null, undefined],
	[true, undefined],
	[[7], undefined],
])('the number of %p is %p', (value, read) => {
	expect(number(value)).toBe(read);
});

it('selects fields as they are, and null where there are none', () => {
	const source = { a: 0, b: '', c: false, d: { e: 1 }, f: null };
	expect(selectFields(source, ['d', 'a', 'b', 'c', 'f', 'g'])).toEqual({
		d: { e: 1 },
		a: 0,
		b: '',
		c: false,
		f: null,
		g: null,
	});
});

it('selects nothing that every object has', () => {
	const selected = selectFields({ a: 1 }, ['constructor', 'toString', '__proto__']);
	expect(Object.entries(selected)).toEqual([
		['constructor', null],
		['toString', null],
		['__proto__', null],
	]);
});

it('leaves out the keys without a value, and nothing else', () => {
	const values = { a: 1, b: '', c: 0, d: false, e: null, f: undefined };
	expect(Object.entries(defined(values))).toEqual([
		['a', 1],
		['b', ''],
		['c', 0],
		['d', false],
	]);
});

it('reads an entry of a table, and nothing that every object has', () => {
	const table = { a: 1, 404: 2 };
	expect(
		['a', 404, 'b', 'constructor', 'toString', '__proto__'].map((of) => own(table, of)),
	).toEqual([1, 2, undefined, undefined, undefined, undefined]);
});

it('makes a number of digits unless it would not hold them', () => {
	expect(
		['7', '9007199254740991', '9007199254740992', '12345678901234567890'].map(exactNumber),
	).toEqual([7, 9007199254740991, '9007199254740992', '12345678901234567890']);
});
