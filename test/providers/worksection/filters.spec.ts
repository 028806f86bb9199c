import type { INodeParameters } from 'n8n-workflow';
import type { WorksectionUser } from '../../../sandbox';
import { begins } from '../begins';
import { by, names, WorksectionFixture } from './fixture';

const account = new WorksectionFixture();

const people: Array<Partial<WorksectionUser>> = [
	{
		name: 'Anna',
		email: 'Anna.K@Example.com',
		role: 'owner',
		group: 'Продажі',
		department: 'Київ',
	},
	{ name: 'Олена', email: 'olena@example.org', role: 'account admin', department: 'QA' },
	{ name: 'BANANA', email: 'b@fruit.example', role: 'guest', department: '' },
	{ name: 'Zoë', email: 'zoe@example.com', role: 'reader', group: 'Singing bird' },
];
/** One of whom nothing but the id is told. */
const nobody = { id: '1', services: { chats: {}, socials: {} } } as WorksectionUser;

const filtered = async (filters: INodeParameters, timezone = 'UTC') =>
	await account.getAll({ filters }, { timezone });

describe('a filter', () => {
	beforeEach(() => {
		account.populate(...people);
		account.sandbox.people.push(nobody);
	});

	it.each<[INodeParameters, string[]]>([
		[{ search: 'ana' }, ['BANANA']],
		[{ search: ' EXAMPLE.com' }, ['Anna', 'Zoë']],
		[{ search: 'оЛЕНА' }, ['Олена']],
		[{ email: 'anna.k@EXAMPLE.com' }, ['Anna']],
		[{ email: 'anna.k@example' }, []],
		[{ role: ['guest', 'reader'] }, ['BANANA', 'Zoë']],
		[{ role: ['account admin'] }, ['Олена']],
		[{ role: '={{ "owner, guest" }}' }, ['Anna', 'BANANA']],
		[{ team: 'development' }, ['Олена', 'BANANA']],
		[{ team: 'ПРОДАЖІ' }, ['Anna']],
		[{ team: 'Singing' }, []],
		[{ team: by('list', 'Development') }, ['Олена', 'BANANA']],
		[{ team: by('name', ' ПРОДАЖІ ') }, ['Anna']],
		[{ department: by('list', 'Київ') }, ['Anna']],
		[{ department: by('name', '={{ "web" }}') }, ['Zoë']],
		[{ department: 'київ' }, ['Anna']],
		[{ department: 'web' }, ['Zoë']],
		[{ team: 'Development', role: ['guest', 'owner'], search: 'b' }, ['BANANA']],
	])('%j lets through %j', async (filters, expected) => {
		const run = await filtered(filters);
		expect(run.error).toBeUndefined();
		expect(names(run)).toEqual(expected);
		expect(account.asked).toEqual([{ action: 'get_users' }]);
		const none = 'No users match the filters (5 read). Check their values, or remove one.';
		expect(run.messages).toEqual(expected.length === 0 ? [none] : []);
	});

	it('by role also knows capitals, as some accounts answer with', async () => {
		account.sandbox.people.pop();
		account.sandbox.settings.roleCase = 'capitalised';
		const run = await filtered({ role: ['account admin', 'reader'] });
		expect(run.json.map(({ name, role }) => [name, role])).toEqual([
			['Олена', 'Account admin'],
			['Zoë', 'Reader'],
		]);
	});

	it.each<[INodeParameters, string]>([
		[{ search: '' }, "The filter 'Search' is empty."],
		[{ team: '  ' }, "The filter 'Team' is empty."],
		[{ department: '={{ null }}' }, "The filter 'Department' is empty."],
		[{ role: [] }, "'Role' is empty: choose at least one."],
		[{ role: '={{ 7 }}' }, "'Role' must be a list, not 7."],
		[{ addedAfter: 'soon' }, "'Added After' is not a date: 'soon'."],
		[{ addedBefore: '={{ "" }}' }, "The filter 'Added Before' is empty."],
	])('%j is an error on its item, and nothing is sent', async (filters, message) => {
		const run = await filtered(filters);
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ message: begins(message), context: { itemIndex: 0 } });
		expect(account.asked).toEqual([]);
	});
});

describe("a filter date and Worksection's times, both in the workflow's time zone", () => {
	const at = (date_added: string) => ({ name: date_added, date_added });
	const [before, on, after] = ['2026-02-28 23:59', '2026-03-01 00:00', '2026-03-01 09:30'];

	beforeEach(() => {
		account.populate(at(before), at(on), at(after));
		account.sandbox.people.push(nobody);
	});

	it.each(['UTC', 'Europe/Kyiv', 'America/New_York'])(
		'meet where the date has no zone, whatever the zone: %s',
		async (zone) => {
			for (const date of ['2026-03-01', '2026-03-01T00:00:00', '2026-03-01 00:00']) {
				expect(names(await filtered({ addedAfter: date }, zone))).toEqual([on, after]);
				expect(names(await filtered({ addedBefore: date }, zone))).toEqual([before]);
			}
		},
	);

	it('differ by the zone where the date has one', async () => {
		// 09:30 in Kyiv is 07:30 UTC; 00:00 there is 22:00 UTC of the day before.
		const inKyiv = async (filters: INodeParameters) =>
			names(await filtered(filters, 'Europe/Kyiv'));
		expect(await inKyiv({ addedAfter: '2026-03-01T07:30:00Z' })).toEqual([after]);
		expect(await inKyiv({ addedAfter: '2026-03-01T07:31:00Z' })).toEqual([]);
		expect(await inKyiv({ addedBefore: '2026-02-28T22:00:00Z' })).toEqual([before]);
		expect(await inKyiv({ addedBefore: '2026-02-28T17:01:00-05:00' })).toEqual([before, on]);
		const inNewYork = async (filters: INodeParameters) =>
			names(await filtered(filters, 'America/New_York'));
		expect(await inNewYork({ addedAfter: '2026-03-01T07:30:00Z' })).toEqual([after]);
		expect(await inNewYork({ addedAfter: '2026-03-01T05:00:00Z' })).toEqual([on, after]);
	});

	it('also follow summer time', async () => {
		// In Kyiv the clocks go from 03:00 to 04:00 on 29 March 2026.
		account.populate(at('2026-03-29 02:30'), at('2026-03-29 04:30'));
		const filters = { addedAfter: '2026-03-29T01:30:00Z' };
		expect(names(await filtered(filters, 'Europe/Kyiv'))).toEqual(['2026-03-29 04:30']);
		expect(names(await filtered({ addedAfter: '2026-03-29T01:30:01Z' }, 'Europe/Kyiv'))).toEqual(
			[],
		);
		expect(names(await filtered({ addedBefore: '2026-03-29T00:30:01Z' }, 'Europe/Kyiv'))).toEqual([
			'2026-03-29 02:30',
		]);
	});

	it('make a span', async () => {
		const filters = { addedAfter: '2026-03-01', addedBefore: '2026-03-01T09:30:00' };
		expect(names(await filtered(filters, 'Europe/Kyiv'))).toEqual([on]);
	});

	it('let nobody through where the key shows no dates', async () => {
		account.sandbox.people.pop();
		account.sandbox.settings.tokenKind = 'oauth';
		expect(names(await filtered({ addedAfter: '1990-01-01' }))).toEqual([]);
		expect(names(await filtered({ addedBefore: '2090-01-01' }))).toEqual([]);
	});
});
