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

describe('registering a user', () => {
	test('answers 201 with the user and a key of their own, and lists them from then on', async () => {
		const { status, data } = await post('register', newUser);
		expect(status).toBe(201);
		expectShape(data, 'autocalls#/$defs/registered');
		expect(data.user).toEqual({ id: 1026, name: 'Оля Нова', email: 'Olya@example.com' });
		const list: { data: AutocallsUser[] } = (await client().get(USERS)).data;
		expectShape(list, 'autocalls#/$defs/list');
		expect(list.data.at(-1)).toMatchObject({
			...data.user,
			minutes_balance: 0,
			credits_balance: 0,
		});
		const me = await autocalls(sandbox, data.token).get('/user/me');
		expect(me.data).toEqual({ name: 'Оля Нова', email: 'Olya@example.com', total_balance: 0 });
		expect((await autocalls(sandbox, data.token).get(USERS)).status).toBe(403);
	});

	test('gives every user another key', async () => {
		const { data: first } = await post('register', newUser);
		const { data: second } = await post('register', { ...newUser, email: 'b@example.com' });
		expect(second.token).not.toBe(first.token);
		expect(second.user.id).toBe(first.user.id + 1);
	});

	test('with an address that is taken is a 422, also in other case', async () => {
		const { status, data } = await post('register', {
			...newUser,
			email: person(4).email.toUpperCase(),
		});
		expect(status).toBe(422);
		expect(data).toEqual({
			message: 'The email has already been taken.',
			errors: { email: ['The email has already been taken.'] },
		});
		expect(sandbox.people).toHaveLength(25);
	});

	test.each([
		['name', undefined, 'The name field is required.'],
		['name', '', 'The name field is required.'],
		['name', 7, 'The name field must be a string.'],
		['email', undefined, 'The email field is required.'],
		['email', 'nobody', 'The email field must be a valid email address.'],
		['email', 'a@b@example.com', 'The email field must be a valid email address.'],
		['email', 'a b@example.com', 'The email field must be a valid email address.'],
		['password', null, 'The password field is required.'],
		['password', 'seven77', 'The password field must be at least 8 characters.'],
		['password', 12345678, 'The password field must be a string.'],
		['timezone', 'Mars/Olympus', 'The timezone field must be a valid timezone.'],
		['timezone', '+02:00', 'The timezone field must be a valid timezone.'],
	])('with the %s %j is a 422', async (field, value, message) => {
		const { status, data } = await post('register', { ...newUser, [field]: value });
		expect(status).toBe(422);
		expectShape(data, 'autocalls#/$defs/invalid');
		expect(data).toEqual({ message, errors: { [field]: [message] } });
		expect(sandbox.people).toHaveLength(25);
	});

	test.each(['Europe/Bucharest', 'America/New_York', 'UTC'])(
		'in the zone %s is fine',
		async (timezone) => {
			expect((await post('register', { ...newUser, timezone })).status).toBe(201);
		},
	);

	test('names every field that is wrong, and counts them', async () => {
		const { data } = await post('register', {});
		expectShape(data, 'autocalls#/$defs/invalid');
		expect(Object.keys(data.errors)).toEqual(['name', 'email', 'password']);
		expect(data.message).toBe('The name field is required. (and 2 more errors)');
		const two = await post('register', { name: 'A', email: 'a@example.com', timezone: 'x' });
		expect(two.data.message).toBe('The password field is required. (and 1 more error)');
	});
});

describe('transferring balance', () => {
	const move = async (body: object) => await post('transfer', { user_id: person(0).id, ...body });
	const minutes = { transfer_type: 'minutes', operation: 'add', amount: 100.5 };

	test('adds minutes from the admin to the user', async () => {
		const before = person(0).minutes_balance;
		const { status, data } = await move(minutes);
		expect(status).toBe(200);
		expectShape(data, 'autocalls#/$defs/transferred');
		expect(data.transfer).toEqual({ type: 'minutes', operation: 'add', amount: 100.5 });
		expect(data.user.minutes_balance).toBe(before + 100.5);
		expect(data.your_balance).toEqual({ minutes: 9899.5 });
		expect([sandbox.adminMinutes, person(0).minutes_balance]).toEqual([9899.5, before + 100.5]);
	});

	test('takes minutes back', async () => {
		person(0).minutes_balance = 80;
		const { data } = await move({ ...minutes, operation: 'remove', amount: 30 });
		expect([data.user.minutes_balance, data.your_balance.minutes]).toEqual([50, 10030]);
	});

	test('takes a minute for nine credits, and gives one for nine', async () => {
		person(0).credits_balance = 10;
		const { data: added } = await move({ ...minutes, transfer_type: 'credits', amount: 90 });
		expect([added.user.credits_balance, added.your_balance.minutes]).toEqual([100, 9990]);
		const back = { transfer_type: 'credits', operation: 'remove', amount: 45 };
		const { data: removed } = await move(back);
		expect([removed.user.credits_balance, removed.your_balance.minutes]).toEqual([55, 9995]);
	});

	test('gives and takes to the last minute', async () => {
		const { data: given } = await move({ ...minutes, amount: 10000 });
		expect(given.your_balance.minutes).toBe(0);
		const amount = given.user.minutes_balance;
		const { data: taken } = await move({ ...minutes, operation: 'remove', amount });
		expect(taken.user.minutes_balance).toBe(0);
	});

	test('finds the user by address too, without case', async () => {
		const { email, id } = person(3);
		const { data } = await post('transfer', { ...minutes, email: email.toUpperCase() });
		expect(data.user).toMatchObject({ id, email });
	});

	test('finds a user whose id is beyond 2^53', async () => {
		person(0).id = '90071992547409931';
		person(1).id = '90071992547409930';
		const { data, status } = await post(
			'transfer',
			`{"transfer_type":"minutes","operation":"add","amount":1,"user_id":90071992547409931}`,
		);
		expect([status, data.user.email]).toEqual([200, person(0).email]);
	});

	test.each([
		['more than the admin has', { amount: 10001 }],
		['more credits than the admin has', { transfer_type: 'credits', amount: 90001 }],
		['more than the user has', { operation: 'remove', amount: 100000 }],
	])('of %s is a 422 and moves nothing', async (_, body) => {
		const before = structuredClone(person(0));
		const { status, data } = await move({ ...minutes, ...body });
		expect(status).toBe(422);
		expectShape(data, 'autocalls#/$defs/message');
		expect([person(0), sandbox.adminMinutes]).toEqual([before, 10000]);
	});

	test.each([
		['amount', 0, 'The amount field must be greater than 0.'],
		['amount', -5, 'The amount field must be greater than 0.'],
		['amount', '5', 'The amount field must be a number.'],
		['amount', undefined, 'The amount field is required.'],
		['transfer_type', 'money', 'The selected transfer type is invalid.'],
		['transfer_type', undefined, 'The transfer type field is required.'],
		['operation', 'set', 'The selected operation is invalid.'],
		['operation', undefined, 'The operation field is required.'],
		['user_id', '1001', 'The user id field must be an integer.'],
		['user_id', undefined, 'The user id field is required when email is not present.'],
	])('with the %s %j is a 422', async (field, value, message) => {
		const { status, data } = await move({ ...minutes, [field]: value });
		expect(status).toBe(422);
		expect(data).toEqual({ message, errors: { [field]: [message] } });
		expect(sandbox.adminMinutes).toBe(10000);
	});

	test('takes the id or the address, not both', async () => {
		const { status, data } = await move({ ...minutes, email: person(0).email });
		expect(status).toBe(422);
		expect(data.errors.user_id[0]).toBe('The user id field prohibits email from being present.');
	});

	test.each([{ user_id: 999999 }, { email: 'nobody@example.com' }])(
		'to %j, who is not there, is a 404',
		async (who) => {
			const { status, data } = await post('transfer', { ...minutes, ...who });
			expect(status).toBe(404);
			expectShape(data, 'autocalls#/$defs/message');
		},
	);
});

describe('creating a token', () => {
	test('gives a key that works as that user', async () => {
		const { id, name, email, minutes_balance } = person(5);
		const { status, data } = await post('token', { user_id: id, token_name: 'crm' });
		expect(status).toBe(200);
		expectShape(data, 'autocalls#/$defs/tokenMade');
		expect(data).toMatchObject({ user: { id, name, email }, token_name: 'crm' });
		const me = await autocalls(sandbox, data.token).get('/user/me');
		expect(me.data).toEqual({ name, email, total_balance: minutes_balance });
	});

	test('names it api-token unless told otherwise', async () => {
		const { data } = await post('token', { email: person(5).email });
		expect(data.token_name).toBe('api-token');
	});

	test.each([
		[404, { user_id: 5 }],
		[422, {}],
		[422, { user_id: 1001, email: 'a@example.com' }],
		[422, { email: 'nobody' }],
		[422, { user_id: 1001, token_name: 7 }],
	])('answers %d to %j', async (expected, body) => {
		expect((await post('token', body)).status).toBe(expected);
	});

	test('made before a reset no longer works after it', async () => {
		const { data } = await post('token', { user_id: 1001 });
		sandbox.reset();
		expect((await autocalls(sandbox, data.token).get('/user/me')).status).toBe(401);
	});
});
