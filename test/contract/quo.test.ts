import { type QuoSandbox, startQuo } from '../../sandbox';
import { quo } from './clients';
import { quoError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: QuoSandbox;
beforeAll(async () => {
	sandbox = await startQuo({ users: 120 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

async function walk(pageSize: number) {
	const pages: { data: { id: string }[]; totalItems: number; nextPageToken: string | null }[] = [];
	let pageToken: string | null | undefined;
	do {
		const { data } = await quo(sandbox).list({
			maxResults: pageSize,
			...(pageToken ? { pageToken } : {}),
		});
		expectShape(data, 'quo#/$defs/list');
		pages.push(data);
		pageToken = data.nextPageToken;
	} while (pageToken !== null);
	return pages;
}

describe('listing users', () => {
	test('pages follow each other by token until it is null, everyone once and in order', async () => {
		const pages = await walk(50);
		expect(pages.map(({ data }) => data.length)).toEqual([50, 50, 20]);
		expect(pages.flatMap(({ data }) => data)).toEqual(sandbox.people);
	});

	test('a full last page has no next one', async () => {
		sandbox.people.splice(100);
		expect((await walk(50)).map(({ data }) => data.length)).toEqual([50, 50]);
	});

	test('a full last page may be followed by an empty one where that is set', async () => {
		sandbox.settings.trailingEmptyPage = true;
		sandbox.people.splice(100);
		expect((await walk(50)).map(({ data }) => data.length)).toEqual([50, 50, 0]);
	});

	test('a workspace without users has one empty page', async () => {
		sandbox.people.splice(0);
		const pages = await walk(50);
		expect(pages).toEqual([{ data: [], totalItems: 3, nextPageToken: null }]);
	});

	test('tokens hold the characters that a client has to encode', async () => {
		const { data } = await quo(sandbox).list({ maxResults: 1 });
		expect(data.nextPageToken).toMatch(/^[A-Za-z0-9+/]+\+\/[A-Za-z0-9+/]+==$/);
	});

	test('a token that was not encoded is not the one that was issued', async () => {
		const { data } = await quo(sandbox).list({ maxResults: 1 });
		const answer = await quo(sandbox).get(
			`/v1/users?maxResults=1&pageToken=${String(data.nextPageToken)}`,
		);
		expect(answer.status).toBe(400);
	});

	test('a walk continues after the last user delivered when others were added or removed', async () => {
		const { data: first } = await quo(sandbox).list({ maxResults: 10 });
		const gone = sandbox.people.splice(0, 3);
		const { data } = await quo(sandbox).list({ maxResults: 10, pageToken: first.nextPageToken });
		expect(data.data[0].id).toBe(sandbox.people[7]?.id);
		expect(gone).toHaveLength(3);
	});

	test('a walk continues at its position when the last user delivered was removed', async () => {
		const { data: first } = await quo(sandbox).list({ maxResults: 10 });
		sandbox.people.splice(9, 1);
		const { data } = await quo(sandbox).list({ maxResults: 10, pageToken: first.nextPageToken });
		expect(data.data[0].id).toBe(sandbox.people[9]?.id);
	});

	test('there is one owner, and names and pictures are there for some and null for others', () => {
		const { people } = sandbox;
		expect(people.filter(({ role }) => role === 'owner')).toEqual([people[0]]);
		expect(new Set(people.map(({ role }) => role))).toEqual(new Set(['owner', 'admin', 'member']));
		for (const field of ['firstName', 'lastName', 'pictureUrl'] as const) {
			const missing = people.filter((person) => person[field] === null).length;
			expect([missing > 0, missing < people.length]).toEqual([true, true]);
		}
	});

	test('totalItems is wrong by what was set', async () => {
		sandbox.settings.lyingTotal = -100;
		expect((await quo(sandbox).list()).data.totalItems).toBe(20);
	});

	test.each([
		['missing', undefined, 'Expected required property'],
		['zero', 0, 'Expected integer to be greater or equal to 1'],
		['negative', -5, 'Expected integer to be greater or equal to 1'],
		['above fifty', 51, 'Expected integer to be less or equal to 50'],
		['a fraction', '1.5', 'Expected integer'],
		['a word', 'all', 'Expected integer'],
		['empty', '', 'Expected integer'],
		['with leading zeros', '007', 'Expected integer'],
	])('maxResults %s is a 400 with the complaint in errors', async (_, maxResults, message) => {
		const { status, data } = await quo(sandbox).list({ maxResults });
		expect(status).toBe(400);
		expectShape(data, 'quo#/$defs/error');
		const complaint = { path: '/maxResults', message, schema: { type: 'integer' } };
		expect(data).toEqual({
			...quoError(400, 'users', 'Bad Request'),
			errors: [maxResults === undefined ? complaint : { ...complaint, value: String(maxResults) }],
		});
	});

	test.each([1, 50])('maxResults %d is accepted', async (maxResults) => {
		const { status, data } = await quo(sandbox).list({ maxResults });
		expect([status, data.data.length]).toEqual([200, maxResults]);
	});

	test('maxResults given twice is a 400', async () => {
		const answer = await quo(sandbox).get('/v1/users?maxResults=10&maxResults=20');
		expect(answer.status).toBe(400);
		expect(answer.data.errors[0].path).toBe('/maxResults');
	});

	test.each(['garbage', '', 'AAAA+/BBBB=='])('the page token "%s" is a 400', async (pageToken) => {
		const { status, data } = await quo(sandbox).list({ maxResults: 50, pageToken });
		expect(status).toBe(400);
		expectShape(data, 'quo#/$defs/error');
		expect(data.errors[0]).toMatchObject({ path: '/pageToken', value: pageToken });
	});

	test('a token from before a reset is unknown after it', async () => {
		const { data } = await quo(sandbox).list({ maxResults: 10 });
		sandbox.reset();
		const answer = await quo(sandbox).list({ maxResults: 10, pageToken: data.nextPageToken });
		expect(answer.status).toBe(400);
	});

	test('an unknown parameter is ignored, and noted for the test', async () => {
		expect((await quo(sandbox).list({ maxResults: 50, email: 'a@example.com' })).status).toBe(200);
		expect(sandbox.warnings).toEqual(['/v1/users: unknown parameter email']);
		await quo(sandbox).list();
		expect(sandbox.warnings).toHaveLength(1);
	});
});

describe('one user', () => {
	test('is answered under data', async () => {
		const [, person] = sandbox.people;
		const { status, data } = await quo(sandbox).get(`/v1/users/${person?.id}`);
		expect(status).toBe(200);
		expectShape(data, 'quo#/$defs/one');
		expect(data).toEqual({ data: person });
	});

	test('who is not there is a 404', async () => {
		const { status, data } = await quo(sandbox).get('/v1/users/USnobody');
		expect(status).toBe(404);
		expectShape(data, 'quo#/$defs/error');
		expect(data).toEqual(quoError(404, 'users', 'Not Found'));
	});

	test('with an id that does not start with US is a 400', async () => {
		const { status, data } = await quo(sandbox).get('/v1/users/PN123');
		expect(status).toBe(400);
		expectShape(data, 'quo#/$defs/error');
		expect(data.errors[0]).toMatchObject({ path: '/userId', value: 'PN123' });
	});
});

describe('the key', () => {
	const key = () => String(sandbox.credentials.apiKey);
	test.each([
		['with Bearer', () => `Bearer ${key()}`],
		['cut short', () => key().slice(0, -1)],
		['of someone else', () => String(sandbox.wrongCredentials.apiKey)],
	])('%s is a 401', async (_, authorization) => {
		const { status, data } = await quo(sandbox, authorization()).list();
		expect(status).toBe(401);
		expectShape(data, 'quo#/$defs/error');
		expect(data).toEqual(quoError(401, 'users', 'Unauthorized'));
	});

	test('missing is a 401, before any other complaint', async () => {
		const { status, data } = await quo(sandbox, '').list({});
		expect([status, data.message]).toEqual([401, 'Missing authorization header']);
	});

	test('may be refused in the words of the docs page', async () => {
		sandbox.settings.errorShape = 'wrapped';
		const { data } = await quo(sandbox, 'wrong').list();
		expectShape(data, 'quo#/$defs/wrappedError');
		expect(data.error.key).toBe('Unauthorized');
	});
});

describe('the rate', () => {
	let clock: jest.SpyInstance<number>;
	beforeEach(() => {
		clock = jest.spyOn(performance, 'now').mockReturnValue(5000);
	});
	afterEach(() => clock.mockRestore());

	const burst = async (count: number) => {
		const answers = await Promise.all(
			Array.from({ length: count }, () => quo(sandbox).list({ maxResults: 1 })),
		);
		return answers.map(({ status }) => status).sort();
	};

	test('is not limited unless set', async () => {
		expect(new Set(await burst(30))).toEqual(new Set([200]));
	});

	test('of ten a second lets ten through and refuses the eleventh', async () => {
		sandbox.settings.rateLimit = 10;
		expect(await burst(12)).toEqual([...Array<number>(10).fill(200), 429, 429]);
		const { data, headers } = await quo(sandbox).list();
		expectShape(data, 'quo#/$defs/error');
		expect(data).toEqual(quoError(429, 'users', 'Too Many Requests'));
		expect(headers['retry-after']).toBeUndefined();
	});

	test('is a sliding second', async () => {
		sandbox.settings.rateLimit = 1;
		expect(await burst(1)).toEqual([200]);
		clock.mockReturnValue(5999);
		expect(await burst(1)).toEqual([429]);
		clock.mockReturnValue(6000);
		expect(await burst(1)).toEqual([200]);
		expect(await burst(1)).toEqual([429]);
	});

	test('may come with a Retry-After', async () => {
		Object.assign(sandbox.settings, { rateLimit: 1, retryAfter: '2' });
		await burst(1);
		expect((await quo(sandbox).list()).headers['retry-after']).toBe('2');
	});
});

test.each([
	'/v1/contacts',
	'/users',
	'/v1/users/US1/phone-numbers',
	'/v1/users/',
	'/v1/constructor',
])('%s is not there', async (path) => {
	expect((await quo(sandbox).get(path)).status).toBe(404);
});
