import {
	assertMode,
	chosenIdIn,
	locatorIn,
	refuseEmailAsId,
} from '../../../nodes/shared/parameters/locator';

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
		expect(() => locatorIn(value, 'User')).toThrow("'User' is empty.");
	},
);

it('a mode that is not offered does not pass for another one', () => {
	expect(() => assertMode({ mode: 'id', value: '7' }, 'User', ['id', 'email'])).not.toThrow();
	expect(() => assertMode({ mode: 'name', value: '7' }, 'User', ['id', 'email'])).toThrow(
		"'User' can't be chosen by 'name': use id or email.",
	);
});

describe('a chosen ID', () => {
	it.each([{ mode: 'list', value: '7' }, { mode: 'id', value: ' 7 ' }, { value: 7 }, '7', 7])(
		'is read from %j',
		(value) => {
			expect(chosenIdIn(value, 'Queue')).toBe('7');
		},
	);

	it('can be named in no other way', () => {
		expect(() => chosenIdIn({ mode: 'name', value: 'Sales' }, 'Queue')).toThrow(
			"'Queue' can't be chosen by 'name': use id.",
		);
	});
});

it.each([
	['id', 'ann@example.com', true],
	['id', '@', true],
	['id', '7', false],
	['id', 'USann', false],
	['email', 'ann@example.com', false],
])('an e-mail address is no ID: %s %s', (mode, value, refused) => {
	const check = () => refuseEmailAsId({ mode, value }, 'User', 'By Name');
	if (!refused) return void expect(check).not.toThrow();
	expect(check).toThrow(
		expect.objectContaining({
			message: `'User' is not an ID: '${value}'.`,
			description: "Enter an ID, or choose 'By Name'.",
		}),
	);
});
