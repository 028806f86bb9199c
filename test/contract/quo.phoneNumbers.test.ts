import { type QuoSandbox, startQuo } from '../../sandbox';
import { quo } from './clients';
import { quoError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: QuoSandbox;
beforeAll(async () => {
	sandbox = await startQuo({ users: 60 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

describe('phone numbers', () => {
	interface Numbers {
		data: { id: string; users: { id: string }[] }[];
	}
	const numbers = async (params?: object): Promise<{ status: number; data: Numbers }> =>
		await quo(sandbox).get('/v1/phone-numbers', params);

	test('all come at once, each with those who share it', async () => {
		const { status, data } = await numbers();
		expect(status).toBe(200);
		expectShape(data, 'quo#/$defs/phoneNumbers');
		expect(data.data).toHaveLength(sandbox.phoneNumbers.length);
		const sharers = data.data.map(({ users }) => users.length);
		expect(Math.max(...sharers)).toBeGreaterThan(1);
	});

	test('some users have none, some one, some two', async () => {
		const { data } = await numbers();
		const perUser = sandbox.people.map(
			({ id }) => data.data.filter(({ users }) => users.some((user) => user.id === id)).length,
		);
		expect(new Set(perUser)).toEqual(new Set([0, 1, 2]));
	});

	test('are filtered by the user who has them', async () => {
		const userId = sandbox.phoneNumbers[2]?.userIds[0];
		const { data } = await numbers({ userId });
		expect(data.data.map(({ id }) => id)).toEqual(
			sandbox.phoneNumbers.slice(2, 4).map(({ id }) => id),
		);
	});

	test('of a user who left the workspace go without that user', async () => {
		const [owner] = sandbox.people.splice(0, 1);
		const { data } = await numbers();
		expect(JSON.stringify(data)).not.toContain(owner?.id);
	});

	test('filtered by something that is no user id are a 400 of their own area', async () => {
		const { status, data } = await quo(sandbox).get('/v1/phone-numbers', { userId: '12' });
		expect(status).toBe(400);
		expectShape(data, 'quo#/$defs/error');
		expect(data.code).toBe('0400400');
	});

	test('one is answered under data', async () => {
		const id = sandbox.phoneNumbers[1]?.id;
		const { data } = await quo(sandbox).get(`/v1/phone-numbers/${id}`);
		expectShape(data, 'quo#/$defs/onePhoneNumber');
		expect(data.data.id).toBe(id);
		expect(data.data.users).toHaveLength(2);
	});

	test.each([
		['PNnone', 404, 'Not Found'],
		['US1', 400, 'Bad Request'],
	])('the one called %s is a %d', async (id, expected, title) => {
		const { status, data } = await quo(sandbox).get(`/v1/phone-numbers/${id}`);
		expect(status).toBe(expected);
		expectShape(data, 'quo#/$defs/error');
		expect(data).toMatchObject(quoError(expected, 'phoneNumbers', title));
	});
});
