import { startWorksection, type WorksectionSandbox, type WorksectionUser } from '../../sandbox';
import { worksection } from './clients';
import { worksectionError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: WorksectionSandbox;
let client: ReturnType<typeof worksection>;
beforeAll(async () => {
	sandbox = await startWorksection({ users: 30 });
	client = worksection(sandbox);
});
afterEach(() => sandbox.reset());
afterEach(() => void jest.restoreAllMocks());
afterAll(() => sandbox.close());

describe('get_users', () => {
	test('lists every member with all that is documented', async () => {
		const answer = await client.get('action=get_users');
		expectShape(answer, 'worksection#/$defs/users');
		expect(answer.data).toEqual(sandbox.people);
		const fields = new Set(answer.data.flatMap((user) => Object.keys(user)));
		for (const field of ['contacts', 'rate', 'phone', 'phone2', 'phone3', 'phone4', 'address2']) {
			expect(fields).toContain(field);
			expect(answer.data.filter((user) => !(field in user)).length).toBeGreaterThan(0);
		}
		const roles = new Set(answer.data.map(({ role }) => role));
		expect(roles.size).toBe(7);
	});

	test('is the same by GET and POST, with and without a slash', async () => {
		const signed = client.signed('action=get_users');
		const answers = [
			await client.http.get(signed),
			await client.http.get(signed.replace('v2?', 'v2/?')),
			await client.http.post(signed),
			await client.http.post(signed.replace('v2?', 'v2/?')),
			{ data: await client.send('get_users'), status: 200 },
		];
		for (const { status, data } of answers) {
			expect([status, data.data?.length]).toEqual([200, 30]);
		}
	});

	test('keeps date_added for an admin token', async () => {
		sandbox.settings.tokenKind = 'oauth';
		const answer = await client.get('action=get_users');
		expectShape(answer, 'worksection#/$defs/users');
		expect(answer.data.some((user) => 'date_added' in user)).toBe(false);
		sandbox.settings.tokenKind = 'admin';
		const full = await client.get('action=get_users');
		expect(full.data.every((user) => 'date_added' in user)).toBe(true);
	});

	test('writes roles in lower case, or as in the Postman examples', async () => {
		sandbox.settings.roleCase = 'capitalised';
		const { data } = await client.get('action=get_users');
		expect(data.slice(0, 5).map(({ role }) => role)).toEqual([
			'Owner',
			'Account admin',
			'Team admin',
			'Department admin',
			'User',
		]);
	});

	test('leaves data out where there is nobody, or gives an empty list', async () => {
		sandbox.people.splice(0);
		expect(await client.get('action=get_users')).toEqual({ status: 'ok' });
		sandbox.settings.emptyData = 'array';
		expect(await client.get('action=get_users')).toEqual({ status: 'ok', data: [] });
	});

	test('lists ten thousand and no more', async () => {
		const [someone] = sandbox.people;
		const copies = Array.from({ length: 10001 - 30 }, () => ({ ...someone }));
		sandbox.people.push(...(copies as WorksectionUser[]));
		const answer = await client.get('action=get_users');
		expect(answer).toEqual(worksectionError(1, 'Too many records (10000 max)'));
		sandbox.people.pop();
		expect((await client.get('action=get_users')).data).toHaveLength(10000);
	});

	test('notes parameters that it does not know', async () => {
		await client.get('action=get_users&page=2');
		expect(sandbox.warnings).toEqual(['get_users: unknown parameter page']);
	});
});

describe('add_user', () => {
	const invite = async (parameters: Record<string, string>) =>
		await client.post(`action=add_user&${new URLSearchParams(parameters).toString()}`);

	test('invites someone, who is a member from then on', async () => {
		const answer = await invite({
			email: 'Olya@example.com',
			first_name: 'Оля',
			last_name: 'Нова',
			title: 'інженерка',
			group: 'Нова команда',
			department: 'Відділ & Ко',
			role: 'reader',
		});
		expectShape(answer, 'worksection#/$defs/invited');
		expect(answer.data).toMatchObject({
			email: 'Olya@example.com',
			name: 'Оля Нова',
			title: 'інженерка',
			group: 'Нова команда',
			department: 'Відділ & Ко',
			role: 'reader',
			date_added: expect.any(String),
		});
		const { data } = await client.get('action=get_users');
		expect(data.at(-1)).toEqual(answer.data);
		expect(sandbox.warnings).toEqual([]);
	});

	test('makes the team where there is none of that name, and only there', async () => {
		const before = sandbox.teams.length;
		await invite({ email: 'a@example.com', group: 'Нова команда' });
		await invite({ email: 'b@example.com', group: 'Нова команда' });
		await invite({ email: 'c@example.com', group: 'Singing bird' });
		const answer = await client.get<{ title: string }[]>('action=get_user_groups');
		expectShape(answer, 'worksection#/$defs/teams');
		expect(answer.data).toHaveLength(before + 1);
		expect(answer.data.at(-1)).toMatchObject({ title: 'Нова команда', client: 0 });
	});

	test('calls someone without a name as their address, in the own team, as a user', async () => {
		const { data } = await invite({ email: 'kate.greenway@example.com' });
		expect(data).toMatchObject({
			first_name: 'kate',
			last_name: 'greenway',
			name: 'kate greenway',
			title: '',
			group: 'Development',
			department: '',
			role: 'user',
		});
	});

	test.each([
		[{}, worksectionError(10, 'Field is required', 'email')],
		[{ email: '' }, worksectionError(10, 'Field is required', 'email')],
		[{ email: ' ' }, worksectionError(10, 'Field is required', 'email')],
		[{ email: 'nobody' }, worksectionError(11, 'Invalid email', 'nobody')],
		[
			{ email: 'a@example.com,b@example.com' },
			worksectionError(11, 'Invalid email', 'a@example.com,b@example.com'),
		],
	])('refuses %j', async (parameters, expected) => {
		const answer = await invite(parameters);
		expectShape(answer, 'worksection#/$defs/error');
		expect(answer).toEqual(expected);
		expect(sandbox.people).toHaveLength(30);
	});

	test.each(['owner', 'admin', 'manager', 'User', ''])(
		'gives nobody the role "%s"',
		async (role) => {
			const answer = await invite({ email: 'a@example.com', role });
			expect(answer).toEqual(worksectionError(11, 'Invalid value', 'role'));
			expect(sandbox.people).toHaveLength(30);
		},
	);

	test('refuses a member, also in other case, or answers with them', async () => {
		const member = sandbox.people[3];
		const email = String(member?.email).toUpperCase();
		expect(await invite({ email })).toEqual(worksectionError(11, 'User already exists', email));
		sandbox.settings.duplicateInvite = 'ok';
		expect((await invite({ email })).data).toEqual(member);
		expect(sandbox.people).toHaveLength(30);
	});
});

describe('teams and contacts', () => {
	test('get_user_groups and add_user_group', async () => {
		const added = await client.get('action=add_user_group&title=Marketing&client=1');
		expectShape(added, 'worksection#/$defs/teamAdded');
		expect(added.data).toMatchObject({ title: 'Marketing', client: 1 });
		const all = await client.get<{ title: string }[]>('action=get_user_groups');
		expectShape(all, 'worksection#/$defs/teams');
		expect(all.data).toContainEqual(added.data);
		expect(await client.get('action=add_user_group')).toEqual(
			worksectionError(10, 'Field is required', 'title'),
		);
	});

	test('get_contacts and add_contact', async () => {
		const query = 'action=add_contact&email=b@example.com&name=Brian%20Dragon%20Fly&group=Клієнти';
		const added = await client.get(`${encodeURI(query).replace('%2520', '%20')}&phone3=123`);
		expectShape(added, 'worksection#/$defs/contactAdded');
		expect(added.data).toMatchObject({
			first_name: 'Brian',
			group: 'Клієнти',
			email: 'b@example.com',
			phone3: '123',
		});
		const all = await client.get('action=get_contacts');
		expectShape(all, 'worksection#/$defs/contacts');
		expect(all.data.at(-1)).toEqual(added.data);
		expect(await client.get('action=add_contact&email=b@example.com')).toEqual(
			worksectionError(10, 'Field is required', 'name'),
		);
		expect(await client.get('action=add_contact&email=b&name=B')).toEqual(
			worksectionError(11, 'Invalid email', 'b'),
		);
		const folders = await client.get<{ id: unknown; title: string }[]>('action=get_contact_groups');
		expectShape(folders, 'worksection#/$defs/folders');
		expect(folders.data.slice(0, 4).map(({ id }) => id)).toEqual([1, 2, 3, 4]);
		expect(folders.data.map(({ title }) => title)).toEqual([
			...['USERS', 'DEFAULT', 'TEAM_ONLY', 'HIDDEN'],
			...['Clients', 'Клієнти'],
		]);
	});
});

describe('a request', () => {
	test.each(['delete_user', 'GET_USERS', 'constructor'])('for %s is refused', async (action) => {
		const answer = await client.get(`action=${action}`);
		expectShape(answer, 'worksection#/$defs/error');
		expect(answer.status_code).toBe(1);
	});

	test('without an action is refused', async () => {
		expect(await client.get('a=1')).toEqual(worksectionError(10, 'Field is required', 'action'));
	});

	test('for another path is a 404 of the web server', async () => {
		const { status } = await client.http.get(`${sandbox.url}/api/other?action=get_users`);
		expect(status).toBe(404);
	});

	test('by PUT is refused', async () => {
		expect((await client.http.put(client.signed('action=get_users'))).status).toBe(405);
	});

	test('by GET may have an address of 8 KB, by POST a longer one', async () => {
		const base = `/api/admin/v2?`.length + '&hash='.length + 32;
		const long = `action=get_users&a=${'x'.repeat(8192 - base - 'action=get_users&a='.length)}`;
		expect((await client.http.get(client.signed(long))).status).toBe(200);
		expect((await client.http.get(client.signed(`${long}x`))).status).toBe(414);
		expect((await client.http.post(client.signed(`${long}x`))).status).toBe(200);
	});

	test('beyond the rate is refused in the body, or with a 429 too', async () => {
		sandbox.settings.rateLimit = 1;
		jest.spyOn(performance, 'now').mockReturnValue(5000);
		const signed = client.signed('action=get_users');
		expect((await client.http.get(signed)).data.status).toBe('ok');
		const refused = await client.http.get(signed);
		expect(refused.status).toBe(200);
		expectShape(refused.data, 'worksection#/$defs/error');
		expect(refused.data.message).toBe('Too many requests');
		sandbox.settings.rateLimitStatus = 429;
		expect((await client.http.get(signed)).status).toBe(429);
		sandbox.settings.rateLimit = 0;
		expect((await client.http.get(signed)).data.status).toBe('ok');
	});
});
