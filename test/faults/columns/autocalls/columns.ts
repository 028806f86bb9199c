import type { INodeParameters } from 'n8n-workflow';
import { type AutocallsSandbox, startAutocalls } from '../../../../sandbox';
import { always, type Column, isText, never, type Fixture, unique } from '../../column';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

const PASSWORD = 'Correct-horse+battery&staple 77';
const PAGES = 3;

const common = { provider: 'autocalls' } as const;

type Part = Pick<Fixture, 'items'> & Partial<Fixture> & { parameters: INodeParameters };

/** Laravel's paginator, three pages: what live clients meet. */
async function begin(part: (sandbox: AutocallsSandbox) => Part): Promise<Fixture> {
	const sandbox = await startAutocalls({ paginate: 'laravel', perPage: 10, users: 25 });
	const { credentials } = sandbox;
	return {
		sandbox,
		credential: 'autocallsApi',
		credentials,
		options: {},
		isWrite: never,
		isHit: always,
		secrets: [String(credentials.apiKey)],
		...part(sandbox),
	};
}

async function beginWrite(part: (sandbox: AutocallsSandbox) => Part): Promise<Fixture> {
	const isWrite: Fixture['isWrite'] = ({ method }) => method === 'POST';
	return await begin((sandbox) => ({ isWrite, isHit: isWrite, ...part(sandbox) }));
}

const getAll: Column = {
	...common,
	operation: 'getAll',
	kind: 'list',
	requests: PAGES,
	pages: 'total',
	start: async () =>
		await begin(({ people }) => ({
			parameters: { operation: 'getAll', returnAll: true },
			items: people.map(({ id, email }) => ({ id, email })),
			isHit: ({ query }) => query.page === '2',
		})),
};

/** There is no look-up: the list is walked. */
const get: Column = {
	...common,
	operation: 'get',
	kind: 'get',
	requests: PAGES,
	pages: 'total',
	start: async () =>
		await begin(({ people }) => {
			const { id, email } = defined(people.at(-1));
			return {
				parameters: { operation: 'get', user: locator('email', email) },
				items: [{ id, email }],
			};
		}),
};

const register: Column = {
	...common,
	operation: 'register',
	kind: 'write',
	requests: 1,
	answersWith: 201,
	settledBy: 'a look-up',
	lookUp: PAGES,
	isCounted: ({ query }) => Number(query.page) > 1,
	start: async () =>
		await beginWrite((sandbox) => {
			const who = { name: 'Zoë Müller', email: `zoe.${unique()}@example.com` };
			return {
				parameters: { operation: 'register', ...who, password: PASSWORD },
				items: [{ ...who, created: true, token: isText }],
				confirmed: { ...who, created: null, confirmed: 'lookup', token: undefined },
				done: () => sandbox.people.filter(({ email }) => email === who.email).length,
				secrets: [String(sandbox.credentials.apiKey), PASSWORD],
			};
		}),
};

const transferBalance: Column = {
	...common,
	operation: 'transferBalance',
	kind: 'write',
	requests: 1,
	settledBy: 'nothing',
	start: async () =>
		await beginWrite((sandbox) => {
			const user = defined(sandbox.people[4]);
			const { id, email, minutes_balance: before } = user;
			return {
				parameters: {
					operation: 'transferBalance',
					user: locator('id', String(id)),
					balanceType: 'minutes',
					direction: 'add',
					amount: 2.5,
				},
				items: [{ id, email, minutes_balance: before + 2.5, amount: 2.5 }],
				done: () => (user.minutes_balance - before) / 2.5,
			};
		}),
};

const createToken: Column = {
	...common,
	operation: 'createToken',
	kind: 'write',
	requests: 1,
	settledBy: 'nothing',
	start: async () =>
		await beginWrite((sandbox) => {
			const { id, email } = defined(sandbox.people[7]);
			const tokenName = `token ${unique()}`;
			return {
				parameters: { operation: 'createToken', user: locator('email', email), tokenName },
				items: [{ id, email, token_name: tokenName, token: isText }],
			};
		}),
};

export const columns: Column[] = [getAll, get, register, transferBalance, createToken];
