import { InputError } from '../../../nodes/shared/errors';
import { choiceIn, flagIn, listIn } from '../../../nodes/shared/parameters/values';

function refusal(act: () => unknown): string {
	try {
		act();
	} catch (error) {
		if (error instanceof InputError) return error.message;
		throw error;
	}
	throw new Error('It was accepted.');
}

it.each([
	[true, true],
	[false, false],
	['true', true],
	['false', false],
	['TRUE', true],
	['False', false],
	[' true ', true],
	['\u200bTRUE\u00a0', true],
	['\ufefffalse', false],
	['1', true],
	['0', false],
	[1, true],
	[0, false],
])('the switch %p is %p', (value, flag) => {
	expect(flagIn(value, 'Return All')).toBe(flag);
});

it.each([
	['yes', "'yes'"],
	['', 'empty'],
	[null, 'empty'],
	[undefined, 'empty'],
	['wahr', "'wahr'"],
	['on', "'on'"],
	[2, '2'],
	['2', "'2'"],
	[-1, '-1'],
	[Number.NaN, 'NaN'],
	[[], 'a list'],
	[[1], 'a list'],
])('%p is no switch', (value, shown) => {
	expect(refusal(() => flagIn(value, 'Return All'))).toBe(
		`'Return All' must be true or false, not ${shown}.`,
	);
});

it('a choice is one of those that there are', () => {
	for (const value of ['b', 'B', ' b ', '\u00a0B\n']) {
		expect(choiceIn(value, 'Output', ['a', 'b'])).toBe('b');
	}
	expect(choiceIn('ACCOUNT  ADMIN', 'Role', ['admin', 'account admin'])).toBe('account admin');
	for (const value of ['c', 'a,b', 'toString']) {
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
	['["a", " b "]', ['a', 'b']],
	[' ["a, b"]\n', ['a, b']],
	['[1, 2]', ['1', '2']],
	['\ufeff["a"]', ['a']],
	['\u200b["a", "b"]\u00a0', ['a', 'b']],
])('the list %j is %j', (value, list) => {
	expect(listIn(value, 'Fields')).toEqual(list);
});

it.each([
	[[], "'Fields' is empty: choose at least one."],
	['', "'Fields' is empty: choose at least one."],
	[' , ', "'Fields' is empty: choose at least one."],
	[[null], "'Fields' is empty: choose at least one."],
	[null, "'Fields' must be a list, not empty."],
	['[]', "'Fields' is empty: choose at least one."],
	['[a, b]', "'Fields' must be a list, not '[a, b]'."],
	["['a', 'b']", "'Fields' must be a list, not '['a', 'b']'."],
	['["a", "b', `'Fields' must be a list, not '["a", "b'.`],
	['[{}]', "'Fields' must be text, not an object."],
	[7, "'Fields' must be a list, not 7."],
	[{}, "'Fields' must be a list, not an object."],
	[[{}], "'Fields' must be text, not an object."],
])('%j is no list', (value, message) => {
	expect(refusal(() => listIn(value, 'Fields'))).toBe(message);
});
