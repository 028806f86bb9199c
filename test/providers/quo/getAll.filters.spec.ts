import type { INodeParameters } from 'n8n-workflow';
import type { QuoUser } from '../../../sandbox';
import { at, begins, QuoFixture, ids, paired } from './fixture';

const fixture = new QuoFixture(70);
const FILTERS: [string, string][] = [
	['search', 'Search'],
	['email', 'Email'],
	['role', 'Role'],
	['createdAfter', 'Created After'],
	['createdBefore', 'Created Before'],
	['updatedAfter', 'Updated After'],
	['updatedBefore', 'Updated Before'],
];
const filtered = async (filters: INodeParameters, more = {}) =>
	await fixture.getAll({ returnAll: true, filters }, more);
const person = (index: number) => at(fixture.sandbox.people, index);
const nobody = (changes: Partial<QuoUser> = {}) => {
	for (const user of fixture.sandbox.people) {
		const times = { createdAt: '2020-01-01T00:00:00.000Z', updatedAt: '2020-01-01T00:00:00.000Z' };
		Object.assign(user, { firstName: 'No', lastName: 'Body', ...times, ...changes });
	}
};

describe('the filters of Quo', () => {
	it('are applied by the node: nothing of them is sent', async () => {
		const filters = {
			search: 'a',
			role: ['member'],
			createdAfter: '2000-01-01',
			createdBefore: '2100-01-01',
			updatedAfter: '2000-01-01',
			updatedBefore: '2100-01-01',
		};
		const run = await filtered(filters);
		expect(run.items.length).toBeGreaterThan(10);
		for (const { query } of fixture.sandbox.log) {
			const { pageToken: _token, ...rest } = query;
			expect(rest).toEqual({ maxResults: '50' });
		}
		expect(fixture.calls).toHaveLength(2);
	});

	it.each([
		['олена', 'a first name'],
		['ШЕВЧ', 'a last name'],
		['ена шевч', 'both together'],
		['OLENA.S', 'an e-mail address'],
		[' олена ', 'blanks around'],
	])('search for %s, which is part of %s', async (search) => {
		nobody();
		const user = person(60);
		const olena = { firstName: 'Олена', lastName: 'Шевченко', email: 'Olena.S@example.com' };
		Object.assign(user, olena);
		expect(ids(await filtered({ search }))).toEqual([user.id]);
	});

	it('search in what is there where a name is missing', async () => {
		nobody();
		Object.assign(person(1), { firstName: null, lastName: 'Xavier' });
		Object.assign(person(2), { firstName: 'Xaver', lastName: null });
		Object.assign(person(3), { firstName: null, lastName: null, email: 'xav@example.com' });
		expect(ids(await filtered({ search: 'xav' }))).toEqual(
			[1, 2, 3].map((index) => person(index).id),
		);
		expect((await filtered({ search: 'null' })).items).toEqual([]);
	});

	it('take the e-mail address as a whole, without case', async () => {
		Object.assign(person(5), { email: 'Ann@Example.com' });
		Object.assign(person(6), { email: 'joann@example.com' });
		Object.assign(person(7), { email: 'ann@example.com.au' });
		for (const email of ['ann@example.com', 'ANN@EXAMPLE.COM', ' Ann@example.com ']) {
			expect(ids(await filtered({ email }))).toEqual([person(5).id]);
		}
		expect((await filtered({ email: 'ann' })).items).toEqual([]);
	});

	it('take one role or several', async () => {
		const one = await filtered({ role: ['admin'] });
		expect(ids(one)).toEqual(fixture.expectedIds(({ role }) => role === 'admin'));
		const two = await filtered({ role: ['owner', 'admin'] });
		expect(ids(two)).toEqual(fixture.expectedIds(({ role }) => role !== 'member'));
		expect(ids(await filtered({ role: '={{ "OWNER, admin" }}' }))).toEqual(ids(two));
	});

	it('find users by dates, at or after and before', async () => {
		const times = ['11:59:59.999', '12:00:00.000', '12:00:00.001'];
		const [one, two, three] = times.map((_, index) => person(index).id);
		const noon = '2024-05-01T12:00:00Z';
		for (const field of ['created', 'updated']) {
			nobody();
			for (const [index, time] of times.entries()) {
				Object.assign(person(index), { [`${field}At`]: `2024-05-01T${time}Z` });
			}
			expect(ids(await filtered({ [`${field}After`]: noon }))).toEqual([two, three]);
			const both = { [`${field}After`]: '2024-01-01', [`${field}Before`]: noon };
			expect(ids(await filtered(both))).toEqual([one]);
		}
	});

	it.each([
		['2024-05-01T08:00:00', 'America/New_York'],
		['2024-05-01 08:00', 'America/New_York'],
		['2024-05-01T17:30:00', 'Asia/Kolkata'],
		['2024-05-01T14:00:00.000+02:00', 'America/New_York'],
		['2024-05-01T12:00:00.000Z', 'Asia/Kolkata'],
		["={{ DateTime.fromISO('2024-05-01T08:00:00') }}", 'America/New_York'],
		["={{ new Date('2024-05-01T12:00:00Z') }}", 'America/New_York'],
	])('take %s in the workflow’s time zone %s', async (date, timezone) => {
		nobody({ updatedAt: '2024-05-01T11:59:59.999Z' });
		Object.assign(person(9), { updatedAt: '2024-05-01T12:00:00.000Z' });
		const run = await filtered({ updatedAfter: date }, { timezone });
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual([person(9).id]);
	});

	it('take a bare day from its midnight in the workflow’s time zone', async () => {
		nobody();
		Object.assign(person(1), { createdAt: '2024-05-01T03:59:59.000Z' });
		Object.assign(person(2), { createdAt: '2024-05-01T04:00:00.000Z' });
		const run = await filtered({ createdAfter: '2024-05-01' }, { timezone: 'America/New_York' });
		expect(ids(run)).toEqual([person(2).id]);
	});

	it('let nobody pass who has no such value', async () => {
		const { id } = Object.assign(person(4), { createdAt: null, role: null, email: null });
		const others = fixture.expectedIds((user) => user.id !== id);
		expect(ids(await filtered({ createdAfter: '1990-01-01' }))).toEqual(others);
		expect(ids(await filtered({ createdBefore: '2100-01-01' }))).toEqual(others);
		expect(ids(await filtered({ role: ['owner', 'admin', 'member'] }))).toEqual(others);
		expect(ids(await filtered({ search: '@' }))).toEqual(others);
	});

	it('combine, and the limit counts what passes', async () => {
		const passes = ({ role, createdAt }: QuoUser) => role === 'member' && createdAt >= '2024-01-01';
		const wanted = fixture.expectedIds(passes);
		const filters = { role: ['member'], createdAfter: '2024-01-01T00:00:00Z' };
		const options = { requestsPerSecond: 0, pageSize: 10 };
		const some = await fixture.getAll({ limit: 12, filters, options });
		expect(ids(some)).toEqual(wanted.slice(0, 12));
		const last = fixture.expectedIds().indexOf(at(wanted, 11));
		expect(fixture.calls).toHaveLength(Math.floor(last / 10) + 1);
		expect(some.hints).toEqual([]);
		const all = await fixture.getAll({ limit: wanted.length, filters, options });
		expect(ids(all)).toEqual(wanted);
	});

	it('say so where nobody passes', async () => {
		const run = await filtered({ createdAfter: '2100-01-01' });
		expect(run.items).toEqual([]);
		expect(run.messages).toEqual([
			'No users match the filters (70 read). Check their values, or remove one.',
		]);
	});

	it.each(FILTERS)('refuse an empty %s for its item only', async (name, title) => {
		const run = await fixture.getAll(
			{ filters: { [name]: '={{ $json.value }}' }, returnAll: true },
			{ input: [{}, { value: null }, { value: ' ' }], onError: 'continueRegularOutput' },
		);
		const error = begins(`The filter '${title}' is empty.`);
		expect(run.json).toEqual([{ error }, { error }, { error }]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(fixture.calls).toEqual([]);
	});

	it.each([
		[{ role: [] }, "'Role' is empty: choose at least one."],
		[{ updatedAfter: 'last week' }, "'Updated After' is not a date: 'last week'."],
		[{ updatedBefore: '2024-13-01' }, "'Updated Before' is not a date: '2024-13-01'."],
		[{ search: '={{ [1] }}' }, "'Search' must be text, not a list."],
	])('refuse %j', async (filters, message) => {
		const run = await filtered(filters);
		expect(run.error).toMatchObject({ message: begins(message), context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});
});
