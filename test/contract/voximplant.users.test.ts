import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../sandbox';
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
afterEach(() => void jest.restoreAllMocks());
afterAll(() => sandbox.close());

const application = (index = 0) => at(sandbox.applications, index).application_id;
const list = async (parameters: object = {}) =>
	await client.call('GetUsers', { application_id: application(), count: 1000, ...parameters });
const names = ({ result }: { result: VoximplantUser[] }) => result.map((user) => user.user_name);
const sorted = (users: readonly VoximplantUser[]) => users.map((user) => user.user_name).sort();
const where = (test: (user: VoximplantUser) => boolean) => sorted(sandbox.people.filter(test));

describe('GetUsers', () => {
	test('gives the first twenty by name unless told otherwise', async () => {
		const page = await client.call('GetUsers', { application_id: application() });
		expectShape(page, 'voximplant#/$defs/users');
		expect(page).toMatchObject({ total_count: 60, count: 20 });
		expect(names(page)).toEqual(sorted(sandbox.people).slice(0, 20));
	});

	test('walks by offset, everyone once, and is empty beyond the end', async () => {
		const pages = [
			await list({ count: 25 }),
			await list({ count: 25, offset: 25 }),
			await list({ count: 25, offset: 50 }),
			await list({ count: 25, offset: 75 }),
		];
		for (const page of pages) expectShape(page, 'voximplant#/$defs/users');
		expect(pages.map(({ count }) => count)).toEqual([25, 25, 10, 0]);
		expect(pages.map(({ total_count: total }) => total)).toEqual([60, 60, 60, 60]);
		expect(pages.flatMap(names)).toEqual(sorted(sandbox.people));
	});

	test('takes its parameters from the query or a form, and on one path with cmd', async () => {
		const parameters = { application_id: application(), count: 3 };
		const first = await client.query('GetUsers', parameters);
		expect(first.count).toBe(3);
		expect(await client.call('GetUsers', parameters)).toEqual(first);
		expect(await client.call('', { cmd: 'GetUsers', ...parameters })).toEqual(first);
		expect(await client.call('/', { cmd: 'GetUsers', ...parameters })).toEqual(first);
		const mixed = await client.http.post(`GetUsers?application_id=${application()}`, 'count=3', {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		expect(mixed.data).toEqual(first);
	});

	test('refuses a parameter that is given twice', async () => {
		const path = `GetUsers?application_id=${application()}`;
		for (const [url, body] of [
			[path, `application_id=${application()}`],
			[`${path}&count=2&count=2`, ''],
			[path, 'count=2&count=3'],
		] as const) {
			const headers = { 'content-type': 'application/x-www-form-urlencoded' };
			expect((await client.http.post(url, body, { headers })).data).toEqual(voximplantError(101));
		}
	});

	test('wants exactly one of application id and name', async () => {
		expect(await client.call('GetUsers')).toEqual({
			error: { code: 134, msg: 'Required parameter is empty' },
		});
		const both = { application_id: application(), application_name: 'support' };
		expect(await client.call('GetUsers', both)).toEqual({
			error: {
				code: 458,
				msg: 'Specify only one of the following parameters: application_id, application_name',
			},
		});
		expect(await client.call('GetUsers', { application_id: '' })).toEqual(voximplantError(134));
	});

	test.each([
		[{ application_id: 1 }, 116],
		[{ application_id: 'support' }, 116],
		[{ application_id: '-5' }, 116],
		[{ application_name: 'nothing' }, 107],
	])('knows no application %j', async (parameters, expected) => {
		expect(await client.call('GetUsers', parameters)).toEqual(voximplantError(expected));
	});

	test('gives those of the application alone', async () => {
		const second = await client.call('GetUsers', { application_id: application(1), count: 100 });
		expect(names(second)).toEqual(where((user) => user.applications.length === 2));
		expect(second.total_count).toBe(20);
		const third = await client.call('GetUsers', { application_id: application(2) });
		expect(third).toEqual({ result: [], total_count: 0, count: 0 });
	});

	test('matches a part of the application name, also of several', async () => {
		const some = await client.call('GetUsers', { application_name: 'sales', count: 100 });
		expect(some.total_count).toBe(20);
		const all = await client.call('GetUsers', { application_name: 'acme', count: 100 });
		expect(names(all)).toEqual(sorted(sandbox.people));
	});

	test('matches ids exactly, and parts of names', async () => {
		const user = at(sandbox.people, 7);
		expect(names(await list({ user_id: user.user_id }))).toEqual([user.user_name]);
		expect((await list({ user_id: String(user.user_id).slice(0, -1) })).total_count).toBe(0);
		const part = user.user_name.slice(1, 5);
		expect(names(await list({ user_name: part }))).toEqual(
			where(({ user_name: name }) => name.includes(part)),
		);
		const display = at([...user.user_display_name.split(' ')], 0);
		const found = await list({ user_display_name: display });
		expect(names(found)).toEqual(where((each) => each.user_display_name.includes(display)));
		expect(found.count).toBeGreaterThan(0);
	});

	test('tells active from inactive users', async () => {
		const inactive = where((user) => !user.user_active);
		expect(inactive).toHaveLength(6);
		expect(names(await list({ user_active: false }))).toEqual(inactive);
		expect((await list({ user_active: true })).total_count).toBe(54);
	});

	test('filters by skill and by queue, having them or not', async () => {
		const { skill_id } = at(sandbox.skills, 1);
		const skilled = where(({ skills }) => skills.some((skill) => skill.skill_id === skill_id));
		expect(skilled.length).toBeGreaterThan(0);
		expect(names(await list({ skill_id }))).toEqual(skilled);
		expect((await list({ excluded_skill_id: skill_id })).total_count).toBe(60 - skilled.length);
		const { acd_queue_id } = at(sandbox.queues, 2);
		const queued = where((user) =>
			user.acd_queues.some((queue) => queue.acd_queue_id === acd_queue_id),
		);
		expect(queued.length).toBeGreaterThan(0);
		expect(names(await list({ acd_queue_id }))).toEqual(queued);
		expect((await list({ excluded_acd_queue_id: acd_queue_id })).total_count).toBe(
			60 - queued.length,
		);
	});

	test('filters by one ACD status or several', async () => {
		const busy = where(({ acd_status: status }) => status === 'READY' || status === 'DND');
		expect(names(await list({ acd_status: 'READY;DND' }))).toEqual(busy);
		expect((await list({ acd_status: 'BANNED' })).count).toBeGreaterThan(0);
	});

	test('combines filters', async () => {
		const both = await list({ user_active: true, acd_status: 'ONLINE' });
		expect(names(both)).toEqual(where((user) => user.user_active && user.acd_status === 'ONLINE'));
	});

	test.each([
		[{ acd_status: 'BUSY' }, 227],
		[{ acd_status: 'READY,DND' }, 227],
		[{ acd_status: 'READY;' }, 227],
		[{ skill_id: 1 }, 222],
		[{ excluded_skill_id: 1 }, 224],
		[{ acd_queue_id: 1 }, 218],
		[{ excluded_acd_queue_id: 1 }, 218],
		[{ showing_skill_id: 1 }, 222],
		[{ user_id: 'all' }, 117],
		[{ user_id: '1;2' }, 117],
		[{ user_active: 'yes' }, 101],
		[{ user_active: 1 }, 101],
		[{ with_skills: 'True' }, 101],
		[{ return_live_balance: 'no' }, 101],
		[{ count: 0 }, 101],
		[{ count: 1001 }, 101],
		[{ count: 'many' }, 101],
		[{ count: '1.5' }, 101],
		[{ offset: -1 }, 101],
		[{ order_by: 'created' }, 101],
		[{ user_name: '' }, 134],
		[{ user_active: '' }, 134],
	])('refuses %j', async (parameters, expected) => {
		const answer = await list(parameters);
		expectShape(answer, 'voximplant#/$defs/error');
		expect(answer).toEqual(voximplantError(expected));
	});

	test.each(['user_id', 'user_name', 'user_display_name'] as const)(
		'orders by %s',
		async (order) => {
			sandbox.people.reverse();
			const { result } = await list({ order_by: order });
			const values = result.map((user) => user[order]);
			const expected = [...values].sort((left, right) => (left < right ? -1 : 1));
			expect(values).toEqual(expected);
			expect(values).not.toEqual(sandbox.people.map((user) => user[order]));
		},
	);

	test('keeps the order when people come, go and are renamed', async () => {
		await list();
		sandbox.people.splice(5, 10);
		expect(names(await list())).toEqual(sorted(sandbox.people));
		at(sandbox.people, 20).user_name = '0-first';
		expect(names(await list())).toEqual(sorted(sandbox.people));
		expect(names(await list())[0]).toBe('0-first');
	});

	test('gives skills and queues only when asked', async () => {
		const bare = await list();
		expect(bare.result.some((user) => 'skills' in user || 'acd_queues' in user)).toBe(false);
		const full = await list({ with_skills: true, with_queues: true });
		expectShape(full, 'voximplant#/$defs/users');
		for (const user of full.result) {
			const known = sandbox.people.find(({ user_id: id }) => id === user.user_id);
			expect([user.skills, user.acd_queues]).toEqual([known?.skills, known?.acd_queues]);
		}
	});

	test('shows one skill alone where asked', async () => {
		const { skill_id } = at(sandbox.skills, 1);
		const { result } = await list({ with_skills: true, showing_skill_id: skill_id });
		const shown = result.flatMap((user) => user.skills);
		expect(new Set(shown.map((skill) => skill.skill_id))).toEqual(new Set([skill_id]));
	});

	test('means the live balance by balance, and the fixed one where told so', async () => {
		const { result: live } = await list();
		const { result: fixed } = await list({ return_live_balance: false });
		const balances = (users: VoximplantUser[], key: 'balance' | 'live_balance' | 'fixed_balance') =>
			users.map((user) => user[key]);
		expect(balances(live, 'balance')).toEqual(balances(live, 'live_balance'));
		expect(balances(fixed, 'balance')).toEqual(balances(fixed, 'fixed_balance'));
		expect(balances(fixed, 'balance')).not.toEqual(balances(live, 'balance'));
		expect((await list({ return_live_balance: true })).result).toEqual(live);
	});

	test('may send less than asked for', async () => {
		sandbox.settings.countCap = 7;
		expect(await list({ count: 50 })).toMatchObject({ count: 7, total_count: 60 });
	});

	test('writes an id beyond 2^53 as a bare number, finds it and orders by it', async () => {
		at(sandbox.people, 3).user_id = '90071992547409931';
		at(sandbox.people, 4).user_id = '90071992547409930';
		const { data } = await client.http.post<string>('GetUsers', '', {
			params: { application_id: application(), order_by: 'user_id', count: 60 },
			responseType: 'text',
		});
		expect(data).toContain('"user_id":90071992547409931,');
		expect(data.indexOf('90071992547409930')).toBeLessThan(data.indexOf('90071992547409931'));
		const found = await list({ user_id: '90071992547409931' });
		expect(names(found)).toEqual([at(sandbox.people, 3).user_name]);
	});

	test('notes a parameter that it does not know, and continues', async () => {
		expect((await list({ show_live_balance: true })).total_count).toBe(60);
		expect(sandbox.warnings).toEqual(['GetUsers: unknown parameter show_live_balance']);
	});

	test('notes none that it does know', async () => {
		await list({
			...{ user_name: 'a', user_display_name: 'a', user_active: true, acd_status: 'DND' },
			...{ skill_id: at(sandbox.skills, 0).skill_id, with_skills: true, with_queues: true },
			...{ excluded_skill_id: at(sandbox.skills, 1).skill_id, return_live_balance: true },
			...{ acd_queue_id: at(sandbox.queues, 0).acd_queue_id, order_by: 'user_id', offset: 1 },
			...{ excluded_acd_queue_id: at(sandbox.queues, 1).acd_queue_id, user_id: 5 },
			showing_skill_id: at(sandbox.skills, 0).skill_id,
		});
		expect(sandbox.warnings).toEqual([]);
	});

	test('keeps a rate where one is set', async () => {
		sandbox.settings.rateLimit = 2;
		jest.spyOn(performance, 'now').mockReturnValue(5000);
		const answers = [await list(), await list(), await list()];
		expect(answers[2]).toEqual({ error: { code: 340, msg: 'Rate limit exceed' } });
		expect(answers[1]?.total_count).toBe(60);
	});
});
