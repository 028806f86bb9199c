import { startVoximplant, type VoximplantSandbox } from '../../../sandbox';
import { always, type Column, locator, never, type Scene, the, unique } from '../column';

const PASSWORD = 'Correct-horse+battery&staple77';

const columns = { provider: 'voximplant' } as const;

type Part = Pick<Scene, 'items' | 'parameters'> & Partial<Scene>;

/** Tokens are kept per content of a credential: each run has a content of its own. */
function ownCredentials(credentials: Record<string, unknown>): Record<string, unknown> {
	const serviceAccount = JSON.parse(String(credentials.serviceAccount)) as object;
	return { ...credentials, serviceAccount: JSON.stringify({ ...serviceAccount, cell: unique() }) };
}

const linesOf = (pem: string): string[] => pem.split('\n').filter((line) => line.length >= 20);

async function begin(part: (sandbox: VoximplantSandbox) => Part): Promise<Scene> {
	const sandbox = await startVoximplant({ users: 25 });
	return {
		sandbox,
		credential: 'voximplantApi',
		credentials: ownCredentials(sandbox.credentials),
		options: {},
		isWrite: never,
		isMet: always,
		...part(sandbox),
		secrets: [...linesOf(sandbox.privateKey), PASSWORD],
	};
}

const application = ({ applications }: VoximplantSandbox) =>
	locator('id', String(the(applications[0]).application_id));

async function beginWrite(
	method: string,
	part: (sandbox: VoximplantSandbox) => Part,
): Promise<Scene> {
	const isWrite: Scene['isWrite'] = ({ path }) => path.endsWith(method);
	return await begin((sandbox) => ({ isWrite, isMet: isWrite, ...part(sandbox) }));
}

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

/** Every list but that of users is walked alike. */
const queues: Column = {
	...columns,
	operation: 'queue getAll',
	kind: 'list',
	requests: 3,
	start: async () =>
		await begin(({ queues: all }) => {
			const model = the(all[0]);
			for (let id = 1; all.length < 25; id++) {
				all.push({ ...model, acd_queue_id: id, acd_queue_name: `queue ${id}` });
			}
			return {
				parameters: { resource: 'queue', operation: 'getAll', returnAll: true },
				options: { pageSize: 10 },
				items: all.map(({ acd_queue_id, acd_queue_name }) => ({ acd_queue_id, acd_queue_name })),
				isMet: ({ query }) => query.offset === '10',
			};
		}),
};

const bindSkill: Column = {
	...columns,
	operation: 'bindSkill',
	kind: 'write',
	requests: 1,
	settledBy: 'nobody',
	start: async () =>
		await beginWrite('BindSkill', (sandbox) => {
			const user = the(sandbox.people[5]);
			const { skill_id } = the(sandbox.skills[4]);
			user.skills = [];
			return {
				parameters: {
					operation: 'bindSkill',
					user: locator('id', String(user.user_id)),
					skill: locator('id', String(skill_id)),
				},
				items: [{ user_id: user.user_id, skill_id, bound: true }],
				done: () => user.skills.filter((skill) => skill.skill_id === skill_id).length,
			};
		}),
};

const unbindQueue: Column = {
	...columns,
	operation: 'unbindQueue by name',
	kind: 'write',
	requests: 2,
	readsFirst: true,
	settledBy: 'nobody',
	start: async () =>
		await beginWrite('BindUserToQueue', (sandbox) => {
			const user = the(sandbox.people[1]);
			const { acd_queue_id, acd_queue_name } = the(sandbox.queues[1]);
			return {
				parameters: {
					operation: 'unbindQueue',
					user: locator('id', String(user.user_id)),
					application: application(sandbox),
					queue: locator('name', acd_queue_name),
				},
				items: [{ user_id: user.user_id, acd_queue_id, bound: false }],
				done: () => Number(user.acd_queues.length === 0),
			};
		}),
};

export const voximplant: Column[] = [
	getAll,
	get,
	create,
	update,
	deletion('delete', 'id'),
	deletion('delete by name', 'userName'),
	queues,
	bindSkill,
	unbindQueue,
];
