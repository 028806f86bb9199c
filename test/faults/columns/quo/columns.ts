import { type QuoSandbox, startQuo } from '../../../../sandbox';
import { always, type Column, never, type Fixture } from '../../column';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

const common = { provider: 'quo' } as const;

type Part = Pick<Fixture, 'items' | 'parameters'> & Partial<Fixture>;

async function begin(part: (sandbox: QuoSandbox) => Part, users = 25): Promise<Fixture> {
	const sandbox = await startQuo({ users });
	const { credentials } = sandbox;
	return {
		sandbox,
		credential: 'quoApi',
		credentials,
		options: {},
		isWrite: never,
		isHit: always,
		secrets: [String(credentials.apiKey)],
		...part(sandbox),
	};
}

const getAll: Column = {
	...common,
	operation: 'getAll',
	kind: 'list',
	requests: 3,
	pages: 'tokens',
	start: async () =>
		await begin(({ people }) => ({
			parameters: { operation: 'getAll', returnAll: true },
			options: { pageSize: 10 },
			items: people.map(({ id, email }) => ({ id, email })),
			isHit: ({ query }) => query.pageToken !== undefined,
		})),
};

const get: Column = {
	...common,
	operation: 'get',
	kind: 'get',
	requests: 1,
	start: async () =>
		await begin(({ people }) => {
			const { id, email } = defined(people.at(-1));
			return {
				parameters: { operation: 'get', user: locator('id', id) },
				items: [{ id, email }],
			};
		}),
};

/** A walk over two pages, and another list beside it. */
const getByEmail: Column = {
	...common,
	operation: 'get by e-mail',
	kind: 'get',
	requests: 3,
	pages: 'tokens',
	start: async () =>
		await begin(({ people, phoneNumbers }) => {
			const { id, email } = defined(people[53]);
			const own = phoneNumbers.filter(({ userIds }) => userIds.includes(id));
			return {
				parameters: { operation: 'get', user: locator('email', email.toUpperCase()) },
				options: { includePhoneNumbers: true },
				items: [{ id, email, phoneNumbers: own.map(({ number }) => number) }],
			};
		}, 60),
};

const phoneNumbers: Column = {
	...common,
	operation: 'phoneNumber getAll',
	kind: 'list',
	requests: 1,
	start: async () =>
		await begin(({ phoneNumbers: all }) => ({
			parameters: { resource: 'phoneNumber', operation: 'getAll', returnAll: true },
			items: all.map(({ id, number, userIds }) => ({ id, number, userIds })),
		})),
};

const phoneNumber: Column = {
	...common,
	operation: 'phoneNumber get',
	kind: 'get',
	requests: 1,
	start: async () =>
		await begin(({ phoneNumbers: all }) => {
			const { id, number } = defined(all.at(-1));
			const parameters = { resource: 'phoneNumber', operation: 'get' };
			return {
				parameters: { ...parameters, phoneNumber: locator('id', id) },
				items: [{ id, number }],
			};
		}),
};

export const columns: Column[] = [getAll, get, getByEmail, phoneNumbers, phoneNumber];
