import type { VoximplantSandbox } from '../../../../sandbox';
import { type Column } from '../../column';
import { application, begin, beginWrite, common } from './fixture';
import { defined } from '../../../harness/defined';
import { locator } from '../../../harness/locator';

/** A list of the sandbox, and the fields of its records with the ID and the name. */
interface List {
	noun: string;
	id: string;
	name: string;
	of: (sandbox: VoximplantSandbox) => object[];
}

const lists: List[] = [
	{
		noun: 'application',
		id: 'application_id',
		name: 'application_name',
		of: ({ applications }) => applications,
	},
	{ noun: 'skill', id: 'skill_id', name: 'skill_name', of: ({ skills }) => skills },
	{ noun: 'queue', id: 'acd_queue_id', name: 'acd_queue_name', of: ({ queues }) => queues },
];

const list = ({ noun, id, name, of }: List): Column => ({
	...common,
	operation: `${noun} getAll`,
	kind: 'list',
	requests: 3,
	start: async () =>
		await begin((sandbox) => {
			const all = of(sandbox);
			const model = defined(all[0]);
			for (let at = 1; all.length < 25; at++) {
				all.push({ ...model, [id]: at, [name]: `${noun} ${at}` });
			}
			return {
				parameters: { resource: noun, operation: 'getAll', returnAll: true },
				options: { pageSize: 10 },
				items: all.map((each) => {
					const record = each as Record<string, unknown>;
					return { [id]: record[id], [name]: record[name] };
				}),
				isHit: ({ query }) => query.offset === '10',
			};
		}),
});

const ofSkill = (bound: boolean): Column => ({
	...common,
	operation: bound ? 'bindSkill' : 'unbindSkill',
	kind: 'write',
	requests: 1,
	settledBy: 'nothing',
	start: async () =>
		await beginWrite('BindSkill', (sandbox) => {
			const user = defined(sandbox.people[5]);
			const one = defined(sandbox.skills[4]);
			const { skill_id } = one;
			user.skills = bound ? [] : [one];
			const has = () => user.skills.filter((skill) => skill === one).length;
			return {
				parameters: {
					operation: bound ? 'bindSkill' : 'unbindSkill',
					user: locator('id', String(user.user_id)),
					skill: locator('id', String(skill_id)),
				},
				items: [{ user_id: user.user_id, skill_id, bound }],
				done: () => (bound ? has() : 1 - has()),
			};
		}),
});

const ofQueue = (bound: boolean): Column => ({
	...common,
	operation: bound ? 'bindQueue' : 'unbindQueue by name',
	kind: 'write',
	requests: bound ? 1 : 2,
	...(bound ? {} : { readsFirst: true }),
	settledBy: 'nothing',
	start: async () =>
		await beginWrite('BindUserToQueue', (sandbox) => {
			const user = defined(sandbox.people[1]);
			const { acd_queue_id, acd_queue_name } = defined(sandbox.queues[1]);
			if (bound) user.acd_queues = [];
			const has = () => user.acd_queues.length;
			return {
				parameters: {
					operation: bound ? 'bindQueue' : 'unbindQueue',
					user: locator('id', String(user.user_id)),
					application: application(sandbox),
					queue: bound ? locator('id', String(acd_queue_id)) : locator('name', acd_queue_name),
				},
				items: [{ user_id: user.user_id, acd_queue_id, bound }],
				done: () => (bound ? has() : Number(has() === 0)),
			};
		}),
});

export const otherResources: Column[] = [
	...lists.map(list),
	ofSkill(true),
	ofSkill(false),
	ofQueue(true),
	ofQueue(false),
];
