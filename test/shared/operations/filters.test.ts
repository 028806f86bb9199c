import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	above,
	below,
	contains,
	containsPhone,
	equals,
	type Filter,
	isOneOf,
	readFilters,
	type TestedField,
} from '../../../nodes/shared/operations/filters';
import { asFlag, asText } from '../../../nodes/shared/parameters/sentFields';
import { SPELLINGS } from '../../spelledNames/spellings';
import { HYPHENS, MAIL_MARKS } from '../../pasted/marks';
import { fakeItem } from '../fakeItem';

const odd: unknown[] = [undefined, null, '', '  ', true, {}, [], ['ada'], Number.NaN];

/** Which of the values a filter lets through. */
function passing(filter: TestedField['test'], wanted: unknown, values: unknown[]): unknown[] {
	const test = filter(wanted, 'Title', fakeItem({}));
	return values.filter((value) => test({ field: value } as IDataObject));
}

describe('contains', () => {
	const search = contains(({ name, email }) => [name, email]);
	const matches = (wanted: unknown, user: IDataObject) =>
		search(wanted, 'Search', fakeItem({}))(user);

	it.each([
		['lov', { name: 'Ada Lovelace' }, true],
		['ADA', { name: 'Ada Lovelace' }, true],
		[' ada ', { name: 'Ada Lovelace' }, true],
		['a l', { name: 'Ada Lovelace' }, true],
		['example', { name: null, email: 'ada@example.com' }, true],
		['ÄRGER', { name: 'jutta ärger' }, true],
		['12', { name: 9127 }, true],
		['ada', { name: 'Bob', email: 'bob@example.com' }, false],
		['ada', {}, false],
		['ada', { name: ['ada'], email: { ada: 1 } }, false],
		['true', { name: true }, false],
		['null', { name: null }, false],
	])('%j in %j: %p', (wanted, user, found) => {
		expect(matches(wanted, user as IDataObject)).toBe(found);
	});
});

describe('equals', () => {
	it('compares without case and blanks, and never with parts', () => {
		const values = ['Ada', ' ADA ', 'ada', 'adam', 'a', ...odd];
		expect(passing(equals('field'), ' aDa', values)).toEqual(['Ada', ' ADA ', 'ada']);
	});

	it('compares a number as text', () => {
		expect(passing(equals('field'), 7, [7, '7', 70, ...odd])).toEqual([7, '7']);
	});
});

describe('isOneOf', () => {
	const values = ['Owner', ' admin', 'member', 'adm', ...odd];
	it.each([
		[
			['admin', 'OWNER'],
			['Owner', ' admin'],
		],
		['admin, Owner', ['Owner', ' admin']],
		[['member'], ['member']],
		[['', 'member', null], ['member']],
	])('%j lets %j through', (wanted, through) => {
		expect(passing(isOneOf('field'), wanted, values)).toEqual(through);
	});
});

describe('above and below', () => {
	const values = [9, 10, 11, '9.99', '10.0', '10.01', -1, 0, ...odd, 'ten', '11 minutes'];
	it.each([10, '10', ' 1e1 '])('%p divides without the value itself', (wanted) => {
		expect(passing(above('field'), wanted, values)).toEqual([11, '10.01']);
		expect(passing(below('field'), wanted, values)).toEqual([9, '9.99', -1, 0]);
	});

	it('0 is a value', () => {
		expect(passing(below('field'), 0, values)).toEqual([-1]);
		expect(passing(above('field'), 0, [0, 1])).toEqual([1]);
	});
});

it.each<[TestedField['test'], unknown, string]>([
	[above('x'), 'many', "'Title' must be a number, not 'many'."],
	[below('x'), {}, "'Title' must be a number, not an object."],
	[equals('x'), ['a'], "'Title' must be text, not a list."],
	[contains(() => []), true, "'Title' must be text, not true."],
	[isOneOf('x'), [' '], "'Title' is empty: choose at least one."],
	[isOneOf('x'), 7, "'Title' must be a list, not 7."],
])('a value that a filter cannot use is refused by its title', (test, wanted, message) => {
	expect(() => test(wanted, 'Title', fakeItem({}))).toThrow(message);
});

it.each(SPELLINGS)('compares without %s: %j with %j', (_what, one, other) => {
	for (const filter of [contains(({ field }) => [field]), equals('field'), isOneOf('field')]) {
		expect(passing(filter, one, [other])).toEqual([other]);
		expect(passing(filter, other, [one])).toEqual([one]);
	}
});

it('a search finds an address that was pasted with marks, and whom it was kept with marks', () => {
	const search = contains(({ field }) => [field]);
	for (const [, around] of MAIL_MARKS) {
		expect(passing(search, around('ann@'), ['Ann@example.com', 'bob'])).toHaveLength(1);
	}
});

describe.each(HYPHENS)('a phone number with %s', (_what, mark) => {
	const written = `+1${mark}415${mark}5550123`;
	it('is found by its digits, and by a part of them', () => {
		const search = containsPhone(({ field }) => [field]);
		const others = ['+14155550124', 'Sales'];
		expect(passing(search, written, ['+14155550123', ...others])).toEqual(['+14155550123']);
		expect(passing(search, '5550123', [written, ...others])).toEqual([written]);
		expect(passing(search, 'sales', [written, ...others])).toEqual(['Sales']);
	});
});

describe('the filters of an item', () => {
	const field = (displayName: string, name: string): INodeProperties => ({
		displayName,
		name,
		type: 'string',
		default: '',
	});
	const filters: Filter[] = [
		{ field: field('Active', 'active'), send: asFlag('a') },
		{ field: field('Minutes Below', 'minutesBelow'), test: below('minutes') },
		{ field: field('Role', 'role'), test: equals('role') },
		{ field: field('User', 'userId'), send: asText('user_id') },
	];
	const read = (given: unknown) =>
		readFilters(fakeItem({ filters: given } as IDataObject), filters);

	it('are sent where the API can filter, and all applied where the node does', () => {
		const { query, passes } = read({ userId: 7, active: false, role: 'admin', minutesBelow: 5 });
		expect(query).toEqual({ user_id: '7', a: false });
		expect(passes?.({ role: 'Admin', minutes: 4 })).toBe(true);
		expect(passes?.({ role: 'Admin', minutes: 5 })).toBe(false);
		expect(passes?.({ role: 'member', minutes: 4 })).toBe(false);
	});

	it.each([{}, undefined, null, ''])('%j lets everybody through, with nothing to test', (none) => {
		expect(read(none)).toEqual({ query: {} });
	});

	it.each(['', '  ', null, undefined])('that yield %j are refused, not ignored', (value) => {
		expect(() => read({ role: value })).toThrow("The filter 'Role' is empty.");
	});

	it('are refused by the title that they are shown with', () => {
		expect(() => read({ minutesBelow: ' ' })).toThrow("The filter 'Minutes Below' is empty.");
		expect(() => read({ userId: null })).toThrow(
			expect.objectContaining({
				message: "The filter 'User' is empty.",
				description: expect.stringMatching(/or remove the filter\./),
			}),
		);
	});

	it.each(['nonsense', 'constructor', 'toString', '__proto__'])('know no %s', (name) => {
		const unknown = Object.fromEntries([[name, 'x']]);
		expect(() => read(unknown)).toThrow(`'${name}' is not a filter of this operation.`);
	});

	it.each(['text', 7, ['a']])('that are no collection are refused: %p', (given) => {
		expect(() => read(given)).toThrow("'Filters' must be a collection of fields");
	});
});
