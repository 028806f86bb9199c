import { InputFault } from '../../../nodes/shared/errors';
import {
	choiceIn,
	collectionIn,
	flagIn,
	listIn,
	locatorIn,
} from '../../../nodes/shared/parameters/values';

function refusal(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		if (error instanceof InputFault) return error.message;
		throw error;
	}
	throw new Error('It was accepted.');
}

it.each([
	[true, true],
	[false, false],
	['true', true],
	['false', false],
])('the switch %p is %p', (value, flag) => {
	expect(flagIn(value, 'Return All')).toBe(flag);
});

it.each([
	['yes', "'yes'"],
	['', 'empty'],
	[null, 'empty'],
	[undefined, 'empty'],
	[1, '1'],
	[[], 'a list'],
])('%p is no switch', (value, shown) => {
	expect(refusal(() => flagIn(value, 'Return All'))).toBe(
		`'Return All' must be true or false, not ${shown}.`,
	);
});

it('a choice is one of those that there are', () => {
	expect(choiceIn('b', 'Output', ['a', 'b'])).toBe('b');
	for (const value of ['c', 'A', ' a', 'toString']) {
		expect(refusal(() => choiceIn(value, 'Output', ['a', 'b']))).toBe(
			`'Output' must be one of a, b, not '${value}'.`,
		);
	}
	expect(refusal(() => choiceIn(null, 'Output', ['a', 'b']))).toBe(
		"'Output' must be one of a, b, not empty.",
	);
	expect(refusal(() => choiceIn('x'.repeat(99), 'Output', ['a'])).length).toBeLessThan(99);
});

it.each([
	[
		['a', 'b'],
		['a', 'b'],
	],
	['a', ['a']],
	['a, b ,,c', ['a', 'b', 'c']],
	[
		['a', '', null, ' b '],
		['a', 'b'],
	],
	[
		[1, 2],
		['1', '2'],
	],
])('the list %j is %j', (value, list) => {
	expect(listIn(value, 'Fields')).toEqual(list);
});

it.each([
	[[], "'Fields' is empty: choose at least one."],
	['', "'Fields' is empty: choose at least one."],
	[' , ', "'Fields' is empty: choose at least one."],
	[[null], "'Fields' is empty: choose at least one."],
	[null, "'Fields' must be a list, not empty."],
	[7, "'Fields' must be a list, not 7."],
	[{}, "'Fields' must be a list, not an object."],
	[[{}], "'Fields' must be text, not an object."],
])('%j is no list', (value, message) => {
	expect(refusal(() => listIn(value, 'Fields'))).toBe(message);
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
	[
		{ mode: 'email', value: ' a@b ' },
		{ mode: 'email', value: 'a@b' },
	],
	[
		{ mode: 'id', value: 7 },
		{ mode: 'id', value: '7' },
	],
	[
		{ mode: 'list', value: '7' },
		{ mode: 'id', value: '7' },
	],
	[
		{ mode: '', value: '7' },
		{ mode: 'id', value: '7' },
	],
	[{ value: '7' }, { mode: 'id', value: '7' }],
	['7', { mode: 'id', value: '7' }],
	[7, { mode: 'id', value: '7' }],
])('the locator %j names %j', (value, locator) => {
	expect(locatorIn(value, 'User')).toEqual(locator);
});

it.each([null, undefined, '', {}, { mode: 'email', value: '' }, { mode: 'list', value: null }])(
	'the locator %j is empty',
	(value) => {
		expect(refusal(() => locatorIn(value, 'User'))).toBe("'User' is empty.");
	},
);
