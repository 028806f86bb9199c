import { createHmac, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';

import axios from 'axios';

import { startVoximplant, type VoximplantSandbox } from '../../sandbox';
import { type Token, voximplant, type VoximplantAnswer, voximplantToken } from './clients';
import { voximplantError } from './errorAnswers';
import { expectShape } from './expectShape';

let sandbox: VoximplantSandbox;
let stranger: string;
beforeAll(async () => {
	sandbox = await startVoximplant({ users: 3 });
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	stranger = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const now = () => Math.floor(Date.now() / 1000);

type Info = VoximplantAnswer<{ account_id: number }>;

/** Always HTTP 200: what goes wrong is in the body. */
async function ask(authorization: string | undefined): Promise<Info> {
	const { status, data } = await axios.post(`${sandbox.url}/GetAccountInfo`, '', {
		headers: authorization === undefined ? {} : { authorization },
		validateStatus: () => true,
	});
	expect(status).toBe(200);
	return data;
}

async function askWith(other: Token): Promise<Info> {
	const answer = await ask(`Bearer ${await voximplantToken(sandbox, other)}`);
	if (answer.error) expectShape(answer, 'voximplant#/$defs/error');
	return answer;
}

const encode = (value: unknown): string =>
	Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signed by hand, so that anything can stand in it. */
function handMade(header: unknown, payload: unknown): string {
	const signed = `${encode(header)}.${encode(payload)}`;
	const signature = sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(sandbox.privateKey));
	return `${signed}.${signature.toString('base64url')}`;
}

const header = () => ({ alg: 'RS256', typ: 'JWT', kid: sandbox.keyId });
const payload = () => ({ iss: sandbox.accountId, iat: now(), exp: now() + 60 });

describe('a token', () => {
	test('as the guide describes it opens the account', async () => {
		const answer = await askWith({});
		expectShape(answer, 'voximplant#/$defs/account');
		expect(answer.result.account_id).toBe(sandbox.accountId);
	});

	test('signed by hand opens it too, so that the ones below fail for their own reason', async () => {
		expect(await ask(`Bearer ${handMade(header(), payload())}`)).toHaveProperty('result');
	});

	test('may live for an hour and no second longer', async () => {
		const live = (seconds: number) => askWith({ payload: { iat: now(), exp: now() + seconds } });
		expect(await live(3600)).toHaveProperty('result');
		expect(await live(3601)).toEqual(voximplantError(454));
	});

	test('may be back-dated as the Python SDK does it', async () => {
		expect(await askWith({ payload: { iat: now() - 5, exp: now() + 24 } })).toHaveProperty(
			'result',
		);
	});

	test('issued in the future is refused, unless by a second or two', async () => {
		const ahead = (seconds: number) =>
			askWith({ payload: { iat: now() + seconds, exp: now() + 60 } });
		expect(await ahead(1)).toHaveProperty('result');
		expect(await ahead(10)).toEqual(voximplantError(455));
	});

	test('that has expired is refused', async () => {
		expect(await askWith({ payload: { iat: now() - 60, exp: now() - 1 } })).toEqual(
			voximplantError(456),
		);
	});

	test('is checked by the clock of the provider', async () => {
		sandbox.settings.clockAheadSeconds = 120;
		expect(await askWith({})).toEqual(voximplantError(456));
		sandbox.settings.clockAheadSeconds = -120;
		expect(await askWith({})).toEqual(voximplantError(455));
	});

	test('of an unknown key is refused', async () => {
		expect(await askWith({ header: { kid: 'another' } })).toEqual(voximplantError(433));
	});

	test('signed by another key is refused', async () => {
		expect(await askWith({ privateKey: stranger })).toEqual(voximplantError(100));
	});

	test('whose payload was changed after signing is refused', async () => {
		const [head = '', , signature = ''] = (await voximplantToken(sandbox)).split('.');
		const changed = encode({ ...payload(), exp: now() + 3000 });
		expect(await ask(`Bearer ${head}.${changed}.${signature}`)).toEqual(voximplantError(100));
	});

	test('of an account that is not there is refused', async () => {
		expect(await askWith({ payload: { iss: 12 } })).toEqual(voximplantError(115));
	});

	test.each([
		['an issuer in quotes', () => handMade(header(), { ...payload(), iss: '4021177' })],
		['no issuer', () => handMade(header(), { ...payload(), iss: undefined })],
		['a fraction as issuer', () => handMade(header(), { ...payload(), iss: 1.5 })],
		['a time in quotes', () => handMade(header(), { ...payload(), iat: String(now()) })],
		['no time of issue', () => handMade(header(), { ...payload(), iat: undefined })],
		['no expiry', () => handMade(header(), { ...payload(), exp: undefined })],
		['an expiry in quotes', () => handMade(header(), { ...payload(), exp: String(now() + 60) })],
		['another algorithm', () => handMade({ ...header(), alg: 'RS512' }, payload())],
		['no type', () => handMade({ ...header(), typ: undefined }, payload())],
		['no key id', () => handMade({ ...header(), kid: undefined }, payload())],
		['a number as key id', () => handMade({ ...header(), kid: 7 }, payload())],
		['a header that is no JSON', () => handMade('header', payload())],
		['a payload that is no object', () => handMade(header(), [1])],
		['two parts', () => handMade(header(), payload()).split('.').slice(0, 2).join('.')],
		['four parts', () => `${handMade(header(), payload())}.more`],
		['plain base64', () => handMade(header(), payload()).replace(/\.[^.]+$/, '.a+b/c==')],
		['an API key instead', () => 'a5f1c0de'],
	])('with %s has the wrong format', async (_, make) => {
		const answer = await ask(`Bearer ${make()}`);
		expectShape(answer, 'voximplant#/$defs/error');
		expect(answer).toEqual(voximplantError(447));
	});

	test('without a signature is refused, whatever it says of itself', async () => {
		const open = `${encode({ ...header(), alg: 'none' })}.${encode(payload())}.`;
		expect(await ask(`Bearer ${open}`)).toEqual(voximplantError(447));
		const secret = String(sandbox.keyId);
		const head = encode({ ...header(), alg: 'HS256' });
		const mac = createHmac('sha256', secret).update(`${head}.${encode(payload())}`);
		expect(await ask(`Bearer ${head}.${encode(payload())}.${mac.digest('base64url')}`)).toEqual(
			voximplantError(447),
		);
	});
});

describe('without a token', () => {
	test.each([undefined, '', 'Basic YTpi'])('%j is not enough', async (authorization) => {
		expect(await ask(authorization)).toEqual({
			error: { code: 100, msg: 'Authorization failed' },
		});
	});

	test('a token without Bearer is not enough', async () => {
		expect(await ask(await voximplantToken(sandbox))).toEqual(voximplantError(100));
	});

	test('the old account id and API key are not taken', async () => {
		const { data } = await axios.post(
			`${sandbox.url}/GetAccountInfo?account_id=${sandbox.accountId}&api_key=a5f1c0de`,
		);
		expect(data).toEqual(voximplantError(100));
	});
});

describe('the credentials', () => {
	test('are a downloaded credentials.json and the address of this sandbox', () => {
		const { serviceAccount, ...rest } = sandbox.credentials;
		expect(JSON.parse(String(serviceAccount))).toEqual({
			account_email: expect.stringContaining('@'),
			account_id: sandbox.accountId,
			key_id: sandbox.keyId,
			private_key: expect.stringMatching(/^-----BEGIN PRIVATE KEY-----\n/),
		});
		expect(rest).toEqual({ accountId: '', keyId: '', childAccountId: '', baseUrl: sandbox.url });
		expect(sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/platform_api$/);
	});

	test('that are wrong name a key that is not there', async () => {
		const account = JSON.parse(String(sandbox.wrongCredentials.serviceAccount)) as {
			key_id: string;
		};
		expect(await askWith({ header: { kid: account.key_id } })).toEqual(voximplantError(433));
	});

	test('of a child open that account with the key of the parent', async () => {
		const iss = Number(sandbox.childCredentials.childAccountId);
		const child = await voximplant(sandbox, { payload: { iss } });
		expect((await child.call<{ account_id: number }>('GetAccountInfo')).result.account_id).toBe(
			iss,
		);
		const { result } = await child.call<{ application_id: number }[]>('GetApplications');
		const users = await child.call('GetUsers', { application_id: result[0]?.application_id });
		expectShape(users, 'voximplant#/$defs/users');
		expect(users.result).toHaveLength(sandbox.children[0]?.people.length ?? 0);
		const ours = sandbox.people.map(({ user_id: id }) => id);
		for (const { user_id: id } of users.result) expect(ours).not.toContain(id);
		const foreign = { application_id: sandbox.applications[0]?.application_id };
		expect(await child.call('GetUsers', foreign)).toEqual(voximplantError(116));
	});

	test('a role may forbid a method', async () => {
		sandbox.settings.forbidden = ['GetUsers'];
		const { call } = await voximplant(sandbox);
		expect(await call('GetUsers')).toEqual(voximplantError(104));
		expect(await call('GetAccountInfo')).toHaveProperty('result');
	});
});
