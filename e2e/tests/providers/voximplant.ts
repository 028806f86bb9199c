import type { Sandboxes } from '../../../sandbox';
import type { OperationTest, ProviderTests } from '../providerTest';
import { by, everything, lastOf, pick, someText, thirdChanged, withFields } from '../values';

const state = ({ voximplant }: Sandboxes) => ({
	people: voximplant.people,
	applications: voximplant.applications,
	skills: voximplant.skills,
	queues: voximplant.queues,
	agents: voximplant.agents,
	subUsers: voximplant.subUsers,
});
type State = ReturnType<typeof state>;

/** The one in which the sandbox has its users. */
const application = by('name', 'support.acme.voximplant.com');

function first<Thing>(list: Thing[]): Thing {
	const [thing] = list;
	if (thing === undefined) throw new Error('There is none.');
	return thing;
}

/** The first person has the first skill and is in the first queue; neither goes for the second. */
const chosen = <Thing>(list: Thing[], bound: boolean): Thing => first(list.slice(bound ? 1 : 0));

const binding = (noun: 'skill' | 'queue', bound: boolean): OperationTest<State> => ({
	parameters: ({ voximplant }) => {
		const queue = chosen(voximplant.queues, bound);
		const skill = chosen(voximplant.skills, bound);
		const value = noun === 'skill' ? skill.skill_name : queue.acd_queue_name;
		return {
			...(noun === 'queue' ? { application: by('id', queue.application_id) } : {}),
			user: by('id', String(first(voximplant.people).user_id)),
			[noun]: by('name', value),
		};
	},
	expected: ({ voximplant }) => [
		{
			user_id: first(voximplant.people).user_id,
			...(noun === 'skill'
				? { skill_id: chosen(voximplant.skills, bound).skill_id }
				: { acd_queue_id: chosen(voximplant.queues, bound).acd_queue_id }),
			bound,
		},
	],
	changes: ({ people, skills, queues }) => {
		const { acd_queue_id, acd_queue_name, auto_binding: auto_link } = chosen(queues, bound);
		const queue = { acd_queue_id, acd_queue_name, auto_link };
		const person = first(people);
		const after = <Thing>(list: Thing[], added: Thing): Thing[] =>
			bound ? [...list, added] : list.slice(1);
		const change =
			noun === 'skill'
				? { skills: after(person.skills, chosen(skills, bound)) }
				: { acd_queues: after(person.acd_queues, queue) };
		return { people: [{ ...person, ...change }, ...people.slice(1)] };
	},
});

/** The first person is an agent of the first SmartQueue, and not of the second. */
const agentBinding = (bound: boolean): OperationTest<State> => ({
	parameters: ({ voximplant }) => ({
		application,
		user: by('id', String(first(voximplant.people).user_id)),
		queue: by('name', chosen(voximplant.smartQueues, bound).sq_queue_name),
	}),
	expected: ({ voximplant }) => [
		{
			user_id: first(voximplant.people).user_id,
			sq_queue_id: chosen(voximplant.smartQueues, bound).sq_queue_id,
			bound,
		},
	],
	changes: ({ agents }) => {
		const agent = first(agents);
		const { queues } = agent;
		const after = bound
			? [...queues, expect.objectContaining({ sq_queue_name: 'renewals' }) as unknown]
			: queues.slice(1);
		return { agents: [{ ...agent, queues: after }, ...agents.slice(1)] };
	},
});

export const tests: ProviderTests<State> = {
	host: 'api.voximplant.com',
	application: { application },
	lookUp: {
		mode: 'userName',
		values: ({ voximplant }) => voximplant.people.map(({ user_name: name }) => name),
	},
	watched: { id: 'user_id', text: 'user_display_name' },
	ids: ({ voximplant }) => voximplant.people.map(({ user_id: id }) => String(id)),
	state,
	operations: {
		'user.getAll': {
			parameters: () => ({ application, returnAll: true, options: { orderBy: 'user_id' } }),
			expected: ({ voximplant }) =>
				withFields(voximplant.people, 'user_id', 'user_name', 'user_display_name'),
		},
		'user.get': {
			parameters: () => ({ application, user: by('userName', '={{ $json.name }}') }),
			items: ({ voximplant }) =>
				voximplant.people.slice(3, 5).map(({ user_name: name }) => ({ name })),
			expected: ({ voximplant }) =>
				withFields(voximplant.people.slice(3, 5), 'user_id', 'user_display_name'),
		},
		'user.create': {
			parameters: () => ({
				...{ application, userName: 'nora', userDisplayName: 'Nora', userPassword: 'Kept-s3cret!' },
			}),
			expected: ({ voximplant }) => [
				{
					...pick(voximplant.people.at(-1), 'user_id'),
					...{ user_name: 'nora', user_display_name: 'Nora', created: true },
				},
			],
			changes: ({ people, applications }) => ({
				people: [
					...people,
					expect.objectContaining({
						...{ user_name: 'nora', user_display_name: 'Nora' },
						applications: applications.filter((one) => one.application_name === application.value),
					}),
				],
			}),
		},
		'user.update': {
			parameters: ({ voximplant }) => ({
				user: by('id', String(voximplant.people[2]?.user_id)),
				updateFields: { userDisplayName: 'Nils' },
			}),
			expected: ({ voximplant }) => [{ ...pick(voximplant.people[2], 'user_id'), updated: true }],
			changes: ({ people }) => ({
				people: thirdChanged(people, () => ({ user_display_name: 'Nils', modified: someText })),
			}),
		},
		'user.delete': {
			parameters: ({ voximplant }) => ({
				user: by('id', String(voximplant.people.at(-1)?.user_id)),
			}),
			expected: (_, { people }) => [{ ...pick(people.at(-1), 'user_id'), deleted: true }],
			changes: ({ people }) => ({ people: people.slice(0, -1) }),
		},
		'user.bindSkill': binding('skill', true),
		'user.unbindSkill': binding('skill', false),
		'user.bindQueue': binding('queue', true),
		'user.unbindQueue': binding('queue', false),
		'agent.getAll': {
			parameters: () => ({ application, returnAll: true }),
			expected: ({ voximplant }) =>
				withFields(voximplant.people, 'user_id', 'user_name', 'user_display_name'),
		},
		'agent.bind': agentBinding(true),
		'agent.unbind': agentBinding(false),
		'subUser.getAll': {
			parameters: () => everything,
			expected: ({ voximplant }) => withFields(voximplant.subUsers, 'subuser_id', 'subuser_name'),
		},
		'subUser.delete': {
			parameters: ({ voximplant }) => ({
				subUser: by('id', String(voximplant.subUsers[1]?.subuser_id)),
			}),
			expected: (_, { subUsers }) => [{ ...pick(subUsers[1], 'subuser_id'), deleted: true }],
			changes: ({ subUsers }) => ({ subUsers: subUsers.filter((_, index) => index !== 1) }),
		},
		'application.getAll': {
			parameters: () => everything,
			expected: ({ voximplant }) => withFields(voximplant.applications, 'application_name'),
		},
		'skill.getAll': {
			parameters: () => everything,
			expected: ({ voximplant }) => withFields(voximplant.skills, 'skill_id', 'skill_name'),
		},
		'queue.getAll': {
			parameters: () => everything,
			expected: ({ voximplant }) => withFields(voximplant.queues, 'acd_queue_id', 'acd_queue_name'),
		},
	},
	lists: {
		searchUsers: {
			parameters: { application },
			last: ({ voximplant }) => lastOf(voximplant.people, 'user_name', 'user_id'),
		},
		searchApplications: {
			last: ({ voximplant }) =>
				lastOf(voximplant.applications, 'application_name', 'application_id'),
		},
		searchSmartQueues: {
			parameters: { application },
			last: ({ voximplant }) =>
				lastOf(voximplant.smartQueues.slice(0, 3), 'sq_queue_name', 'sq_queue_id'),
		},
		searchSubUsers: {
			last: ({ voximplant }) => lastOf(voximplant.subUsers, 'subuser_name', 'subuser_id'),
		},
		searchSkills: { last: ({ voximplant }) => lastOf(voximplant.skills, 'skill_name', 'skill_id') },
		searchQueues: {
			last: ({ voximplant }) => lastOf(voximplant.queues, 'acd_queue_name', 'acd_queue_id'),
		},
	},
	firstWorkflow: {
		searches: ['voximplant', 'Vox Implant', 'VoxEngine'],
		actions: ['Create user', 'Delete user', 'Get user', 'Get many users', 'Update user'],
		fields: ['serviceAccount', 'baseUrl'],
		reason:
			'Voximplant answered 433: Invalid key id. Check the Key ID, and that the key was not deleted in the control panel.',
		before: {
			parameter: 'application',
			choice: { typed: 'support', shows: 'support.acme' },
		},
		columns: ['user_id', 'user_name', 'user_display_name', 'user_active'],
	},
};
