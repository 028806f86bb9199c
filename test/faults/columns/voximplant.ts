import { type Column, locator, the, unique } from '../column';
import { neighbours } from './voximplantNeighbours';
import { application, begin, beginWrite, columns, PASSWORD } from './voximplantScene';

const getAll: Column = {
	...columns,
	operation: 'getAll',
	kind: 'list',
	requests: 3,
	start: async () =>
		await begin((sandbox) => ({
			parameters: { operation: 'getAll', application: application(sandbox), returnAll: true },
			options: { pageSize: 10, orderBy: 'user_id' },
			items: sandbox.people.map(({ user_id, user_name }) => ({ user_id, user_name })),
			isMet: ({ query }) => query.offset === '10',
		})),
};

const get: Column = {
	...columns,
	operation: 'get',
	kind: 'get',
	requests: 1,
	start: async () =>
		await begin((sandbox) => {
			const { user_id, user_name } = the(sandbox.people.at(-1));
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
	...columns,
	operation: 'create',
	kind: 'write',
	requests: 1,
	settledBy: 'a look-up',
	lookUp: 1,
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
	...columns,
	operation: 'update',
	kind: 'write',
	requests: 1,
	settledBy: 'nobody',
	start: async () =>
		await beginWrite('SetUserInfo', (sandbox) => {
			const user = the(sandbox.people[5]);
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
	...columns,
	operation,
	kind: 'write',
	requests: mode === 'id' ? 1 : 2,
	readsFirst: mode !== 'id',
	settledBy: 'nobody',
	start: async () =>
		await beginWrite('DelUser', (sandbox) => {
			const { user_id, user_name } = the(sandbox.people[6]);
			return {
				parameters: {
					operation: 'delete',
					user: locator(mode, mode === 'id' ? String(user_id) : user_name),
					...(mode === 'id' ? {} : { application: application(sandbox) }),
				},
				items: [{ user_id, deleted: true }],
				done: () => 25 - sandbox.people.length,
			};
		}),
});

export const voximplant: Column[] = [
	getAll,
	get,
	create,
	update,
	deletion('delete', 'id'),
	deletion('delete by name', 'userName'),
	...neighbours,
];
