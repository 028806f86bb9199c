import type { INodeParameters } from 'n8n-workflow';
import type { AutocallsUser } from '../../../sandbox';
import { begins } from '../begins';
import { names, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const LIST = 'GET /white-label/users';

const people: Array<Partial<AutocallsUser>> = [
	{ name: 'Anna', email: 'Anna.K@Example.com', minutes_balance: 0, credits_balance: 900 },
	{ name: 'Олена', email: 'olena@example.org', minutes_balance: 9.5, credits_balance: 0 },
	{ name: 'BANANA', email: 'b@fruit.example', minutes_balance: 10, credits_balance: 100 },
	{ name: 'Zoë', email: 'zoe@example.com', minutes_balance: 150.25, credits_balance: 99.9 },
];
const nobody = { id: 900, name: null, email: null, minutes_balance: null, created_at: null };

const filtered = async (filters: INodeParameters, more: INodeParameters = {}) =>
	await platform.getAll({ filters, ...more });

/** People, and one of whom nothing is known. */
function populate(given: Array<Partial<AutocallsUser>>): void {
	platform.populate(...given);
	platform.sandbox.people.push(nobody as never);
}

describe('a filter', () => {
	beforeEach(() => populate(people));

	it.each<[INodeParameters, string[]]>([
		[{ search: 'ana' }, ['BANANA']],
		[{ search: ' ANNA ' }, ['Anna']],
		[{ search: 'example.COM' }, ['Anna', 'Zoë']],
		[{ search: 'ОЛЕН' }, ['Олена']],
		[{ email: 'anna.k@example.com' }, ['Anna']],
		[{ email: 'anna.k@example.co' }, []],
		[{ email: 'ZOE@EXAMPLE.COM' }, ['Zoë']],
		[{ minutesAbove: 10 }, ['Zoë']],
		[{ minutesAbove: 0 }, ['Олена', 'BANANA', 'Zoë']],
		[{ minutesBelow: 10 }, ['Anna', 'Олена']],
		[{ minutesBelow: 9.5 }, ['Anna']],
		[{ creditsAbove: 99.9 }, ['Anna', 'BANANA']],
		[{ creditsBelow: 100 }, ['Олена', 'Zoë']],
		[{ minutesAbove: 5, minutesBelow: 100, creditsAbove: 50 }, ['BANANA']],
		[{ search: 'example', creditsBelow: 100, email: 'zoe@example.com' }, ['Zoë']],
		[{ minutesBelow: '={{ "10" }}' }, ['Anna', 'Олена']],
	])('%j lets through %j', async (filters, expected) => {
		const run = await filtered(filters);
		expect(run.error).toBeUndefined();
		expect(names(run)).toEqual(expected);
		expect(platform.asked).toEqual([LIST]);
		const none = 'No users match the filters (5 read). Check their values, or remove one.';
		expect(run.messages).toEqual(expected.length === 0 ? [none] : []);
	});

	it('also knows balances that come as text', async () => {
		platform.populate({ name: 'Text', minutes_balance: '12.50' as never });
		expect(names(await filtered({ minutesAbove: 12 }))).toEqual(['Text']);
		expect(names(await filtered({ minutesBelow: 12.5 }))).toEqual([]);
	});

	it.each<[INodeParameters, string]>([
		[{ search: '' }, "The filter 'Search' is empty."],
		[{ email: '   ' }, "The filter 'Email' is empty."],
		[{ email: '={{ $json.nothing }}' }, "The filter 'Email' is empty."],
		[{ minutesBelow: '={{ null }}' }, "The filter 'Minutes Below' is empty."],
		[{ createdAfter: '' }, "The filter 'Created After' is empty."],
		[{ creditsAbove: '={{ "many" }}' }, "'Credits Above' must be a number, not 'many'."],
		[{ createdBefore: 'last week' }, "'Created Before' is not a date: 'last week'."],
		[{ createdBefore: '2026-13-01' }, "'Created Before' is not a date: '2026-13-01'."],
	])('%j is an error on its item, and nothing is sent', async (filters, message) => {
		const run = await filtered(filters);
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({
			name: 'NodeOperationError',
			message: begins(message),
			context: { itemIndex: 0 },
		});
		expect(platform.asked).toEqual([]);
	});

	it('that is empty for one item does not affect the others', async () => {
		const run = await platform.getAll(
			{ filters: { email: '={{ $json.who }}' } },
			{
				input: [{ who: 'b@fruit.example' }, {}, { who: 'zoe@example.com' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(run.items.map(({ json, pairedItem }) => [json.name ?? json.error, pairedItem])).toEqual([
			['BANANA', { item: 0 }],
			[
				"The filter 'Email' is empty. Enter a value, or remove the filter. If it is an expression, check that it returns a value for this item.",
				{ item: 1 },
			],
			['Zoë', { item: 2 }],
		]);
		expect(platform.asked).toEqual([LIST]);
	});
});

describe('Limit with filters', () => {
	const rich = { filters: { minutesAbove: 100 }, returnAll: false };

	beforeEach(() => {
		Object.assign(platform.sandbox.settings, { paginate: 'laravel', perPage: 4 });
		platform.populate(
			...Array.from({ length: 24 }, (_, index) => ({ minutes_balance: index % 4 === 3 ? 200 : 5 })),
		);
	});

	it('counts who passes, and asks for no page beyond', async () => {
		const run = await platform.getAll({ ...rich, limit: 3, options: { pagesAtOnce: 1 } });
		expect(names(run)).toEqual(['User 4', 'User 8', 'User 12']);
		// The one page at once was already asked for.
		expect(platform.asked.length).toBeLessThanOrEqual(4);
		expect(platform.asked.slice(0, 3)).toEqual([LIST, `${LIST}?page=2`, `${LIST}?page=3`]);
		expect(run.messages).toEqual([]);
	});

	it('asks for at most Pages at Once beyond', async () => {
		await platform.getAll({ ...rich, limit: 1, options: { pagesAtOnce: 3 } });
		expect(platform.asked.length).toBeLessThanOrEqual(4);
	});

	it('gives all who pass where they are fewer', async () => {
		const run = await platform.getAll({ ...rich, limit: 7 });
		expect(names(run)).toHaveLength(6);
		expect(platform.asked).toHaveLength(6);
		expect(run.hints).toEqual([]);
	});
});

describe('a filter date', () => {
	const at = (created_at: string) => ({ name: created_at, created_at });
	const [before, on, after] = [
		'2026-02-28T21:59:59.999999Z',
		'2026-02-28T22:00:00.000000Z',
		'2026-03-01T00:00:00.000000Z',
	];
	const dated = async (filters: INodeParameters, timezone = 'Europe/Kyiv') =>
		names(await platform.getAll({ filters }, { timezone }));

	beforeEach(() => populate([at(before), at(on), at(after)]));

	it.each([
		['without a zone', '2026-03-01T00:00:00'],
		['without a time', '2026-03-01'],
		['with a space', '2026-03-01 00:00'],
		['as an expression of Luxon', "={{ DateTime.fromISO('2026-02-28T22:00:00Z') }}"],
		['as an expression of JavaScript', "={{ new Date('2026-02-28T22:00:00Z') }}"],
	])("%s is taken in the workflow's time zone", async (_how, date) => {
		expect(await dated({ createdAfter: date })).toEqual([on, after]);
		expect(await dated({ createdBefore: date })).toEqual([before]);
	});

	it.each(['2026-03-01T00:00:00Z', '2026-03-01T05:30:00+05:30', '2026-02-28T19:00:00.000-05:00'])(
		'with a zone is taken in its own: %s',
		async (date) => {
			expect(await dated({ createdAfter: date })).toEqual([after]);
			expect(await dated({ createdBefore: date })).toEqual([before, on]);
		},
	);

	it('is another instant in another zone', async () => {
		expect(await dated({ createdAfter: '2026-03-01' }, 'UTC')).toEqual([after]);
		expect(await dated({ createdAfter: '2026-03-01' }, 'America/New_York')).toEqual([]);
		expect(await dated({ createdAfter: '2026-03-01' }, 'Asia/Tokyo')).toEqual([before, on, after]);
	});

	it('makes a span with another: from the first on, up to but without the last', async () => {
		const filters = { createdAfter: '2026-02-28T22:00:00Z', createdBefore: '2026-03-01T00:00:00Z' };
		expect(await dated(filters)).toEqual([on]);
	});
});
