import type { INodeParameters } from 'n8n-workflow';
import { errorWords } from '../../harness';
import { at, begins, by, ids, paired, VoximplantFixture } from './fixture';

const fixture = new VoximplantFixture(25);

const own = () => fixture.application.application_id;
const people = () => fixture.sandbox.people;
const allIds = () => people().map(({ user_id }) => user_id);
const queue = (index: number) => at(fixture.sandbox.smartQueues, index).sq_queue_id;
/** Which part of which list each request asked for. */
const asked = () =>
	fixture.sandbox.log.map(({ query }) =>
		[query.handle_calls, query.offset, query.count].map(String).join(' '),
	);
const getAll = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.getAll({ resource: 'agent', returnAll: true, ...parameters }, more);

describe('Get Many of agents', () => {
	it('gives each agent once, page by page, and reads on to an empty page', async () => {
		const run = await getAll({ options: { pageSize: 10 } });
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(allIds());
		expect(paired(run)).toEqual(allIds().map(() => ({ item: 0 })));
		expect(run.messages).toEqual([]);
		expect(asked()).toEqual([
			'false 0 10',
			'false 10 10',
			'false 20 10',
			'false 25 10',
			'true 0 10',
		]);
		expect(at(fixture.sandbox.log, 0)).toMatchObject({
			path: '/platform_api/SQ_GetAgents',
			query: { application_id: String(own()) },
			bodyText: '',
		});
	});

	it('gives the same whatever handle_calls means', async () => {
		const ways = ['atLeast', 'equal', 'ignored'] as const;
		for (const handleCalls of ways) {
			Object.assign(fixture.sandbox.settings, { handleCalls });
			const run = await getAll({ options: { pageSize: 7 } });
			expect(new Set(ids(run))).toEqual(new Set(allIds()));
			expect(run.items).toHaveLength(25);
			expect(run.messages).toEqual([]);
		}
		Object.assign(fixture.sandbox.settings, { handleCalls: 'atLeast' });
	});

	it('reads on where fewer come at once than were asked for', async () => {
		Object.assign(fixture.sandbox.settings, { countCap: 4 });
		const run = await getAll();
		Object.assign(fixture.sandbox.settings, { countCap: 0 });
		expect(ids(run)).toEqual(allIds());
	});

	it('asks for no more than the limit needs', async () => {
		const run = await getAll({ returnAll: false, limit: 12, options: { pageSize: 10 } });
		expect(ids(run)).toEqual(allIds().slice(0, 12));
		expect(asked()).toEqual(['false 0 10', 'false 10 2']);
	});

	it('says with Max Pages that there may be more, where a page does not tell', async () => {
		const run = await getAll({ options: { pageSize: 25, maxPages: 1 } });
		expect(run.items).toHaveLength(25);
		expect(run.messages).toEqual([
			"Stopped at 'Max Pages' (1): there may be more agents. Raise 'Max Pages', or set 'Offset' under Options to 25 to continue there.",
		]);
		const rest = await getAll({ options: { offset: 20 } });
		expect(ids(rest)).toEqual(allIds().slice(20));
	});

	it('ends with an error where the same page comes again and again', async () => {
		fixture.sandbox.faults.always({
			kind: 'body',
			body: { result: [{ user_id: 1, user_name: 'ann' }] },
		});
		const run = await getAll();
		expect(errorWords(run.error)).toMatch(/list of agents .* a page repeats the one before/);
		fixture.sandbox.faults.clear();
	});

	it('takes one agent that is no list', async () => {
		const only = { user_id: 71, user_name: 'ann', user_display_name: 'Ann' };
		fixture.sandbox.faults.next({ kind: 'body', body: { result: only } });
		const run = await getAll({ returnAll: false, limit: 1, output: 'raw' });
		expect(run.json).toEqual([only]);
	});

	it('simplified has always the same keys, and what was asked for, parsed', async () => {
		const [first] = (await getAll({ returnAll: false, limit: 1 })).json;
		const { user_id, user_name, user_display_name } = at(people(), 0);
		const plain = { user_id, user_name, user_display_name, max_simultaneous_conversations: 3 };
		expect(first).toEqual(plain);
		const options = { withQueues: true, withSkills: true, withStatuses: true };
		for (const agentJson of ['text', 'list'] as const) {
			Object.assign(fixture.sandbox.settings, { agentJson });
			const [shown] = (await getAll({ returnAll: false, limit: 1, options })).json;
			expect(shown).toEqual({
				...plain,
				sq_queues: [{ sq_queue_id: queue(0), sq_queue_name: 'claims' }],
				sq_skills: [expect.objectContaining({ sq_skill_level: 1 })],
				sq_statuses: [{ CALL: expect.anything(), IM: expect.anything() }],
			});
		}
		expect(at(fixture.sandbox.log, 1).query).toMatchObject({
			with_sq_queues: 'true',
			with_sq_skills: 'true',
			with_sq_statuses: 'true',
		});
	});

	it('keeps text that is no JSON as it is', async () => {
		const record = { user_id: 71, sq_queues: 'claims', sq_skills: null };
		fixture.sandbox.faults.next({ kind: 'body', body: { result: [record] } });
		const run = await getAll({ returnAll: false, limit: 1 });
		expect(run.json).toMatchObject([{ sq_queues: 'claims', sq_skills: null }]);
	});

	it.each(['name', 'list'])('finds the application by %s', async (mode) => {
		const value = mode === 'name' ? 'support' : own();
		const run = await getAll({ application: by(mode, value) });
		expect(ids(run)).toEqual(allIds());
		const other = await getAll({ application: by('name', 'sales') });
		expect(ids(other)).toEqual(allIds().filter((_, index) => index % 3 === 0));
	});
});

describe('the filters of agents', () => {
	const filtered = async (filters: INodeParameters) => ids(await getAll({ filters }));
	const where = (test: (index: number) => boolean) => allIds().filter((_, index) => test(index));

	it('go to Voximplant', async () => {
		const inQueue = where((index) => index % 3 === 1);
		expect(await filtered({ queueId: by('id', queue(1)) })).toEqual(inQueue);
		const excluded = await filtered({ excludedQueueId: queue(1) });
		expect(excluded).toEqual(where((index) => index % 3 !== 1));
		const one = at(people(), 6);
		expect(await filtered({ userId: by('list', one.user_id) })).toEqual([one.user_id]);
		const part = one.user_name.slice(0, 3);
		expect(await filtered({ userNameContains: ` ${part}\u200b` })).toEqual(
			people()
				.filter(({ user_name: name }) => name.includes(part))
				.map(({ user_id: id }) => id),
		);
	});

	it.each<[unknown, (calls: number, chats: number) => boolean]>([
		[['CALL:READY'], (calls) => calls === 2],
		[['IM:READY', 'CALL:DND'], (calls, chats) => chats === 2 || calls === 5],
		[['READY'], (calls, chats) => calls === 2 || chats === 2],
		['call:ready, im:dnd', (calls, chats) => calls === 2 || chats === 5],
		['["OFFLINE"]', (calls, chats) => calls === 0 || chats === 0],
	])('statuses %j', async (statuses, test) => {
		const found = await filtered({ statuses: statuses as string[] });
		expect(found).toEqual(where((index) => test(index % 6, (index + 2) % 6)));
		const [{ sq_status_type, sq_status_name }] = JSON.parse(
			String(at(fixture.sandbox.log, 0).query.sq_statuses),
		) as [Record<string, string>];
		expect(['CALL', 'IM']).toContain(sq_status_type);
		expect(sq_status_name).toMatch(/^[A-Z_]+$/);
	});

	it.each([
		[{ queueId: by('id', 'all') }, "'SmartQueue' must be an ID made of digits only, not 'all'."],
		[{ queueId: '1;2' }, "'SmartQueue' must be an ID made of digits only, not '1;2'."],
		[{ excludedQueueId: 'any' }, begins("'Excluded SmartQueue' must be an ID")],
		[{ userId: by('id', 'any') }, begins("'User' must be an ID")],
		[{ statuses: ['BUSY'] }, begins("'Statuses' must be one of CALL:AFTER_SERVICE,")],
		[{ statuses: [] }, "'Statuses' is empty: choose at least one."],
		[{ userNameContains: ' ' }, "The filter 'User Name Contains' is empty."],
	])('%j is refused before anything is sent', async (filters: INodeParameters, message) => {
		const run = await getAll({ filters });
		expect(run.error).toMatchObject({ message });
		expect(fixture.calls).toEqual([]);
	});

	it('of a SmartQueue that is not there says which field to check', async () => {
		const run = await getAll({ filters: { queueId: 5 } });
		expect(errorWords(run.error)).toMatch(/\(code 218\)\. Check the filters 'SmartQueue'/);
		const foreign = await getAll({ filters: { queueId: queue(3) } });
		expect(errorWords(foreign.error)).toMatch(/\(code 218\)/);
	});
});
