import { createHash } from 'node:crypto';

import { startWorksection, type WorksectionSandbox } from '../../sandbox';
import { worksection } from './clients';
import { worksectionError, wrongSignature } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: WorksectionSandbox;
let client: ReturnType<typeof worksection>;
beforeAll(async () => {
	sandbox = await startWorksection({ users: 30 });
	client = worksection(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const key = () => String(sandbox.credentials.apiKey);

describe('the hash', () => {
	const get = async (query: string) => {
		const { status, data } = await client.http.get(`${client.base}?${query}`);
		expect(status).toBe(200);
		return data;
	};
	const query = 'action=get_users';

	test.each([
		['missing', () => query],
		['empty', () => `${query}&hash=`],
		['of another key', () => `${query}&hash=${md5(`${query}other`)}`],
		['of the key first', () => `${query}&hash=${md5(key() + query)}`],
		['in upper case', () => `${query}&hash=${md5(query + key()).toUpperCase()}`],
		['over another order', () => `${query}&a=1&hash=${md5(`a=1&${query}${key()}`)}`],
		['over fewer parameters', () => `${query}&a=1&hash=${md5(query + key())}`],
		['not at the end', () => `hash=${md5(query + key())}&${query}`],
		['followed by more', () => `${query}&hash=${md5(query + key())}&a=1`],
		['over what was decoded', () => `${query}&a=%20&hash=${md5(`${query}&a= ${key()}`)}`],
		['of the old scheme', () => `${query}&hash=${md5(`get_users${key()}`)}`],
	])('%s is refused, HTTP 200', async (_, make) => {
		expect(await get(make())).toEqual(wrongSignature);
	});

	test('covers the bytes as they were sent', async () => {
		const encoded = 'action=add_user&email=a%40example.com&first_name=%D0%9E%D0%BB%D1%8F';
		expect(await get(`${encoded}&hash=${md5(encoded + key())}`)).toMatchObject({
			data: { email: 'a@example.com', first_name: 'Оля' },
		});
		const plus = 'email=b@example.com&action=add_user&first_name=A+B';
		expect(await get(`${plus}&hash=${md5(plus + key())}`)).toMatchObject({
			data: { email: 'b@example.com', first_name: 'A B' },
		});
	});

	test('does not cover a body, so that nothing is read from one', async () => {
		const signed = client.signed('action=add_user');
		const { data } = await client.http.post(signed, 'email=a@example.com', {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
		});
		expect(data).toEqual(worksectionError(10, 'Field is required', 'email'));
	});

	test('of the wrong credentials is refused', async () => {
		const wrong = worksection(sandbox, sandbox.wrongCredentials.apiKey);
		expect(await wrong.get(query)).toEqual(wrongSignature);
	});
});

describe('the header', () => {
	const now = () => Math.floor(Date.now() / 1000);

	test('of the SDKs is accepted, with the parameters in JSON', async () => {
		const body = { email: 'a@example.com', first_name: 'Оля', role: 'guest' };
		const answer = await client.send('add_user', body);
		expectShape(answer, 'worksection#/$defs/invited');
		expect(answer.data).toMatchObject(body);
	});

	test.each([
		['of another action', () => client.hmac('get_user_groups')],
		['of another key', () => worksection(sandbox, 'other').hmac('get_users')],
		[
			'of another time',
			() => client.hmac('get_users').replace(/\d_/, (digit) => `${(Number(digit[0]) + 1) % 10}_`),
		],
		['from an hour ago', () => client.hmac('get_users', now() - 3600)],
		['from the future', () => client.hmac('get_users', now() + 3600)],
		['with another scheme', () => client.hmac('get_users').replace('Admin', 'Bearer')],
		['in upper case', () => client.hmac('get_users').toUpperCase().replace('ADMIN', 'Admin')],
		['in milliseconds', () => client.hmac('get_users', Date.now())],
		['empty', () => 'Admin '],
	])('%s is refused', async (_, authorization) => {
		expect(await client.send('get_users', {}, authorization())).toEqual(wrongSignature);
	});

	test('needs POST, JSON and no other parameter in the address', async () => {
		const address = `${client.base}?action=get_users`;
		const headers = { authorization: client.hmac('get_users') };
		const json = { ...headers, 'content-type': 'application/json' };
		const text = { ...headers, 'content-type': 'text/plain' };
		const answers = [
			await client.http.get(address, { headers: json, data: '{}' }),
			await client.http.post(address, '{}', { headers: text }),
			await client.http.post(address, '[]', { headers: json }),
			await client.http.post(`${address}&a=1`, {}, { headers: json }),
		];
		for (const { data } of answers) expect(data).toEqual(wrongSignature);
		const fine = await client.http.post(address, {}, { headers: json });
		expect(fine.data.status).toBe('ok');
	});
});
