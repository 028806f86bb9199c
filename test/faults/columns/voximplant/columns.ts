import { type Column, unique } from '../../column';
import { otherResources } from './otherResources';
import { secondWave } from './secondWave';
import { application, begin, beginWrite, common, PASSWORD } from './fixture';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

const getAll: Column = {
	...common,
	operation: 'getAll',
	kind: 'list',
	requests: 3,
	pages: 'total',
	endsAtTotal: true,
	start: async () =>
		await begin((sandbox) => ({
			parameters: { operation: 'getAll', application: application(sandbox), returnAll: true },
			options: { pageSize: 10, orderBy: 'user_id' },
			items: sandbox.people.map(({ user_id, user_name }) => ({ user_id, user_name })),
			isHit: ({ query }) => query.offset === '10',
		})),
};

const get: Column = {
	...common,
	operation: 'get',
	kind: 'get',
	requests: 1,
	start: async () =>
		await begin((sandbox) => {
			const { user_id, user_name } = defined(sandbox.people.at(-1));
			return {
				parameters: {
					operation: 'get',
					application: application(sandbox),
					user: locator('userName', user_name),
				},
				items: [{ user_id, user_name }],
			};
		}),
};

const create: Column = {
	...common,
	operation: 'create',
	kind: 'write',
	requests: 1,
	settledBy: 'a look-up',
	lookUp: 1,
	isCounted: ({ path }) => path.endsWith('GetUsers'),
	start: async () =>
		await beginWrite('AddUser', (sandbox) => {
			const userName = `zoe-${unique()}`;
			const who = { user_name: userName, user_display_name: 'Zoë & Søn' };
			return {
				parameters: {
					operation: 'create',
					application: application(sandbox),
					userName,
					userDisplayName: who.user_display_name,
					userPassword: PASSWORD,
				},
				items: [{ ...who, user_id: (id: unknown) => Number(id) > 0, created: true }],
				confirmed: { ...who, created: null, confirmed: 'lookup' },
				done: () => sandbox.people.filter(({ user_name }) => user_name === userName).length,
			};
		}),
};

const update: Column = {
	...common,
	operation: 'update',
	kind: 'write',
	requests: 1,
	settledBy: 'nothing',
	start: async () =>
		await beginWrite('SetUserInfo', (sandbox) => {
			const user = defined(sandbox.people[5]);
			const userDisplayName = `Renamed ${unique()}`;
			return {
				parameters: {
					operation: 'update',
					user: locator('id', String(user.user_id)),
					updateFields: { userDisplayName, userPassword: PASSWORD },
				},
				items: [{ user_id: user.user_id, updated: true }],
				done: () => Number(user.user_display_name === userDisplayName),
			};
		}),
};

const deletion = (operation: string, mode: 'id' | 'userName'): Column => ({
	...common,
	operation,
	kind: 'write',
	requests: mode === 'id' ? 1 : 2,
	readsFirst: mode !== 'id',
	settledBy: 'nothing',
	start: async () =>
		await beginWrite('DelUser', (sandbox) => {
			const { user_id, user_name } = defined(sandbox.people[6]);
			return {
				parameters: {
					operation: 'delete',
					user: locator(mode, mode === 'id' ? String(user_id) : user_name),
					...(mode === 'id' ? {} : { application: application(sandbox) }),
				},
				items: [{ user_id, ...(mode === 'id' ? {} : { user_name }), deleted: true }],
				done: () => 25 - sandbox.people.length,
			};
		}),
});

export const columns: Column[] = [
	getAll,
	get,
	create,
	update,
	deletion('delete', 'id'),
	deletion('delete by name', 'userName'),
	...otherResources,
	...secondWave,
];
