import { type Column } from '../../column';
import { application, begin, beginWrite, common } from './fixture';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

const agents: Column = {
	...common,
	operation: 'agent getAll',
	kind: 'list',
	// An empty page ends the list, and the first page for those who take calls shows the same agents.
	requests: 5,
	start: async () =>
		await begin((sandbox) => ({
			parameters: {
				resource: 'agent',
				operation: 'getAll',
				application: application(sandbox),
				returnAll: true,
			},
			options: { pageSize: 10 },
			items: sandbox.people.map(({ user_id, user_name }) => ({ user_id, user_name })),
			isHit: ({ query }) => query.offset === '10',
		})),
};

const ofAgent = (bound: boolean): Column => ({
	...common,
	operation: bound ? 'agent bind' : 'agent unbind by name',
	kind: 'write',
	// A name is looked up in a list that an empty page ends.
	requests: bound ? 1 : 3,
	...(bound ? {} : { readsFirst: 2 }),
	settledBy: 'a look-up',
	// Nobody is seen to be bound only in both lists.
	lookUp: bound ? 1 : 2,
	lookUpOfNothing: bound ? 2 : 1,
	start: async () =>
		await beginWrite(bound ? 'SQ_BindAgent' : 'SQ_UnbindAgent', (sandbox) => {
			const { user_id } = defined(sandbox.people[1]);
			const queue = defined(sandbox.smartQueues[1]);
			const { sq_queue_id, sq_queue_name } = queue;
			const agent = sandbox.agentOf(user_id);
			agent.queues = bound ? [] : [queue];
			const items = [{ user_id, sq_queue_id, bound }];
			return {
				parameters: {
					resource: 'agent',
					operation: bound ? 'bind' : 'unbind',
					application: application(sandbox),
					user: locator('id', String(user_id)),
					queue: bound ? locator('id', String(sq_queue_id)) : locator('name', sq_queue_name),
				},
				items,
				confirmed: defined(items[0]),
				done: () => (bound ? agent.queues.length : 1 - agent.queues.length),
			};
		}),
});

const subUsers: Column = {
	...common,
	operation: 'subUser getAll',
	kind: 'list',
	requests: 4,
	start: async () =>
		await begin(({ subUsers }) => ({
			parameters: { resource: 'subUser', operation: 'getAll', returnAll: true },
			options: { pageSize: 10 },
			items: subUsers.map(({ subuser_id, subuser_name }) => ({ subuser_id, subuser_name })),
			isHit: ({ query }) => query.offset === '10',
		})),
};

const subUserDelete: Column = {
	...common,
	operation: 'subUser delete',
	kind: 'write',
	requests: 2,
	readsFirst: true,
	settledBy: 'a look-up',
	lookUp: 1,
	start: async () =>
		await beginWrite('DelSubUser', ({ subUsers }) => {
			const { subuser_id } = defined(subUsers[1]);
			const count = subUsers.length;
			return {
				parameters: {
					resource: 'subUser',
					operation: 'delete',
					subUser: locator('id', String(subuser_id)),
				},
				items: [{ subuser_id, deleted: true }],
				confirmed: { subuser_id, deleted: true },
				done: () => count - subUsers.length,
			};
		}),
};

export const secondWave: Column[] = [
	agents,
	ofAgent(true),
	ofAgent(false),
	subUsers,
	subUserDelete,
];
