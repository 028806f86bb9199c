import { startVoximplant, type VoximplantSandbox } from '../../sandbox';
import { at } from '../harness/at';
import { voximplant } from './clients';
import { voximplantError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: VoximplantSandbox;
let client: Awaited<ReturnType<typeof voximplant>>;
beforeAll(async () => {
	sandbox = await startVoximplant({ users: 30 });
	client = await voximplant(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const application = (index = 0) => at(sandbox.applications, index).application_id;
const queue = (index: number) => at(sandbox.smartQueues, index).sq_queue_id;
const userId = (index: number) => at(sandbox.people, index).user_id;
const boundTo = (index: number) =>
	sandbox.agentOf(userId(index)).queues.map(({ sq_queue_id: id }) => id);

describe('SQ_GetAgents', () => {
	const agents = async (parameters: object = {}) =>
		await client.call('SQ_GetAgents', {
			application_id: application(),
			handle_calls: false,
			count: 100,
			...parameters,
		});
	const ids = async (parameters: object = {}) =>
		((await agents(parameters)).result as object[]).map((agent): unknown =>
			Reflect.get(agent, 'user_id'),
		);

	test('gives agents without a total, an empty page at the end', async () => {
		const page = await agents({ count: 10, offset: 25 });
		expectShape(page, 'voximplant#/$defs/agents');
		expect(page.result).toHaveLength(5);
		expect(page.result[0]).not.toHaveProperty('sq_queues');
		expect(await agents({ offset: 30 })).toEqual({ result: [] });
		expect(
			(await client.call('SQ_GetAgents', { application_name: 'sales', handle_calls: true })).result,
		).not.toEqual([]);
	});

	test('tells queues, skills and statuses if asked, also as text', async () => {
		const more = { with_sq_queues: true, with_sq_skills: true, with_sq_statuses: true };
		expectShape(await agents(more), 'voximplant#/$defs/agents');
		Object.assign(sandbox.settings, { agentJson: 'text' });
		const told = await agents(more);
		Object.assign(sandbox.settings, { agentJson: 'list' });
		expectShape(told, 'voximplant#/$defs/agents');
		expect(JSON.parse(String(Reflect.get(at<object>(told.result, 0), 'sq_queues')))).toHaveLength(
			1,
		);
		expect(sandbox.warnings).toEqual([]);
	});

	test('needs handle_calls, and one application', async () => {
		const { call } = client;
		expect(await call('SQ_GetAgents', { application_id: application() })).toEqual(
			voximplantError(134),
		);
		expect(await call('SQ_GetAgents', { handle_calls: true })).toEqual(voximplantError(134));
		expect(await agents({ handle_calls: 'maybe' })).toEqual(voximplantError(101));
		expect((await ids({ handle_calls: true })).length).toBe(24);
	});

	test('filters, and refuses what it does not know', async () => {
		expect(await ids({ sq_queue_id: queue(0) })).toHaveLength(10);
		expect(await ids({ sq_queue_id: 'all' })).toHaveLength(30);
		expect(await ids({ excluded_sq_queue_id: queue(0) })).toHaveLength(20);
		expect(await ids({ user_id: `${userId(3)};${userId(4)}` })).toEqual([userId(3), userId(4)]);
		const { user_name: name } = at(sandbox.people, 3);
		expect(await ids({ user_name_template: name })).toEqual([userId(3)]);
		const ready = [{ sq_status_type: 'CALL', sq_status_name: 'READY' }];
		expect(await ids({ sq_statuses: JSON.stringify(ready) })).toHaveLength(5);
		for (const odd of ['READY', '[{}]', '[{"sq_status_type":"CALL","sq_status_name":"AWAY"}]']) {
			expect(await agents({ sq_statuses: odd })).toEqual(voximplantError(101));
		}
		expect(await agents({ sq_queue_id: 5 })).toEqual(voximplantError(218));
		expect(await agents({ sq_queue_id: queue(3) })).toEqual(voximplantError(218));
		expect(await agents({ user_id: 'x' })).toEqual(voximplantError(117));
	});
});

test('SQ_GetQueues gives those of the application, by name or a part of it', async () => {
	const call = async (parameters: object) =>
		await client.call('SQ_GetQueues', { application_id: application(), ...parameters });
	const all = await call({});
	expectShape(all, 'voximplant#/$defs/smartQueues');
	expect(all.result).toHaveLength(3);
	expect((await call({ sq_queue_name_template: 'a', count: 1, offset: 1 })).result).toHaveLength(1);
	expect((await call({ sq_queue_id: `${queue(0)};${queue(1)}` })).result).toHaveLength(2);
	expect(await client.call('SQ_GetQueues', {})).toEqual(voximplantError(134));
});

describe('SQ_BindAgent and SQ_UnbindAgent', () => {
	const call = async (method: string, parameters: object) =>
		await client.call(method, { application_id: application(), ...parameters });

	test('add a queue to those of the agent, and take it off', async () => {
		const both = { sq_queue_id: queue(2), user_id: userId(1) };
		expectShape(await call('SQ_BindAgent', both), 'voximplant#/$defs/done');
		expect(boundTo(1)).toEqual([queue(1), queue(2)]);
		expectShape(await call('SQ_UnbindAgent', both), 'voximplant#/$defs/done');
		expect(boundTo(1)).toEqual([queue(1)]);
		const named = { sq_queue_name: 'night shift', user_name: at(sandbox.people, 1).user_name };
		await call('SQ_BindAgent', named);
		expect(boundTo(1)).toEqual([queue(1), queue(2)]);
		await call('SQ_UnbindAgent', { sq_queue_id: 'all', user_id: userId(1) });
		expect(boundTo(1)).toEqual([]);
		expect(sandbox.warnings).toEqual([]);
	});

	test.each([
		['add_queues', [1, 2], [0]],
		['add', [2], [0]],
		['replace_agents', [1, 2], [0]],
		['replace', [2], [0]],
	])('with the mode %s', async (bind_mode, own, others) => {
		await call('SQ_BindAgent', { sq_queue_id: queue(2), user_id: userId(1), bind_mode });
		expect(boundTo(1)).toEqual(own.map(queue));
		expect(boundTo(0)).toEqual(others.map(queue));
		expect(boundTo(2)).toEqual(bind_mode.startsWith('replace') ? [] : [queue(2)]);
	});

	test('take lists and all, and refuse the rest', async () => {
		await call('SQ_BindAgent', { sq_queue_id: queue(2), user_id: `${userId(0)};${userId(1)}` });
		expect([boundTo(0), boundTo(1)]).toEqual([
			[queue(0), queue(2)],
			[queue(1), queue(2)],
		]);
		await call('SQ_UnbindAgent', { sq_queue_id: 'all', user_id: 'all' });
		expect(sandbox.agents.flatMap(({ queues }) => queues)).toEqual([]);
		const both = { sq_queue_id: queue(0), user_id: userId(1) };
		const refusals: [object, 101 | 117 | 134 | 218 | 393][] = [
			[{ ...both, sq_queue_id: 5 }, 218],
			[{ ...both, sq_queue_id: queue(3) }, 218],
			[{ ...both, user_id: 5 }, 117],
			[{ ...both, application_id: application(1), sq_queue_id: queue(3) }, 393],
			[{ ...both, bind_mode: 'sometimes' }, 101],
			[{ user_id: userId(1) }, 134],
			[{ sq_queue_id: queue(0) }, 134],
		];
		for (const [parameters, code] of refusals) {
			expect(await call('SQ_BindAgent', parameters)).toEqual(voximplantError(code));
		}
	});
});

describe('sub-users and keys', () => {
	const subUser = (index: number) => at(sandbox.subUsers, index).subuser_id;

	test('GetSubUsers tells roles if asked, and no total', async () => {
		const all = await client.call('GetSubUsers', { with_roles: true });
		expectShape(all, 'voximplant#/$defs/subUsers');
		expect(all.result).toEqual(sandbox.subUsers);
		const one = await client.call('GetSubUsers', { subuser_id: subUser(1) });
		expectShape(one, 'voximplant#/$defs/subUsers');
		expect(one.result).toEqual([expect.not.objectContaining({ roles: expect.anything() })]);
		expect((await client.call('GetSubUsers', { count: 2, offset: 4 })).result).toHaveLength(1);
		expect(await client.call('GetSubUsers', { subuser_id: 5 })).toEqual(voximplantError(434));
	});

	test('DelSubUser takes one ID, and the keys go with it', async () => {
		const id = subUser(2);
		at(sandbox.keys, 0).subuser = [at(sandbox.subUsers, 2)];
		const keys = await client.call('GetKeys', { key_id: sandbox.keyId });
		expectShape(keys, 'voximplant#/$defs/keys');
		expect(keys.result).toMatchObject([{ subuser: [{ subuser_id: id }] }]);
		expect((await client.call('GetKeys', { key_id: 'another' })).result).toEqual([]);
		expect(await client.call('DelSubUser', {})).toEqual(voximplantError(134));
		for (const odd of ['all', 'any', `${subUser(0)};${subUser(1)}`, 5]) {
			expect(await client.call('DelSubUser', { subuser_id: odd })).toEqual(voximplantError(434));
		}
		const done = await client.call('DelSubUser', { subuser_id: id });
		expectShape(done, 'voximplant#/$defs/done');
		expect(sandbox.subUsers).toHaveLength(4);
		expect(await client.call('GetSubUsers')).toEqual(voximplantError(433));
	});
});
