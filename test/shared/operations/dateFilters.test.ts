import type { IDataObject } from 'n8n-workflow';
import { dateFilters } from '../../../nodes/shared/operations/dateFilters';
import { emailFilter, searchFilter } from '../../../nodes/shared/operations/filters';
import type { Filter } from '../../../nodes/shared/operations/filters';
import { fakeItem } from '../fakeItem';

/** Which of the values a filter lets through. */
function passing(filter: Filter, wanted: unknown, values: unknown[], zone = 'UTC'): unknown[] {
	if (!('test' in filter)) throw new Error('It is one for the API.');
	const test = filter.test(wanted, filter.field.displayName, fakeItem({}, { zone }));
	return values.filter((value) => test({ field: value } as IDataObject));
}

const created = { title: 'Created', name: 'created', of: 'field', done: 'created' };
const [after, before] = dateFilters(created);

it.each([
	[after, 'Created After', 'createdAfter', 'Only users created at or after this time, such as '],
	[before, 'Created Before', 'createdBefore', 'Only users created before this time, such as '],
])('a filter by date has its title, name and description', (filter, displayName, name, begins) => {
	expect(filter.field).toMatchObject({ displayName, name, type: 'dateTime', default: '' });
	expect(filter.field.description?.startsWith(begins)).toBe(true);
	expect(filter.field.description?.endsWith(' or 2026-01-31T09:00:00Z')).toBe(true);
});

describe('after and before', () => {
	const values = [
		'2026-01-31T08:59:59.999Z',
		'2026-01-31T09:00:00.000Z',
		'2026-01-31 09:00:00',
		'2026-01-31T10:00:00+01:00',
		'2026-01-31T09:00:01Z',
	];
	const none = [undefined, null, '', '  ', true, {}, [], 7, 'soon', '0000-00-00 00:00:00'];

	it.each([
		'2026-01-31T09:00:00Z',
		'2026-01-31T09:00:00',
		'2026-01-31T11:00:00+02:00',
		new Date('2026-01-31T09:00:00Z'),
	])('%s: after is at or after, before is before', (wanted) => {
		expect(passing(after, wanted, [...values, ...none])).toEqual(values.slice(1));
		expect(passing(before, wanted, [...values, ...none])).toEqual(values.slice(0, 1));
	});

	it("takes a date without a zone in the workflow's zone, and the provider's times in UTC", () => {
		const times = ['2026-01-30T22:59:59Z', '2026-01-30T23:00:00Z', '2026-01-30 23:00:00'];
		expect(passing(after, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(1));
		expect(passing(after, '2026-01-31T00:00:00', times, 'Europe/Berlin')).toEqual(times.slice(1));
		expect(passing(after, '2026-01-31', times, 'America/New_York')).toEqual([]);
	});

	it("takes the provider's times in the workflow's zone where they have none of their own", () => {
		const times = ['2026-01-30 23:59', '2026-01-31 00:00', '2026-01-30T23:00:00Z'];
		const [later, earlier] = dateFilters({ ...created, zone: 'workflow' });
		expect(passing(later, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(1));
		expect(passing(earlier, '2026-01-31', times, 'Europe/Berlin')).toEqual(times.slice(0, 1));
		expect(later.field.description?.endsWith(", in the workflow's time zone")).toBe(true);
	});

	it.each([
		['2026-03-29T02:30', '2026-03-29T01:29:59Z', '2026-03-29T01:30:00Z'],
		['2026-03-29', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
		['2026-03-30', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
		['2026-10-26', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
	])('%s in Berlin begins between %s and %s', (wanted, earlier, later) => {
		expect(passing(after, wanted, [earlier, later], 'Europe/Berlin')).toEqual([later]);
	});

	it.each([
		['soon', 'soon'],
		['2026-02-30', '2026-02-30'],
		[new Date('soon'), 'Invalid Date'],
		[1767225600000, '1767225600000'],
		['x'.repeat(99), 'x'.repeat(40)],
	])('%p is no date', (wanted, shown) => {
		expect(() => passing(after, wanted, [])).toThrow(
			expect.objectContaining({
				message: `'Created After' is not a date: '${shown}'.`,
				description: 'Use a form such as 2026-01-31 or 2026-01-31T09:00:00.',
			}),
		);
	});

	it('of another type is refused by the title', () => {
		expect(() => passing(before, {}, [])).toThrow("'Created Before' must be text, not an object.");
	});
});

it('the search looks in the values that it is given', () => {
	const search = searchFilter('Only some', ({ field }) => [field]);
	expect(passing(search, 'ADA', ['Ada', 'adam', 'Bob', null])).toEqual(['Ada', 'adam']);
	expect(search.field).toMatchObject({ displayName: 'Search', name: 'search', type: 'string' });
});

it('the e-mail address is compared whole, without case', () => {
	const email = emailFilter('field', 'Only one');
	expect(passing(email, 'ADA@example.com', ['ada@example.com', 'ada@example.com.au'])).toEqual([
		'ada@example.com',
	]);
	expect(email.field).toMatchObject({ displayName: 'Email', name: 'email', type: 'string' });
});
