import { type AutocallsSandbox, type AutocallsUser, startAutocalls } from '../../sandbox';
import { at } from '../harness/at';
import { autocalls } from './clients';
import { expectShape } from './expectShape';

let sandbox: AutocallsSandbox;
beforeAll(async () => {
	sandbox = await startAutocalls({ users: 25 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const USERS = '/white-label/users';
const client = () => autocalls(sandbox);
const post = async (action: string, body: unknown, more?: object) =>
	await client().post(`/white-label/${action}`, body, more);
const newUser = { name: 'Оля Нова', email: 'Olya@example.com', password: 'eight888' };
const person = (index: number): AutocallsUser => at(sandbox.people, index);

describe('listing users', () => {
	test('gives everyone under data, as the page shows it', async () => {
		const { status, data } = await client().get(USERS);
		expect(status).toBe(200);
		expectShape(data, 'autocalls#/$defs/list');
		expect(data.data).toEqual(sandbox.people);
	});

	test('gives an empty list where there is nobody', async () => {
		sandbox.people.splice(0);
		expect((await client().get(USERS)).data).toEqual({ data: [] });
	});

	test('gives the same whatever page is asked for where there are no pages', async () => {
		const pages = [await client().get(USERS, { page: 1 }), await client().get(USERS, { page: 2 })];
		expect(pages[1]?.data).toEqual(pages[0]?.data);
	});

	test('may be a bare array', async () => {
		sandbox.settings.paginate = 'array';
		const { data } = await client().get(USERS);
		expectShape(data, 'autocalls#/$defs/users');
		expect(data).toHaveLength(25);
	});

	const page = async (number: number | string) =>
		(await client().get(USERS, { page: number })).data;
	const url = (number: number) => `${sandbox.url}${USERS}?page=${number}`;

	test('may come in pages of Laravel', async () => {
		Object.assign(sandbox.settings, { paginate: 'laravel', perPage: 10 });
		const pages = [await page(1), await page(2), await page(3), await page(4)];
		for (const each of pages) expectShape(each, 'autocalls#/$defs/laravelPage');
		expect(pages.map(({ data }) => data.length)).toEqual([10, 10, 5, 0]);
		expect(pages.flatMap(({ data }) => data)).toEqual(sandbox.people);
		const [first, , third, fourth] = pages;
		expect(first).toMatchObject({ current_page: 1, last_page: 3, per_page: 10, total: 25 });
		expect(first).toMatchObject({ from: 1, to: 10, next_page_url: url(2), prev_page_url: null });
		expect(third).toMatchObject({ from: 21, to: 25, next_page_url: null, prev_page_url: url(2) });
		expect(fourth).toMatchObject({ current_page: 4, last_page: 3, from: null, to: null });
	});

	test('may come in pages with links and meta', async () => {
		Object.assign(sandbox.settings, { paginate: 'meta', perPage: 20 });
		const pages = [await page(1), await page(2)];
		for (const each of pages) expectShape(each, 'autocalls#/$defs/metaPage');
		expect(pages.flatMap(({ data }) => data)).toEqual(sandbox.people);
		expect(pages[0].meta).toMatchObject({ current_page: 1, last_page: 2, total: 25 });
		expect(pages[0].links).toEqual({ first: url(1), last: url(2), prev: null, next: url(2) });
		expect(pages[1].links).toMatchObject({ prev: url(1), next: null });
	});

	test('may come in simple pages, that do not say how many there are', async () => {
		Object.assign(sandbox.settings, { paginate: 'simple', perPage: 25 });
		const data = await page(1);
		expectShape(data, 'autocalls#/$defs/simplePage');
		expect([data.data.length, data.next_page_url]).toEqual([25, null]);
	});

	test('one page holds nobody where there is nobody', async () => {
		Object.assign(sandbox.settings, { paginate: 'laravel' });
		sandbox.people.splice(0);
		expect(await page(1)).toMatchObject({ data: [], last_page: 1, total: 0, next_page_url: null });
	});

	test.each(['0', '-1', 'x', ''])('the page "%s" is the first', async (asked) => {
		Object.assign(sandbox.settings, { paginate: 'laravel', perPage: 10 });
		expect(await page(asked)).toMatchObject({ current_page: 1, from: 1 });
	});

	test('an id beyond 2^53 is written as a bare number', async () => {
		person(0).id = '90071992547409931';
		const { data } = await client().request({ url: USERS, responseType: 'text' });
		expect(data).toContain('{"id":90071992547409931,');
	});
});

describe('the key', () => {
	test('of an admin tells who that is', async () => {
		const { status, data } = await client().get('/user/me');
		expect(status).toBe(200);
		expectShape(data, 'autocalls#/$defs/me');
		expect(data.total_balance).toBe(sandbox.adminMinutes);
	});

	test('of someone else is a 403 for the white label, and only there', async () => {
		const plain = autocalls(sandbox, sandbox.nonAdminCredentials.apiKey);
		expect((await plain.get('/user/me')).status).toBe(200);
		const answers = [
			await plain.get(USERS),
			await plain.post('/white-label/register', newUser),
			await plain.post('/white-label/transfer', {}),
			await plain.post('/white-label/token', {}),
		];
		for (const { status, data } of answers) {
			expect(status).toBe(403);
			expectShape(data, 'autocalls#/$defs/forbidden');
		}
		expect(sandbox.people).toHaveLength(25);
	});

	test.each([
		['wrong', () => `Bearer ${String(sandbox.wrongCredentials.apiKey)}`],
		['raw', () => String(sandbox.credentials.apiKey)],
		['with another scheme', () => `Token ${String(sandbox.credentials.apiKey)}`],
		['empty', () => 'Bearer '],
		['missing', () => undefined],
	])('%s is a 401', async (_, authorization) => {
		const { status, data } = await client().request({
			url: USERS,
			headers: { authorization: authorization() ?? null },
		});
		expect(status).toBe(401);
		expect(data).toEqual({ message: 'Unauthenticated.' });
	});

	test('wrong leads to a login page where the client did not say that it wants JSON', async () => {
		const asked = { url: USERS, headers: { authorization: 'Bearer x', accept: '*/*' } };
		const { status, headers } = await client().request(asked);
		expect([status, headers.location]).toEqual([302, '/login']);
		sandbox.settings.needsAccept = false;
		expect((await client().request(asked)).status).toBe(401);
	});
});

describe('a request', () => {
	test.each([
		['POST', USERS, 'GET'],
		['DELETE', '/user/me', 'GET'],
		['GET', '/white-label/register', 'POST'],
		['PUT', '/white-label/transfer', 'POST'],
	])('%s %s is a 405', async (method, url, allow) => {
		const { status, data, headers } = await client().request({ method, url });
		expect(status).toBe(405);
		expectShape(data, 'autocalls#/$defs/message');
		expect(headers.allow).toBe(allow);
	});

	test.each(['/white-label/user', '/white-label/users/', '/user', '/../users'])(
		'for %s is a 404',
		async (path) => {
			const { status, data } = await client().get(path);
			expect(status).toBe(404);
			expectShape(data, 'autocalls#/$defs/message');
		},
	);

	test('without the prefix /api is a 404', async () => {
		const { status } = await client().request({ baseURL: sandbox.origin, url: USERS });
		expect(status).toBe(404);
	});

	test.each(['application/x-www-form-urlencoded', 'text/plain', 'application/vnd.api+json'])(
		'with a body of type %s is refused',
		async (type) => {
			const answer = await post('register', JSON.stringify(newUser), { 'content-type': type });
			expect(answer.status).toBe(415);
			expect(sandbox.people).toHaveLength(25);
		},
	);

	test.each(['{"name":', '[]', '"text"', 'null', ''])(
		'with the body %j is refused',
		async (body) => {
			const answer = await client().request({
				method: 'post',
				url: '/white-label/register',
				headers: { 'content-type': 'application/json' },
				data: body,
				transformRequest: [(data: unknown) => data],
			});
			expect(answer.status).toBe(400);
		},
	);
});
