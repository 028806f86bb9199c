import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../sandbox';
import { voximplant } from './clients';

// The sandbox may remember what it found, but nobody is to notice.

let sandbox: VoximplantSandbox;
let client: Awaited<ReturnType<typeof voximplant>>;
beforeEach(async () => {
	sandbox = await startVoximplant({ users: 30 });
	client = await voximplant(sandbox);
});
afterEach(() => sandbox.close());

// sandbox.applications would hand the account out
const application = { application_name: 'sales.acme' };
const list = async (parameters: object = {}): Promise<VoximplantUser[]> =>
	(await client.call('GetUsers', { ...application, count: 1000, ...parameters })).result;
const names = (users: VoximplantUser[]) => users.map((user) => user.user_name);

const newcomer = {
	...application,
	application_name: 'sales',
	user_name: 'aaa-first',
	user_display_name: 'A',
	user_password: 'Passw0rd!',
};

describe('a list that was asked for before', () => {
	test('shows who was added, renamed and deleted through the API', async () => {
		const before = await list();
		const { user_id } = await client.call('AddUser', newcomer);
		expect(names(await list())).toEqual(['aaa-first', ...names(before)]);
		await client.call('SetUserInfo', { user_id, new_user_name: 'zzz-last' });
		expect(names(await list())).toEqual([...names(before), 'zzz-last']);
		await client.call('DelUser', { user_id });
		expect(await list()).toEqual(before);
	});

	test('shows what a test does to the people that it holds, also after a reset', async () => {
		await list();
		const { people } = sandbox;
		const [first] = await list();
		const held = people.find(({ user_id: id }) => id === first?.user_id);
		Object.assign(held ?? {}, { user_name: 'zzz-last' });
		expect(names(await list()).at(-1)).toBe('zzz-last');
		sandbox.reset();
		expect(names(await list())).not.toContain('zzz-last');
		people.length = 0;
		expect(await list()).toEqual([]);
	});

	test('shows who was left after a reset', async () => {
		const before = await list();
		await client.call('AddUser', newcomer);
		await list();
		sandbox.reset();
		expect(await list()).toEqual(before);
	});

	test('is answered anew where anything but its page differs', async () => {
		const all = await list();
		expect(names(await list({ order_by: 'user_id' })).sort()).toEqual(names(all).sort());
		expect(await list({ user_active: false })).toEqual(all.filter((user) => !user.user_active));
		expect(await list({ count: 2, offset: 1 })).toEqual(all.slice(1, 3));
		expect((await list({ application_name: 'support.acme' })).length).toBe(30);
		expect(await list({ withSkills: 'x', with_skills: true })).toHaveLength(all.length);
		expect(sandbox.warnings).toEqual(['GetUsers: unknown parameter withSkills']);
	});

	test('is still refused where its parameters are wrong', async () => {
		await list();
		expect(await client.call('GetUsers', { ...application, count: 1001 })).toMatchObject({
			error: { code: 101 },
		});
		expect(await client.call('GetUsers', { ...application, order_by: 'age' })).toMatchObject({
			error: { code: 101 },
		});
	});
});
