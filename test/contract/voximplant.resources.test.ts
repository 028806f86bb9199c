import { startVoximplant, type VoximplantSandbox } from '../../sandbox';
import { at } from '../harness/at';
import { voximplant } from './clients';
import { voximplantError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: VoximplantSandbox;
let client: Awaited<ReturnType<typeof voximplant>>;
beforeAll(async () => {
	sandbox = await startVoximplant({ users: 60 });
	client = await voximplant(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const application = (index = 0) => at(sandbox.applications, index).application_id;

describe('applications, skills and queues', () => {
	test('GetApplications filters by id and by a part of the name, and pages', async () => {
		const all = await client.call('GetApplications');
		expectShape(all, 'voximplant#/$defs/applications');
		expect(all.result).toEqual(sandbox.applications);
		const one = await client.call('GetApplications', { application_id: application(1) });
		expect(one.result).toEqual([sandbox.applications[1]]);
		const part = await client.call('GetApplications', { application_name: 'support' });
		expect(part.total_count).toBe(2);
		const page = await client.call('GetApplications', { count: 1, offset: 2 });
		expect(page).toMatchObject({ count: 1, total_count: 3, result: [sandbox.applications[2]] });
	});

	test('GetSkills and GetQueues list what users can be bound to', async () => {
		const skills = await client.call('GetSkills', { skill_name: 'укр' });
		expectShape(skills, 'voximplant#/$defs/skills');
		expect(skills.total_count).toBe(1);
		const queues = await client.call('GetQueues', { count: 2 });
		expectShape(queues, 'voximplant#/$defs/queues');
		expect(queues).toMatchObject({ count: 2, total_count: 3 });
		expect(queues.result[0]).not.toHaveProperty('skills');
		expect(queues.result[0]).not.toHaveProperty('operatorcount');
	});

	test('GetQueues filters by application and skill, and tells skills and operators if asked', async () => {
		const names = async (parameters: object) => {
			const { result } = await client.call('GetQueues', parameters);
			return result.map((queue): unknown => Reflect.get(queue, 'acd_queue_name'));
		};
		const skill = at(sandbox.skills, 1).skill_id;
		expect(await names({ application_id: application(1) })).toEqual(['first-line']);
		expect(await names({ skill_id: skill })).toEqual(['second-line']);
		expect(await names({ excluded_skill_id: skill })).toEqual(['first-line', 'night']);
		expect(await names({ acd_queue_name: 'line', offset: 1 })).toEqual(['second-line']);
		expect(await names({ acd_queue_id: at(sandbox.queues, 2).acd_queue_id })).toEqual(['night']);
		expect(await client.call('GetQueues', { skill_id: 1 })).toEqual(voximplantError(222));
		const more = { with_skills: true, with_operatorcount: true, showing_skill_id: skill };
		const told = await client.call('GetQueues', more);
		expectShape(told, 'voximplant#/$defs/queues');
		expect(told.result.map(({ skills }) => skills.length)).toEqual([0, 1, 0]);
		expect(told.result[0]).toMatchObject({ operatorcount: 20 });
		expect(sandbox.warnings).toEqual([]);
	});

	test('BindSkill binds and unbinds, five skills at most', async () => {
		const user = at(sandbox.people, 0);
		const ids = sandbox.skills.map(({ skill_id: id }) => id);
		const bind = (parameters: object) =>
			client.call('BindSkill', { user_id: user.user_id, ...parameters });
		expect(await bind({ skill_id: ids.join(';') })).toEqual(voximplantError(498));
		const bound = await bind({ skill_id: ids.slice(1).join(';'), bind: true });
		expect(bound).toEqual(voximplantError(498));
		user.skills = [];
		const done = await bind({ skill_id: ids.slice(1).join(';') });
		expectShape(done, 'voximplant#/$defs/done');
		expect(user.skills).toHaveLength(5);
		await bind({ skill_name: 'billing', bind: false });
		expect(user.skills.map(({ skill_name: name }) => name)).not.toContain('billing');
		expect(await bind({ skill_id: 1 })).toEqual(voximplantError(222));
		expect(await bind({})).toEqual(voximplantError(134));
	});

	test('BindUserToQueue binds by name or id, within the application', async () => {
		const user = at(sandbox.people, 0);
		user.acd_queues = [];
		const bind = (parameters: object) =>
			client.call('BindUserToQueue', { user_id: user.user_id, bind: true, ...parameters });
		const queue = { acd_queue_name: 'night' };
		expectShape(await bind({ application_id: application(), ...queue }), 'voximplant#/$defs/done');
		expect(user.acd_queues.map(({ acd_queue_name: name }) => name)).toEqual(['night']);
		await bind({ application_name: 'support', ...queue, bind: false });
		expect(user.acd_queues).toEqual([]);
		expect(await bind(queue)).toEqual(voximplantError(134));
		expect(await bind({ application_id: application(2), ...queue })).toEqual(voximplantError(393));
		expect(await bind({ application_id: application(), acd_queue_id: 1 })).toEqual(
			voximplantError(218),
		);
		const foreign = { application_id: application(), acd_queue_name: 'first-line' };
		expect(await bind(foreign)).toEqual(voximplantError(218));
		expect(user.acd_queues).toEqual([]);
		const unsaid = { user_id: user.user_id, application_id: application(), ...queue };
		expect(await client.call('BindUserToQueue', unsaid)).toEqual(voximplantError(134));
	});

	test('GetAccountInfo describes the account', async () => {
		const info = await client.call('GetAccountInfo', { return_live_balance: true });
		expectShape(info, 'voximplant#/$defs/account');
		expect(info.result).toMatchObject({ active: true, frozen: false });
		expect(JSON.stringify(info)).not.toContain('api_key');
	});
});

describe('a call', () => {
	test.each(['GetUser', 'getUsers', 'GETUSERS', 'constructor'])(
		'of %s is an unknown command',
		async (method) => {
			expect(await client.call(method)).toEqual({ error: { code: 103, msg: 'Unknown command' } });
		},
	);

	test('without a method lacks its cmd', async () => {
		expect(await client.call('')).toEqual({ error: { code: 102, msg: "Missing 'cmd' parameter" } });
	});

	test('by GET is refused', async () => {
		const { data, status } = await client.http.get('GetAccountInfo');
		expect([status, data.error.code]).toEqual([200, 101]);
	});

	test.each([
		['application/json', `{"application_id":1}`],
		['application/json', '[]'],
		['multipart/form-data; boundary=x', '--x--'],
		['text/plain', 'application_id=1'],
	])('with a body of %s, %s, is refused', async (type, body) => {
		const { data } = await client.http.post('GetUsers', body, {
			headers: { 'content-type': type },
		});
		expect(data).toEqual(voximplantError(101));
	});

	test('outside the base path is a 404 of the web server', async () => {
		const { status } = await client.http.post(`${sandbox.origin}/GetUsers`);
		expect(status).toBe(404);
	});
});
