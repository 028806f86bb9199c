import { InputError } from '../../../nodes/shared/errors';
import {
	collectionIn,
	digitsIn,
	emailIn,
	given,
	numberIn,
	passwordIn,
	quoted,
	textIn,
} from '../../../nodes/shared/parameters/values';

function errorOf(act: () => unknown): InputError {
	try {
		act();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
	throw new Error('It was accepted.');
}

const refusal = (act: () => unknown) => errorOf(act).message;
const empties = [undefined, null, '', ' \n\t', '\u00a0', '\u200b \ufeff'];
const halfAnEmoji = '\ud83d';

it.each([
	[undefined, false],
	[null, false],
	['', false],
	[' \n', false],
	[0, true],
	[false, true],
	['x', true],
	[[], true],
	[{}, true],
])('whether %p was given: %p', (value, was) => {
	expect(given(value)).toBe(was);
});

describe('a text', () => {
	it.each([
		['a', 'a'],
		['  a b \n', 'a b'],
		['naïve 🙂', 'naïve 🙂'],
		[7, '7'],
		[0, '0'],
		[-1.5, '-1.5'],
		[9007199254740991, '9007199254740991'],
		[12345678901234567890n, '12345678901234567890'],
	])('%p is %j', (value, text) => {
		expect(textIn(value, 'Name')).toBe(text);
	});

	it('that is empty is refused, and what to do is said', () => {
		for (const value of empties) {
			const error = errorOf(() => textIn(value, 'Name'));
			expect(error.message).toBe("'Name' is empty.");
			expect(error.description).toContain("Enter a value for 'Name'");
		}
	});

	it.each([
		[true, "'Name' must be text, not true."],
		[['a'], "'Name' must be text, not a list."],
		[{ a: 1 }, "'Name' must be text, not an object."],
		[Number.NaN, "'Name' must be text, not NaN."],
		[12345678901234567890, "'Name' is a number too large to be exact. Enter it as text."],
		[2 ** 53, "'Name' is a number too large to be exact. Enter it as text."],
		[`Ada ${halfAnEmoji}`, "'Name' contains a broken character. Enter the text again."],
	])('%p is refused', (value, message) => {
		expect(refusal(() => textIn(value, 'Name'))).toBe(message);
	});
});

describe('a password', () => {
	it('stays as it is, blanks included', () => {
		expect(passwordIn('  pass word ', 'Password', { shortest: 8 })).toBe('  pass word ');
		expect(passwordIn('12345678', 'Password', { shortest: 8 })).toBe('12345678');
	});

	it('that is too short is refused without being shown', () => {
		expect(refusal(() => passwordIn('1234567', 'Password', { shortest: 8 }))).toBe(
			"'Password' is too short: it needs at least 8 characters.",
		);
	});

	it('is counted in characters, not in halves of them', () => {
		expect(() => passwordIn('1', 'Password', { shortest: 8, next: 'Use a digit.' })).toThrow(
			expect.objectContaining({ description: 'Use a digit.' }),
		);
		expect(refusal(() => passwordIn('🙂🙂🙂🙂', 'Password', { shortest: 8 }))).toContain(
			'too short',
		);
		expect(passwordIn('🙂'.repeat(8), 'Password', { shortest: 8 })).toBe('🙂'.repeat(8));
	});

	it('that is empty is refused', () => {
		for (const value of empties) {
			expect(refusal(() => passwordIn(value, 'Password', { shortest: 8 }))).toBe(
				"'Password' is empty.",
			);
		}
	});

	it('of another type, or that cannot be sent, is refused without being shown', () => {
		for (const value of [12345678, true, ['12345678'], { a: 1 }]) {
			expect(refusal(() => passwordIn(value, 'Password', { shortest: 8 }))).toBe(
				"'Password' must be text.",
			);
		}
		expect(refusal(() => passwordIn(`password${halfAnEmoji}`, 'Password', { shortest: 8 }))).toBe(
			"'Password' contains a broken character. Enter the text again.",
		);
	});
});

describe('an e-mail address', () => {
	it.each(['ada@example.com', ' ada+x@example.com ', 'ä@münchen.example', "o'neil@a.b", 'a@b'])(
		'%j is one',
		(value) => {
			expect(emailIn(value, 'Email')).toBe(value.trim());
		},
	);

	it.each(['ada', 'ada@', '@example.com', 'a b@c.d', 'a@b@c', 'a@b c', 'a@b\nc@d'])(
		'%j is none',
		(value) => {
			expect(refusal(() => emailIn(value, 'Email'))).toBe(
				`'Email' is not an e-mail address: '${value}'.`,
			);
		},
	);

	it('that is very long is shown cut', () => {
		expect(refusal(() => emailIn('x'.repeat(500), 'Email')).length).toBeLessThan(130);
	});
});

describe('an ID of digits', () => {
	it.each([
		['123', '123'],
		[' 123 ', '123'],
		[123, '123'],
		['12345678901234567890', '12345678901234567890'],
		// The same ID to an API that reads a number, and another one to whoever compares.
		['0071', '71'],
		['000', '0'],
	])('%p is %s', (value, digits) => {
		expect(digitsIn(value, 'User')).toBe(digits);
	});

	it.each(['all', '1;2', '1,2', '1 2', '-1', '+1', '1.5', '1e3', '0x1', '١٢', '１２', '../1', '*'])(
		'%j is none',
		(value) => {
			expect(refusal(() => digitsIn(value, 'User'))).toBe(
				`'User' must be an ID made of digits only, not '${value}'.`,
			);
		},
	);

	it('is never one that a number has changed', () => {
		expect(refusal(() => digitsIn(12345678901234567890, 'User'))).toContain(
			'too large to be exact',
		);
		expect(refusal(() => digitsIn(-7, 'User'))).toContain('digits only');
		expect(refusal(() => digitsIn(1e21, 'User'))).toContain('too large to be exact');
	});
});

describe('a number', () => {
	it.each([
		[7, 7],
		['7', 7],
		[' 7.5 ', 7.5],
		['-1e2', -100],
		[0, 0],
	])('%p is %d', (value, number) => {
		expect(numberIn(value, 'Limit')).toBe(number);
	});

	it.each([
		['seven', "'Limit' must be a number, not 'seven'."],
		[true, "'Limit' must be a number, not true."],
		[null, "'Limit' must be a number, not empty."],
		[undefined, "'Limit' must be a number, not empty."],
		[[7], "'Limit' must be a number, not a list."],
		[{}, "'Limit' must be a number, not an object."],
		['Infinity', "'Limit' must be a number, not 'Infinity'."],
		[Number.NaN, "'Limit' must be a number, not NaN."],
		['', "'Limit' is empty."],
		['  ', "'Limit' is empty."],
	])('%p is none', (value, message) => {
		expect(refusal(() => numberIn(value, 'Limit'))).toBe(message);
	});

	it.each([
		[0, { least: 1 }, "'Limit' must be at least 1, not 0."],
		[1, { least: 1 }, undefined],
		[11, { most: 10 }, "'Limit' must be at most 10, not 11."],
		[10, { most: 10 }, undefined],
		[1.5, { whole: true }, "'Limit' must be a whole number, not 1.5."],
		['2', { whole: true, least: 1, most: 3 }, undefined],
	])('%p within %j', (value, range, message) => {
		const read = () => numberIn(value, 'Limit', range);
		if (message === undefined) expect(read()).toBe(Number(value));
		else expect(refusal(read)).toBe(message);
	});
});

it('a collection is an object, or nothing', () => {
	expect(collectionIn({ a: 1 }, 'Options')).toEqual({ a: 1 });
	for (const value of [undefined, null, '']) expect(collectionIn(value, 'Options')).toEqual({});
	expect(refusal(() => collectionIn([], 'Options'))).toBe(
		"'Options' must be a collection of fields, not a list.",
	);
	expect(refusal(() => collectionIn('a', 'Options'))).toContain("not 'a'.");
});

it.each([
	['Ada', "'Ada'"],
	['x'.repeat(80), `'${'x'.repeat(80)}'`],
	['🙂'.repeat(90), `'${'🙂'.repeat(80)}…'`],
])('quotes no more of a text than one can read', (value, shown) => {
	expect(quoted(value)).toBe(shown);
});
