import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { runNode, type NodeRunOptions } from '../harness';
import { Roster } from './Roster.node';
import { PROOF } from './roster.auth';
import { key, RosterServer } from './roster.server';
import { RosterApi } from './RosterApi.credentials';

let server: RosterServer;
beforeAll(async () => (server = await RosterServer.open()));
afterAll(async () => await server.wire.close());
beforeEach(() => {
	server.reset(14);
	jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => void jest.restoreAllMocks());

const roster = async (
	operation: string,
	parameters: INodeParameters,
	more: Partial<NodeRunOptions> = {},
) =>
	await runNode({
		node: new Roster(),
		credentialTypes: [new RosterApi()],
		credentials: { rosterApi: { apiKey: key, baseUrl: server.wire.url } },
		parameters: { resource: 'user', operation, ...parameters },
		...more,
	});

const nicks = (items: IDataObject[]) => items.map(({ nick }) => nick);
const here = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 13];
const named = (...members: number[]) => members.map((at) => `Nick ${at}`);
const isHere = (at: number) => here.includes(at);

describe('Get Many', () => {
	it('lists all members who are here, page by page', async () => {
		const run = await roster('getAll', { returnAll: true });
		expect(run.error).toBeUndefined();
		expect(nicks(run.json)).toEqual(named(...here));
		expect(run.items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(
			true,
		);
		expect(run.messages).toEqual([]);
		expect(server.requests).toEqual([
			'GET /members?take=4',
			'GET /members?take=4&after=4',
			'GET /members?take=4&after=8',
			'GET /members?take=4&after=12',
		]);
	});

	it('keeps to the limit, and says where to continue', async () => {
		const first = await roster('getAll', { limit: 3, options: { pageSize: 8, pageToken: '' } });
		expect(nicks(first.json)).toEqual(named(0, 1, 2));
		expect(server.requests).toEqual(['GET /members?take=3']);
		expect(first.messages).toEqual([
			"There are 14 members in all. Set 'Page Token' under Options to 3 to continue there.",
		]);
		const second = await roster('getAll', { limit: 3, options: { pageToken: '3' } });
		expect(nicks(second.json)).toEqual(named(3, 5, 6));
		const rest = await roster('getAll', { returnAll: true, options: { pageToken: '8' } });
		expect([nicks(rest.json), rest.messages]).toEqual([named(8, 10, 11, 12, 13), []]);
	});

	it('sends what Roster can filter, and applies the rest', async () => {
		const filters = { team: 'Red', pointsAbove: 60, search: 'NICK' };
		const run = await roster('getAll', { limit: 2, filters });
		expect(nicks(run.json)).toEqual(named(7, 11));
		expect(server.requests.every((request) => request.includes('team=Red'))).toBe(true);
	});

	it("takes a date without a zone in the workflow's zone, also from an expression", async () => {
		const dates = ['2026-01-12', "={{ DateTime.fromISO('2026-01-12', { zone: 'Asia/Tokyo' }) }}"];
		for (const joinedAfter of dates) {
			const options = { timezone: 'Asia/Tokyo' };
			const run = await roster('getAll', { returnAll: true, filters: { joinedAfter } }, options);
			expect([run.error, nicks(run.json)]).toEqual([undefined, named(11, 12, 13)]);
		}
	});

	it.each([
		['raw', {}, { ref: 'm-0', points: 0, team: 'Blue' }],
		['simplified', {}, { ref: 'm-0', nick: 'Nick 0', points: 0 }],
		['selected', { fields: ['nick', 'shoe'] }, { nick: 'Nick 0', shoe: null }],
		['unified', {}, { provider: 'roster', id: 'm-0', email: 'nick0@example.com', team: 'Blue' }],
		['scim', {}, { externalId: 'roster:m-0', userName: 'Nick 0', active: true }],
	])('gives members as %s', async (output, parameters, part) => {
		const run = await roster('getAll', { limit: 1, output, ...parameters });
		expect(run.json).toEqual([expect.objectContaining(part)]);
	});

	it('reads once for many input items', async () => {
		const input = Array.from({ length: 20 }, () => ({}));
		const run = await roster('getAll', { returnAll: true }, { input });
		expect(run.items).toHaveLength(20 * here.length);
		expect(server.requests).toHaveLength(4);
	});

	it('does not walk for ever', async () => {
		server.outcomes.push(...Array<string>(9).fill('ENDLESS'));
		const run = await roster('getAll', { returnAll: true });
		expect(run.error?.message).toMatch(
			/^Roster: the list of members could not be read to its end: .* \(page token 0, page \d/,
		);
		expect(server.requests.length).toBeLessThanOrEqual(3);
	});
});

describe('Get', () => {
	it('gets by ID, whatever is in it, and by e-mail with one walk', async () => {
		const user = { __rl: true, mode: '={{ $json.mode }}', value: '={{ $json.value }}' };
		const input = [
			{ mode: 'id', value: 'm-3' },
			{ mode: 'email', value: 'NICK7@example.com' },
			{ mode: 'email', value: 'nick13@example.com' },
			{ mode: 'id', value: '../m-3?x=1' },
			{ mode: 'email', value: 'nobody@example.com' },
			{ mode: 'id', value: '' },
		];
		const parameters = { user: { ...user, mode: 'id' } };
		const byId = await roster('get', parameters, {
			input: input.filter(({ mode }) => mode === 'id'),
			onError: 'continueRegularOutput',
		});
		expect(byId.json).toEqual([
			expect.objectContaining({ ref: 'm-3' }),
			{
				error:
					'Roster: nobody is called ../m-3?x=1 (code NO_SUCH_MEMBER). Ask the people of Roster.',
			},
			{ error: expect.stringContaining("'User' is empty.") },
		]);
		expect(server.requests).toEqual(['GET /members/m-3', 'GET /members/..%2Fm-3%3Fx%3D1']);
		server.reset(14);
		const byEmail = await roster(
			'get',
			{ user: { ...user, mode: 'email' } },
			{ input: input.filter(({ mode }) => mode === 'email'), onError: 'continueRegularOutput' },
		);
		expect(byEmail.json).toEqual([
			expect.objectContaining({ ref: 'm-7' }),
			expect.objectContaining({ ref: 'm-13' }),
			{ error: expect.stringContaining("no user with the e-mail 'nobody@example.com'") },
		]);
		expect(byEmail.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(server.requests).toHaveLength(4);
	});

	it('repeats a read that Roster was too busy or too sleepy for', async () => {
		server.outcomes.push('BUSY', 'ASLEEP');
		const run = await roster('get', { user: { __rl: true, mode: 'id', value: 'm-1' } });
		expect(nicks(run.json)).toEqual(named(1));
		expect(server.requests).toHaveLength(3);
	});

	it("stops with Roster's own code and words, and the item", async () => {
		const credentials = { rosterApi: { apiKey: 'wrong-key-1', baseUrl: server.wire.url } };
		const user = { __rl: true, mode: 'id', value: 'm-1' };
		const run = await roster('get', { user }, { credentials });
		expect(run.error).toMatchObject({
			message: 'Roster: who are you? (code STRANGER).',
			description: 'Ask the people of Roster.',
			httpCode: '200',
			context: { itemIndex: 0 },
		});
	});

	it('works on items side by side, and keeps their order', async () => {
		const input = here.map((at) => ({ id: `m-${at}` }));
		const user = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
		const run = await roster('get', { user, options: { concurrency: 5 } }, { input });
		expect(nicks(run.json)).toEqual(named(...here));
	});
});

describe('Create', () => {
	const eve = { email: 'eve@example.com', nick: 'Eve', password: 'very-secret-9' };
	const posts = () => server.requests.filter((request) => request.startsWith('POST'));

	it('creates a member', async () => {
		const run = await roster('create', eve);
		expect(run.json).toEqual([expect.objectContaining({ nick: 'Eve', created: true })]);
		expect(server.members.at(-1)).toMatchObject({ nick: 'Eve', mail: 'eve@example.com' });
	});

	it('sends a write once more where Roster was too busy for it', async () => {
		server.outcomes.push('BUSY');
		expect((await roster('create', eve)).json).toEqual([
			expect.objectContaining({ created: true }),
		]);
		expect(posts()).toHaveLength(2);
	});

	it('looks up a member whose creation was not confirmed, instead of writing twice', async () => {
		server.outcomes.push('ASLEEP');
		const run = await roster('create', eve);
		expect(run.json).toEqual([expect.objectContaining({ nick: 'Eve', created: null })]);
		expect(posts()).toHaveLength(1);
		expect(run.messages).toEqual([
			"Roster did not confirm that the member with the e-mail 'eve@example.com' was created, but a look-up found the member.",
		]);
	});

	it('shows no password that Roster echoes, and does not affect the other items', async () => {
		const parameters = { ...eve, email: '={{ $json.email }}' };
		const run = await roster('create', parameters, {
			input: [{ email: 'nick1@Example.com' }, { email: 'not one' }, { email: 'new@example.com' }],
			onError: 'continueRegularOutput',
		});
		expect(run.json).toEqual([
			{
				error:
					'Roster: nick1@Example.com is here; not with [hidden] (code TAKEN). Ask the people of Roster.',
			},
			{ error: "'Email' is not an e-mail address: 'not one'." },
			expect.objectContaining({ created: true }),
		]);
		expect(JSON.stringify(run.run.runData)).not.toContain('very-secret-9');
	});
});

describe('a signature that Roster echoes', () => {
	/** Each proof of the requests, as it was sent and as it is meant. */
	const proofs = () =>
		server.wire.arrived.flatMap(({ url }) => [
			new RegExp(`${PROOF}=([^&]+)`).exec(url)?.[1] ?? '',
			new URL(url, 'http://roster').searchParams.get(PROOF) ?? '',
		]);
	const expectHidden = (shown: unknown) => {
		expect(proofs().length).toBeGreaterThan(0);
		for (const proof of proofs()) {
			expect(proof.length).toBeGreaterThan(40);
			expect(JSON.stringify(shown)).not.toContain(proof);
		}
		expect(JSON.stringify(shown)).toContain('[hidden]');
	};
	beforeEach(() => (server.echoes = true));

	it('is hidden in items', async () => {
		const run = await roster('getAll', { output: 'raw', returnAll: true });
		expect(run.json[0]?.echo).toEqual(['/members?take=4&x-proof=[hidden]', 'proof [hidden]']);
		expectHidden(run.run.runData);
	});

	it('is hidden in errors, and in the items that n8n continues with', async () => {
		const user = { __rl: true, mode: 'id', value: 'm-99' };
		const message =
			'Roster: nobody is called m-99; /members/m-99?x-proof=[hidden]; proof [hidden] (code NO_SUCH_MEMBER).';
		const stopped = await roster('get', { user });
		expect(stopped.error?.message).toBe(message);
		expectHidden({ ...stopped.error, runData: stopped.run.runData });
		const continued = await roster('get', { user }, { onError: 'continueRegularOutput' });
		expect(continued.json).toEqual([{ error: `${message} Ask the people of Roster.` }]);
		expectHidden(continued.run.runData);
	});

	it('of a credential that is refused is hidden, too', async () => {
		const credentials = { rosterApi: { apiKey: 'wrong-key-1', baseUrl: server.wire.url } };
		const run = await roster('getAll', { returnAll: true }, { credentials });
		expect(run.error?.message).toMatch(/^Roster: who are you\?; .*code STRANGER\)\.$/);
		expectHidden({ ...run.error, runData: run.run.runData });
	});
});

it('has members who are gone, so that leaving them out is seen', () => {
	expect(server.members.filter((_, at) => !isHere(at)).every(({ gone }) => gone === true)).toBe(
		true,
	);
});
