import fc from 'fast-check';
import type { GenericValue, IDataObject } from 'n8n-workflow';
import { cellOf, comparable, FINGERPRINT_MARK, valueIn } from '../../../nodes/shared/trigger/cell';

const damaged = /is damaged, so nothing was compared/;

/** What ends a cell or a row, what marks one, and what not every database takes. */
const ODD = ['|', '~', '\n', '\r', '\t', '\0', '\x7f', '\x9f', '=', '#', '"', '\ud800', '\udfff'];

const words = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc
		.array(fc.oneof(fc.constantFrom(...ODD, '~0.', '~1p.', 'ü', '𝓩', 'a'), fc.string()))
		.map((parts) => parts.join('')),
	fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
);

const values = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		words,
		fc.integer(),
		fc.double({ noDefaultInfinity: true, noNaN: true }),
		fc.boolean(),
		fc.constantFrom(null, ''),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(words, tie('value'), { maxKeys: 4 }),
	),
})).value;

describe('a cell', () => {
	it('gives back any value, as it is compared', () => {
		fc.assert(
			fc.property(values, (value) => {
				const told = comparable(value);
				expect(valueIn(cellOf(value))).toEqual(JSON.parse(JSON.stringify(told)));
			}),
		);
	});

	it('is one line of text without its separator, which every database takes', () => {
		fc.assert(
			fc.property(values, (value) => {
				const cell = cellOf(value);
				expect(cell).not.toMatch(/[|\p{Cc}\p{Surrogate}]/u);
				expect(cell.startsWith(FINGERPRINT_MARK)).toBe(false);
				expect(JSON.parse(JSON.stringify(cell))).toBe(cell);
			}),
		);
	});

	it('differs where the values differ', () => {
		const differ = (one: unknown, other: unknown) =>
			JSON.stringify(comparable(one)) !== JSON.stringify(comparable(other));
		fc.assert(
			fc.property(values, values, (one, other) => {
				expect(cellOf(one) !== cellOf(other)).toBe(differ(one, other));
			}),
		);
	});

	it.each(ODD)('escapes %j wherever it stands', (character) => {
		for (const text of [
			character,
			`a${character}`,
			`${character}a`,
			`a${character}b${character}`,
		]) {
			expect(valueIn(cellOf(text))).toBe(text.trim() === '' ? null : text.trim());
		}
	});

	it.each<[unknown, string]>([
		['Zoë Müller', 'Zoë Müller'],
		['a=b#c', 'a=b#c'],
		['=1+1', '~1p.1+1'],
		['#hash', '~z.hash'],
		['=a|b', '~1p.a~3g.b'],
		['a|b~c\nd', 'a~3g.b~3i.c~a.d'],
		[12.5, '=12.5'],
		['12.5', '12.5'],
		[true, '=true'],
		[false, '=false'],
		[[], '=[]'],
		[['b|', 'a'], '=["a","b~3g."]'],
		[{ b: 1, a: 2 }, '={"a":2,"b":1}'],
	])('of %j is %j', (value, cell) => {
		expect(cellOf(value)).toBe(cell);
		expect(valueIn(cell)).toEqual(comparable(value));
	});

	it.each([undefined, null, '', '   ', '\u00a0\n'])('is empty for %j', (nothing) => {
		expect(cellOf(nothing)).toBe('');
		expect(comparable(nothing)).toBeNull();
	});

	it('is refused where it holds no JSON after its mark', () => {
		expect(() => valueIn('={"a":')).toThrow(damaged);
		expect(() => valueIn('=')).toThrow(damaged);
	});
});

describe('a value as it is compared', () => {
	it.each<[unknown, GenericValue | IDataObject]>([
		[' Zoë ', 'Zoë'],
		[0, 0],
		[false, false],
		[
			['b', 'a', 'c'],
			['a', 'b', 'c'],
		],
		[
			[' b', 'a ', ''],
			['a', 'b', null],
		],
		[
			[
				{ id: 2, level: 1 },
				{ level: 5, id: 1 },
			],
			[
				{ id: 1, level: 5 },
				{ id: 2, level: 1 },
			],
		],
		[{ b: { d: ' x ', c: [2, 1], e: null }, a: '' }, { b: { c: [1, 2], d: 'x' } }],
		[
			[{ id: 1, name: null }, { id: 2 }],
			[{ id: 1 }, { id: 2 }],
		],
	])('of %j is %j', (value, told) => {
		expect(comparable(value)).toEqual(told);
	});

	it('has the names of objects in one order', () => {
		expect(JSON.stringify(comparable({ b: [{ d: 1, c: 2 }], a: 3 }))).toBe(
			'{"a":3,"b":[{"c":2,"d":1}]}',
		);
	});

	it('is the same for a list in any order', () => {
		fc.assert(
			fc.property(
				fc.array(values),
				fc.infiniteStream(fc.double({ min: 0, max: 1 })),
				(list, keys) => {
					const keyed = list.map((entry) => [Number(keys.next().value), entry] as const);
					const other = keyed.sort(([one], [two]) => one - two).map(([, entry]) => entry);
					expect(cellOf(other)).toBe(cellOf(list));
				},
			),
		);
	});
});
