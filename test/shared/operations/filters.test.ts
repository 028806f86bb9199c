import type { IDataObject } from 'n8n-workflow';
import {
	above,
	after,
	before,
	below,
	contains,
	equals,
	isOneOf,
	readFilters,
	type FilterTable,
	type NodeFilter,
} from '../../../nodes/shared/operations/filters';
import { fakeItem } from '../fakeItem';

const odd: unknown[] = [undefined, null, '', '  ', true, {}, [], ['ada'], Number.NaN];

/** Which of the values a filter lets through. */
function passing(filter: NodeFilter, wanted: unknown, values: unknown[], zone = 'UTC'): unknown[] {
	const test = filter(wanted, fakeItem({}, { zone }));
	return values.filter((value) => test({ field: value } as IDataObject));
}

describe('contains', () => {
	const search = contains('Search', ({ name, email }) => [name, email]);
	const matches = (wanted: unknown, user: IDataObject) => search(wanted, fakeItem({}))(user);

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
		expect(passing(equals('Name', 'field'), ' aDa', values)).toEqual(['Ada', ' ADA ', 'ada']);
	});

	it('compares a number as text', () => {
		expect(passing(equals('ID', 'field'), 7, [7, '7', 70, ...odd])).toEqual([7, '7']);
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
		expect(passing(isOneOf('Role', 'field'), wanted, values)).toEqual(through);
	});
});

describe('above and below', () => {
	const values = [9, 10, 11, '9.99', '10.0', '10.01', -1, 0, ...odd, 'ten', '11 minutes'];
	it.each([10, '10', ' 1e1 '])('%p divides without the value itself', (wanted) => {
		expect(passing(above('Minutes Above', 'field'), wanted, values)).toEqual([11, '10.01']);
		expect(passing(below('Minutes Below', 'field'), wanted, values)).toEqual([9, '9.99', -1, 0]);
	});

	it('0 is a value', () => {
		expect(passing(below('Minutes Below', 'field'), 0, values)).toEqual([-1]);
		expect(passing(above('Minutes Above', 'field'), 0, [0, 1])).toEqual([1]);
	});
});

describe('after and before', () => {
	const values = [
		'2026-01-31T08:59:59.999Z',
		'2026-01-31T09:00:00.000Z',
		'2026-01-31 09:00:00',
		'2026-01-31T10:00:00+01:00',
		'2026-01-31T09:00:01Z',
	];
	const none = [...odd, 'soon', '0000-00-00 00:00:00'];

	it.each([
		'2026-01-31T09:00:00Z',
		'2026-01-31T09:00:00',
		'2026-01-31T11:00:00+02:00',
		new Date('2026-01-31T09:00:00Z'),
	])('%s: after is at or after, before is before', (wanted) => {
		expect(passing(after('Created After', 'field'), wanted, [...values, ...none])).toEqual(
			values.slice(1),
		);
		expect(passing(before('Created Before', 'field'), wanted, [...values, ...none])).toEqual(
			values.slice(0, 1),
		);
	});

	it("takes a date without a zone in the workflow's zone, and the provider's times in UTC", () => {
		const times = ['2026-01-30T22:59:59Z', '2026-01-30T23:00:00Z', '2026-01-30 23:00:00'];
		const filter = after('Created After', 'field');
		expect(passing(filter, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(1));
		expect(passing(filter, '2026-01-31T00:00:00', times, 'Europe/Berlin')).toEqual(times.slice(1));
		expect(passing(filter, '2026-01-31', times, 'America/New_York')).toEqual([]);
	});

	it("takes the provider's times in the workflow's zone where they have none of their own", () => {
		const times = ['2026-01-30 23:59', '2026-01-31 00:00', '2026-01-30T23:00:00Z'];
		const filter = after('Added After', 'field', 'workflow');
		expect(passing(filter, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(1));
		const earlier = before('Added Before', 'field', 'workflow');
		expect(passing(earlier, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(0, 1));
	});

	it.each([
		['2026-03-29T02:30', '2026-03-29T01:29:59Z', '2026-03-29T01:30:00Z'],
		['2026-03-29', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
		['2026-03-30', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
		['2026-10-26', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
	])('%s in Berlin begins between %s and %s', (wanted, earlier, later) => {
		const filter = after('Created After', 'field');
		expect(passing(filter, wanted, [earlier, later], 'Europe/Berlin')).toEqual([later]);
	});
});

describe('a value that a filter cannot use', () => {
	it.each<[string, NodeFilter, unknown, string]>([
		['a date', after('Created After', 'x'), 'soon', "'Created After' is not a date: 'soon'."],
		[
			'a date',
			before('Created Before', 'x'),
			'2026-02-30',
			"'Created Before' is not a date: '2026-02-30'.",
		],
		[
			'a date',
			after('Created After', 'x'),
			new Date('soon'),
			"'Created After' is not a date: 'Invalid Date'.",
		],
		[
			'a date',
			after('Created After', 'x'),
			1767225600000,
			"'Created After' is not a date: '1767225600000'.",
		],
		[
			'a date',
			after('Created After', 'x'),
			'x'.repeat(99),
			`'Created After' is not a date: '${'x'.repeat(40)}'.`,
		],
		['a date', after('Created After', 'x'), {}, "'Created After' must be text, not an object."],
		[
			'a number',
			above('Minutes Above', 'x'),
			'many',
			"'Minutes Above' must be a number, not 'many'.",
		],
		[
			'a number',
			below('Minutes Below', 'x'),
			{},
			"'Minutes Below' must be a number, not an object.",
		],
		['a text', equals('Email', 'x'), ['a'], "'Email' must be text, not a list."],
		['a text', contains('Search', () => []), true, "'Search' must be text, not true."],
		['a list', isOneOf('Role', 'x'), [' '], "'Role' is empty: choose at least one."],
		['a list', isOneOf('Role', 'x'), 7, "'Role' must be a list, not 7."],
	])('is refused by name where %s is wanted', (_what, filter, wanted, message) => {
		expect(() => filter(wanted, fakeItem({}))).toThrow(message);
	});
});

it('says in which form a date is wanted', () => {
	const reading = () => after('Created After', 'x')('soon', fakeItem({}));
	expect(reading).toThrow(
		expect.objectContaining({ description: expect.stringContaining('2026-01-31T09:00:00') }),
	);
});

describe('the filters of an item', () => {
	const table: FilterTable = {
		api: { userId: (value) => ({ user_id: String(value) }), active: (value) => ({ a: !!value }) },
		node: { role: equals('Role', 'role'), minutesBelow: below('Minutes Below', 'minutes') },
	};
	const read = (filters: unknown) => readFilters(fakeItem({ filters } as IDataObject), table);

	it('are sent where the API can filter, and all applied where the node does', () => {
		const { query, passes } = read({ userId: 7, active: false, role: 'admin', minutesBelow: 5 });
		expect(query).toEqual({ user_id: '7', a: false });
		expect(passes?.({ role: 'Admin', minutes: 4 })).toBe(true);
		expect(passes?.({ role: 'Admin', minutes: 5 })).toBe(false);
		expect(passes?.({ role: 'member', minutes: 4 })).toBe(false);
	});

	it.each([{}, undefined, null, ''])('%j leaves everybody in, with nothing to test', (filters) => {
		expect(read(filters)).toEqual({ query: {} });
	});

	it.each(['', '  ', null, undefined])('that yield %j are refused, not ignored', (value) => {
		expect(() => read({ role: value })).toThrow("The filter 'Role' is empty.");
	});

	it('are refused by the name that they are shown with', () => {
		expect(() => read({ minutesBelow: ' ' })).toThrow("The filter 'Minutes Below' is empty.");
		expect(() => read({ userId: null })).toThrow("The filter 'User' is empty.");
		expect(() => read({ userId: null })).toThrow(
			expect.objectContaining({ description: expect.stringMatching(/or remove the filter\./) }),
		);
	});

	it.each(['nonsense', 'constructor', 'toString', '__proto__'])('know no %s', (name) => {
		const filters = Object.fromEntries([[name, 'x']]);
		expect(() => read(filters)).toThrow(`There is no filter '${name}' here.`);
	});

	it.each(['text', 7, ['a']])('that are no collection are refused: %p', (filters) => {
		expect(() => read(filters)).toThrow("'Filters' must be a collection of fields");
	});
});
