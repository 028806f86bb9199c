import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault, LostAnswer } from '../../../sandbox';
import { patience } from '../patience';
import { at, type More, paired, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(5);
const email = 'Nathan@example.net';

interface Kind {
	resource: string;
	write: string;
	read: string;
	parameters: INodeParameters;
	sent: Record<string, string>;
	who: string;
	simplified: Record<string, unknown>;
	/** Whether those that are there are read first. */
	first: string[];
	/** What says that it is new, or that nobody knows. */
	sure: Record<string, unknown>;
	unsure: Record<string, unknown>;
	count: () => number;
	refused: Array<[INodeParameters, RegExp]>;
}

const kinds: Kind[] = [
	{
		resource: 'team',
		write: 'add_user_group',
		read: 'get_user_groups',
		parameters: { teamName: ' Збут & Co ', additionalFields: { client: true } },
		sent: { title: 'Збут & Co', client: '1' },
		who: "the team 'Збут & Co'",
		simplified: { id: '4000020', title: 'Збут & Co', type: 'company', client: 1 },
		first: ['get_user_groups'],
		sure: { created: true },
		unsure: { created: null, confirmed: 'lookup' },
		count: () => account.sandbox.teams.length,
		refused: [[{ additionalFields: { client: 'maybe' } }, /^'Client' must be true or false/]],
	},
	{
		resource: 'contact',
		write: 'add_contact',
		read: 'get_contacts',
		parameters: {
			email,
			name: 'Nathan Smith',
			additionalFields: { folder: 'Clients', phone3: '+1 555', address2: 'b', title: '' },
		},
		sent: { email, name: 'Nathan Smith', group: 'Clients', phone3: '+1 555', address2: 'b' },
		who: `the contact with the e-mail '${email}'`,
		simplified: {
			id: '4000020',
			name: 'Nathan Smith',
			email,
			title: '',
			group: 'Clients',
			phone: null,
			phone2: null,
			phone3: '+1 555',
			phone4: null,
			address: null,
		},
		first: [],
		sure: { created: true },
		unsure: { created: null, confirmed: 'lookup' },
		count: () => account.sandbox.contacts.length,
		refused: [
			[{ email: 'nathan' }, /^'Email' is not an e-mail address: 'nathan'/],
			[{ email: 'a@b.c,d@e.f, x' }, /^'Email' is not an e-mail address/],
		],
	},
];

describe.each(kinds)('Create of a $resource', ({ resource, write, read, ...kind }) => {
	const { parameters, sent, who, simplified, first, sure, unsure, count, refused } = kind;
	const HINT = `Worksection did not confirm that ${who} was created, but a look-up found the ${resource}.`;
	const create = async (given: INodeParameters = {}, more: More = {}) =>
		await account.run('create', { resource, output: 'simplified', ...parameters, ...given }, more);
	const isWrite = ({ query }: { query: Readonly<Record<string, string>> }) =>
		query.action === write;

	const reads = first.map((action) => ({ action }));

	it('takes one write, and gives what there is now', async () => {
		const before = count();
		const run = await create();
		expect(run.json).toEqual([{ ...simplified, ...sure }]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(run.messages).toEqual([]);
		expect(account.asked).toEqual([...reads, { action: write, ...sent }]);
		expect(account.sandbox.log.at(-1)?.method).toBe('POST');
		expect(count()).toBe(before + 1);
	});

	it('is signed in the header, too', async () => {
		const worksectionApi = { ...account.sandbox.credentials, signature: 'hmac' };
		const run = await create({}, { credentials: { worksectionApi } });
		expect(run.json).toEqual([{ ...simplified, ...sure }]);
		expect(account.asked).toEqual([...reads, { action: write, ...sent }]);
	});

	it('gives in raw the answer as it is', async () => {
		const run = await create({ output: 'raw' });
		expect(run.json).toMatchObject([{ status: 'ok', data: { id: '4000020' } }]);
		expect(account.actions).toEqual([write]);
	});

	it('does each item by its own values, the tenth too, and leaves the failing ones', async () => {
		const input = Array.from({ length: 11 }, (_, index) => ({
			name: index === 4 ? '' : `No ${index}`,
		}));
		const name = resource === 'team' ? 'teamName' : 'name';
		const given = { [name]: '={{ $json.name }}' };
		const run = await create(given, { input, onError: 'continueRegularOutput' });
		expect(run.items).toHaveLength(11);
		expect(paired(run)).toEqual(input.map((_, item) => ({ item })));
		expect(run.json[4]).toEqual({ error: expect.stringMatching(/^'(Team )?Name' is empty\./) });
		expect(run.json[10]).toMatchObject(
			resource === 'team' ? { title: 'No 10' } : { name: 'No 10' },
		);
		expect(account.actions).toHaveLength(first.length + 10);
		const stopped = await create(given, { input });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 4 } });
	});

	it.each<[INodeParameters, RegExp]>([
		[{ output: 'unified' }, /^'Output' must be one of simplified, raw(, selected)?, not 'unified'/],
		...refused,
	])('refuses %j before anything is sent', async (given, message) => {
		expect(errorWords((await create(given)).error)).toMatch(message);
		expect(account.asked).toEqual([]);
	});

	it.each<Fault | LostAnswer>([
		'reset',
		'hang',
		'resetInBody',
		'html200',
		'empty200',
		'malformed',
		'500',
		{ kind: 'body', body: { status: 'ok' } },
	])('is looked up, not repeated, where its answer is lost: %j', async (applyThen) => {
		const before = count();
		account.sandbox.faults.next({ kind: 'applyThen', applyThen }, isWrite);
		const run = await create({ options: patience(applyThen) });
		expect(run.json).toEqual([{ ...simplified, ...unsure }]);
		expect(run.messages).toEqual([HINT]);
		expect(account.actions).toEqual([...first, write, read]);
		expect(count()).toBe(before + 1);
	});

	it.each<Fault>([
		{ kind: 'reset' },
		{ kind: 'hang' },
		{ kind: 'status', status: 500 },
		{ kind: 'html200' },
	])('says that it is safe to run again where nothing was done: %j', async (fault) => {
		const before = count();
		account.sandbox.faults.next(fault, isWrite);
		const run = await create({ options: patience(fault) });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toContain(
			`did not find ${who}: nothing was created, and it is safe to run this again.`,
		);
		expect(account.actions).toEqual([...first, write, read]);
		expect(count()).toBe(before);
	});

	it('says what to check where it cannot even be looked up', async () => {
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		account.sandbox.faults.always(
			{ kind: 'status', status: 500 },
			(each) => !isWrite(each) && account.actions.includes(write),
		);
		const run = await create({ options: { retries: 1, maxWait: 0.01 } });
		expect(errorWords(run.error)).toContain(
			`Whether ${who} was created is unknown, and the look-up afterwards failed too (`,
		);
		expect(account.actions.filter((action) => action === write)).toHaveLength(1);
	});

	it('is repeated where nothing was done for certain', async () => {
		const headers = { 'retry-after': '0' };
		account.sandbox.faults.next({ kind: 'status', status: 429, headers }, isWrite);
		expect((await create()).json).toEqual([{ ...simplified, ...sure }]);
		expect(account.actions).toEqual([...first, write, write]);
	});

	it('says what Worksection says, and keeps the key to itself', async () => {
		const key = String(account.sandbox.credentials.apiKey);
		const body = { status: 'error', status_code: 11, message: `Invalid ${key}` };
		account.sandbox.faults.next({ kind: 'body', body }, isWrite);
		expect(errorWords((await create()).error)).toMatch(
			/^Worksection: Invalid \[hidden\] \(code 11\)\. Correct the value/,
		);
	});
});

describe('Create', () => {
	const teams = { resource: 'team', output: 'simplified', teamName: '={{ $json.title }}' };
	const named = (...titles: string[]) => ({ input: titles.map((title) => ({ title })) });

	it('of a team that is there gives that one, and says that it is not new', async () => {
		const team = at(account.sandbox.teams, 0);
		const run = await account.run('create', teams, named(` ${team.title} `, 'Night', 'Night'));
		expect(run.json).toMatchObject([
			{ ...team, created: false },
			{ title: 'Night', created: true },
			{ title: 'Night', created: false },
		]);
		expect(account.actions).toEqual(['get_user_groups', ...Array(3).fill('add_user_group')]);
		expect(account.sandbox.teams).toHaveLength(4);
	});

	it('of a team that is there says so after a look-up, too', async () => {
		const team = at(account.sandbox.teams, 0);
		const isWrite = ({ method }: { method: string }) => method === 'POST';
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		const run = await account.run('create', teams, named(team.title));
		expect(run.json).toEqual([{ ...team, created: false, confirmed: 'lookup' }]);
	});

	it('creates no team where the teams can not be read', async () => {
		account.sandbox.faults.always({ kind: 'status', status: 400 });
		const run = await account.run('create', teams, named('Night'));
		expect(errorWords(run.error)).toMatch(/^Worksection: .+HTTP 400/);
		expect(account.actions).toEqual(['get_user_groups']);
	});

	it('of a contact gives the chosen fields, also after a look-up', async () => {
		const parameters = { resource: 'contact', email, name: 'Nathan', output: 'selected' };
		const chosen = { ...parameters, fields: ['email', 'group', 'address'] };
		const expected = [{ email, group: 'DEFAULT', address: null }];
		expect((await account.run('create', chosen)).json).toEqual(expected);
		account.sandbox.reset();
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' });
		const found = await account.run('create', chosen);
		expect(found.json).toEqual(expected);
		expect(found.messages).toHaveLength(1);
	});
});
