import { startVoximplant, type VoximplantSandbox, type VoximplantUser } from '../../sandbox';
import { at } from '../harness/at';
import { voximplant } from './clients';
import { voximplantError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: VoximplantSandbox;
let client: Awaited<ReturnType<typeof voximplant>>;
beforeAll(async () => {
	sandbox = await startVoximplant({ users: 9 });
	client = await voximplant(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const application = (index = 0) => sandbox.applications[index]?.application_id ?? 0;
const person = (index: number): VoximplantUser => at(sandbox.people, index);

const newUser = {
	user_name: 'new-user_1',
	user_display_name: 'Нова Людина',
	user_password: 'Str0ng-one',
};

describe('AddUser', () => {
	const add = async (other: object = {}, leaveOut = '') => {
		const parameters: Record<string, unknown> = {
			...newUser,
			application_id: application(),
			...other,
		};
		delete parameters[leaveOut];
		return await client.call('AddUser', parameters);
	};

	test('adds someone who is listed from then on', async () => {
		const answer = await add();
		expectShape(answer, 'voximplant#/$defs/created');
		const found = await client.call('GetUsers', {
			application_id: application(),
			user_id: answer.user_id,
			with_skills: true,
			with_queues: true,
		});
		expectShape(found, 'voximplant#/$defs/users');
		expect(found.result).toEqual([
			expect.objectContaining({
				user_id: answer.user_id,
				user_name: 'new-user_1',
				user_display_name: 'Нова Людина',
				user_active: true,
				parent_accounting: true,
				frozen: false,
				applications: [sandbox.applications[0]],
				skills: [],
			}),
		]);
		expect(JSON.stringify(found)).not.toContain(newUser.user_password);
	});

	test('takes the optional fields', async () => {
		const custom = 'вільний текст; з крапкою';
		const flags = { user_active: false, parent_accounting: false };
		const answer = await add({ ...flags, user_custom_data: custom, mobile_phone: '+380501234567' });
		const added = sandbox.people.find(({ user_id: id }) => id === answer.user_id);
		expect(added).toMatchObject({ ...flags, user_custom_data: custom });
		expect(sandbox.warnings).toEqual([]);
	});

	test('takes the application by its name', async () => {
		const application_name = sandbox.applications[1]?.application_name;
		const answer = await add({ application_name }, 'application_id');
		expectShape(answer, 'voximplant#/$defs/created');
		expect(sandbox.people.at(-1)?.applications).toEqual([sandbox.applications[1]]);
		expect(await add({ application_name: 'sal' }, 'application_id')).toEqual(voximplantError(107));
	});

	test('refuses a name that is taken in the application, and only there', async () => {
		const { user_name } = person(1);
		expect(await add({ user_name })).toEqual(voximplantError(118));
		expect(sandbox.people).toHaveLength(9);
		expectShape(
			await add({ user_name, application_id: application(2) }),
			'voximplant#/$defs/created',
		);
	});

	test('counts on beyond 2^53', async () => {
		person(0).user_id = '90071992547409931';
		const { data } = await client.http.post('AddUser', '', {
			params: { ...newUser, application_id: application() },
			responseType: 'text',
		});
		expect(data).toBe('{"result":1,"user_id":90071992547409932}');
	});

	test.each(['user_name', 'user_display_name', 'user_password', 'application_id'])(
		'wants a %s',
		async (name) => {
			expect(await add({}, name)).toEqual(voximplantError(134));
			expect(sandbox.people).toHaveLength(9);
		},
	);

	test.each([
		[{ user_name: 'ab' }, 122],
		[{ user_name: '-abc' }, 122],
		[{ user_name: 'Abc' }, 122],
		[{ user_name: 'abc.def' }, 122],
		[{ user_name: 'a'.repeat(51) }, 122],
		[{ user_display_name: 'x'.repeat(256) }, 157],
		[{ user_display_name: ' ' }, 157],
		[{ user_password: '' }, 463],
		[{ user_password: 'Aa1-' }, 112],
		[{ user_password: 'Aa1-a' }, 112],
		[{ user_password: 'Aa1-aa' }, 464],
		[{ user_password: 'Aa1-aaa' }, 464],
		[{ user_password: 'aaaaaa1-' }, 464],
		[{ user_password: 'AAAAAA1-' }, 464],
		[{ user_password: 'Aaaaaaa-' }, 464],
		[{ user_password: 'Aaaaaaa1' }, 464],
		[{ user_password: 'Str0ng one-' }, 524],
		[{ user_custom_data: 'x'.repeat(8192) }, 212],
		[{ mobile_phone: 'call me' }, 203],
		[{ user_active: 'on' }, 101],
		[{ application_id: 1 }, 116],
		[{ application_name: 'support' }, 458],
	])('refuses %j', async (other, expected) => {
		const answer = await add(other);
		expectShape(answer, 'voximplant#/$defs/error');
		expect(answer).toEqual(voximplantError(expected));
		expect(sandbox.people).toHaveLength(9);
	});

	test.each([
		{ user_name: 'a'.repeat(50) },
		{ user_name: '0_-' },
		{ user_password: 'Aa1-aaaa' },
		{ user_display_name: 'x'.repeat(255) },
		{ user_custom_data: 'x'.repeat(8191) },
		{ user_custom_data: '' },
	])('accepts %j', async (other) => {
		expectShape(await add(other), 'voximplant#/$defs/created');
	});

	test('may be limited to a number of users', async () => {
		sandbox.settings.userLimit = 10;
		expectShape(await add(), 'voximplant#/$defs/created');
		expect(await add({ user_name: 'one-more' })).toEqual(voximplantError(109));
	});
});

describe('SetUserInfo', () => {
	const set = async (parameters: object) => await client.call('SetUserInfo', parameters);

	test('changes what is given, and nothing else', async () => {
		const before = structuredClone(person(2));
		const answer = await set({
			user_id: before.user_id,
			user_display_name: 'Інша',
			user_active: false,
			user_custom_data: '',
			user_password: 'An0ther-one',
			mobile_phone: '',
		});
		expectShape(answer, 'voximplant#/$defs/done');
		expect(person(2)).toEqual({
			...before,
			user_display_name: 'Інша',
			user_active: false,
			user_custom_data: '',
			modified: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
		});
		expect(person(2).modified > before.modified).toBe(true);
		expect(sandbox.warnings).toEqual([]);
	});

	test('renames, and finds by the name within the application', async () => {
		const { user_id, user_name } = person(3);
		const named = { user_name, application_name: 'support' };
		expectShape(await set({ ...named, new_user_name: 'renamed' }), 'voximplant#/$defs/done');
		expect(person(3)).toMatchObject({ user_id, user_name: 'renamed' });
		expect(await set({ ...named, user_active: true })).toEqual(voximplantError(117));
	});

	test.each([
		[{ user_id: 1, user_active: true }, 117],
		[{ user_id: 'all', user_active: true }, 117],
		[{ user_active: true }, 134],
		[{ user_name: 'new-user_1', user_active: true }, 134],
		[{ user_id: 1, user_name: 'abc', user_active: true }, 458],
	])('knows nobody by %j', async (parameters, expected) => {
		expect(await set(parameters)).toEqual(voximplantError(expected));
	});

	test('wants something to change', async () => {
		expect(await set({ user_id: person(0).user_id })).toEqual(voximplantError(134));
	});

	test.each([
		[{ new_user_name: 'No' }, 462],
		[{ user_password: 'weak' }, 112],
		[{ user_password: '' }, 463],
		[{ user_display_name: '' }, 157],
		[{ user_custom_data: 'x'.repeat(8192) }, 212],
		[{ parent_accounting: '1' }, 101],
	])('refuses %j', async (change, expected) => {
		const before = structuredClone(person(0));
		expect(await set({ user_id: before.user_id, ...change })).toEqual(voximplantError(expected));
		expect(person(0)).toEqual(before);
	});

	test('refuses a name that another has, and accepts the own one', async () => {
		const { user_id, user_name } = person(0);
		expect(await set({ user_id, new_user_name: person(1).user_name })).toEqual(
			voximplantError(118),
		);
		expectShape(await set({ user_id, new_user_name: user_name }), 'voximplant#/$defs/done');
	});
});

describe('DelUser', () => {
	const del = async (parameters: object) => await client.call('DelUser', parameters);

	test('removes one by id, who is not listed any more', async () => {
		const { user_id } = person(4);
		expectShape(await del({ user_id }), 'voximplant#/$defs/done');
		const left = await client.call('GetUsers', { application_id: application() });
		expect(left.total_count).toBe(8);
		expect(left.result.map((user) => user.user_id)).not.toContain(user_id);
		expect(await del({ user_id })).toEqual(voximplantError(117));
	});

	test('removes by name within the application', async () => {
		const { user_name } = person(4);
		expect(await del({ user_name })).toEqual(voximplantError(134));
		expect(await del({ user_name, application_id: application(2) })).toEqual(voximplantError(117));
		expectShape(await del({ user_name, application_id: application() }), 'voximplant#/$defs/done');
		expect(sandbox.people.map((user) => user.user_name)).not.toContain(user_name);
	});

	test('removes several, and everybody, as the provider does', async () => {
		const { people } = sandbox;
		const ids = [person(1).user_id, person(2).user_id].join(';');
		expectShape(await del({ user_id: ids }), 'voximplant#/$defs/done');
		expect(people).toHaveLength(7);
		expectShape(await del({ user_id: 'all' }), 'voximplant#/$defs/done');
		expect(people).toHaveLength(0);
	});

	test.each([{ user_id: '' }, {}, { user_id: 'any' }, { user_id: 'all;all' }, { user_id: '5' }])(
		'removes nobody for %j',
		async (parameters) => {
			expectShape(await del(parameters), 'voximplant#/$defs/error');
			expect(sandbox.people).toHaveLength(9);
		},
	);

	test('removes nobody where one of several is unknown', async () => {
		expect(await del({ user_id: `${person(1).user_id};5` })).toEqual(voximplantError(117));
		expect(sandbox.people).toHaveLength(9);
	});
});
