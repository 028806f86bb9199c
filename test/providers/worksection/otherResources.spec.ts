import { errorWords } from '../../harness';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../../sandbox';
import { begins } from '../begins';
import { type More, paired, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(25);
const entries = (list: object[]) => list as IDataObject[];

const lists = [
	{
		resource: 'team',
		action: 'get_user_groups',
		name: 'title',
		list: () => entries(account.sandbox.teams),
	},
	{
		resource: 'contact',
		action: 'get_contacts',
		name: 'name',
		list: () => entries(account.sandbox.contacts),
	},
];

describe.each(lists)('Get Many of $resource', ({ resource, action, name, list }) => {
	const getAll = async (parameters: INodeParameters = {}, more: More = {}) =>
		await account.run('getAll', { resource, output: 'raw', ...parameters }, more);
	const ids = () => list().map(({ id }) => id);
	const idsOf = (json: IDataObject[]) => json.map(({ id }) => id);

	it('gives all of them in one request, as Worksection sends them', async () => {
		const run = await getAll({ returnAll: true });
		expect(run.json).toEqual(JSON.parse(JSON.stringify(list())));
		expect(paired(run)).toEqual(ids().map(() => ({ item: 0 })));
		expect(run.messages).toEqual([]);
		expect(account.asked).toEqual([{ action }]);
	});

	it('gives once what is sent twice', async () => {
		const before = ids();
		list().push({ ...list()[0] });
		expect(idsOf((await getAll({ returnAll: true })).json)).toEqual(before);
	});

	it('stops at the limit, and says how many there are', async () => {
		const run = await getAll({ limit: 2 });
		expect(idsOf(run.json)).toEqual(ids().slice(0, 2));
		expect(run.messages).toEqual([`There are ${list().length} ${resource}s in all.`]);
		expect((await getAll({ limit: list().length })).messages).toEqual([]);
	});

	it.each(['absent', 'array'] as const)('tells that there is none (%s)', async (emptyData) => {
		account.sandbox.settings.emptyData = emptyData;
		list().length = 0;
		const run = await getAll();
		expect([run.error, run.items]).toEqual([undefined, []]);
		expect(run.messages).toEqual([
			`Worksection returned no ${resource}s. Check the credential's account and the parameters.`,
		]);
	});

	it('tells that there may be more than Worksection gives at once', async () => {
		const [first = {}] = list();
		for (let more = list().length; more < 10_000; more++) {
			list().push({ ...first, id: `x${more}` });
		}
		const run = await getAll({ returnAll: true });
		expect(run.items).toHaveLength(10_000);
		expect(run.messages).toEqual([
			`Worksection returns at most 10000 ${resource}s, and it returned that many: there may be more.`,
		]);
	});

	it('searches by a part of the name, without case', async () => {
		const wanted = list().at(-1) ?? {};
		const search = String(wanted[name]).slice(1).toUpperCase();
		expect(idsOf((await getAll({ filters: { search } })).json)).toContain(wanted.id);
		const none = await getAll({ filters: { search: 'nobody at all' } });
		expect(none.messages).toEqual([
			`No ${resource}s match the filters (${list().length} read). Check their values, or remove one.`,
		]);
	});

	it('does each item by its own parameters, the tenth too, in one reading', async () => {
		const input = Array.from({ length: 11 }, (_, index) => ({ limit: (index % 3) + 1 }));
		const run = await getAll({ limit: '={{ $json.limit }}' }, { input });
		expect(idsOf(run.json)).toEqual(input.flatMap(({ limit }) => ids().slice(0, limit)));
		expect(paired(run)).toEqual(
			input.flatMap(({ limit }, item) => Array.from({ length: limit }, () => ({ item }))),
		);
		expect(account.asked).toEqual([{ action }]);
	});

	it('gives a failing item its error, and the others what they asked for', async () => {
		const input = [{ search: String(list()[0]?.[name]) }, { search: '' }, { search: 'nowhere' }];
		const parameters = { filters: { search: '={{ $json.search }}' } };
		const run = await getAll(parameters, { input, onError: 'continueRegularOutput' });
		expect(run.json.at(-1)).toEqual({
			error: expect.stringMatching(/^The filter 'Search' is empty\./),
		});
		expect(paired(run).at(-1)).toEqual({ item: 1 });
		const stopped = await getAll(parameters, { input });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	it.each([
		[{ output: 'unified' }, /^'Output' must be one of simplified, raw(, selected)?, not 'unified'/],
		[{ output: 'scim' }, /not 'scim'/],
		[{ limit: 0 }, /^'Limit' must be at least 1/],
		[{ options: { timeout: 0 } }, /^'Timeout' must be at least 1/],
	])('refuses %j before anything is sent', async (parameters: INodeParameters, message) => {
		expect(errorWords((await getAll(parameters)).error)).toMatch(message);
		expect(account.asked).toEqual([]);
	});

	it.each<Fault>([
		{ kind: 'reset' },
		{ kind: 'status', status: 503 },
		{ kind: 'html200' },
		{ kind: 'truncatedGzip' },
		{ kind: 'body', body: { status: 'ok', data: 'x' } },
	])('passes after %j', async (fault) => {
		account.sandbox.faults.next(fault);
		expect(idsOf((await getAll({ returnAll: true })).json)).toEqual(ids());
		expect(account.asked).toHaveLength(2);
	});

	it('says what Worksection says, and keeps the key to itself', async () => {
		const credentials = { worksectionApi: account.sandbox.wrongCredentials };
		expect((await getAll({}, { credentials })).error).toMatchObject({
			message: 'Worksection: Action hash is missed or invalid (code 2).',
			description: begins('Check the API key'),
			context: { itemIndex: 0 },
		});
		const key = String(account.sandbox.credentials.apiKey);
		const body = { status: 'ok', data: [{ id: 1, [name]: `x ${key}` }] };
		account.sandbox.faults.next({ kind: 'body', body });
		expect((await getAll()).json).toEqual([{ id: 1, [name]: 'x [hidden]' }]);
	});
});

describe('the outputs of teams and contacts', () => {
	const simplified = async (resource: string) =>
		(await account.run('getAll', { resource, output: 'simplified', returnAll: true })).json;

	it('have in simplified always the same keys', async () => {
		expect(await simplified('team')).toEqual(account.sandbox.teams);
		const keys = ['id', 'name', 'email', 'title', 'group', 'phone', 'phone2', 'phone3', 'phone4'];
		const contacts = await simplified('contact');
		for (const [index, contact] of contacts.entries()) {
			expect(Object.keys(contact)).toEqual([...keys, 'address']);
			const own = entries(account.sandbox.contacts)[index];
			expect(contact).toEqual(
				Object.fromEntries([...keys, 'address'].map((key) => [key, own?.[key] ?? null])),
			);
		}
		expect(contacts.some(({ email }) => email === null)).toBe(true);
	});

	it('have in selected the chosen fields of a contact', async () => {
		const parameters = { resource: 'contact', output: 'selected', fields: ['address2', 'id'] };
		const run = await account.run('getAll', { ...parameters, limit: 2 });
		const [first, second] = account.sandbox.contacts;
		expect(run.json).toEqual([
			{ address2: first?.address2, id: first?.id },
			{ address2: null, id: second?.id },
		]);
	});
});

describe('the filters of contacts', () => {
	it('compare e-mail and folder as a whole, without case', async () => {
		const filtered = async (filters: INodeParameters) =>
			(await account.run('getAll', { resource: 'contact', output: 'raw', filters })).json;
		const [first] = account.sandbox.contacts;
		const email = String(first?.email);
		expect(await filtered({ email: email.toUpperCase() })).toEqual([first]);
		expect(await filtered({ email: email.slice(1) })).toEqual([]);
		const clients = account.sandbox.contacts.filter(({ group }) => group === 'Clients');
		expect(await filtered({ folder: 'CLIENTS' })).toEqual(clients);
		expect(await filtered({ folder: 'client' })).toEqual([]);
		expect(clients.length).toBeGreaterThan(1);
	});
});
