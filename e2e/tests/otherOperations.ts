import { by } from './locators';
import type { Proof } from './operations';

const everything = { returnAll: true, output: 'raw' };
const first = <Thing>(list: Thing[]): Thing => {
	const [thing] = list;
	if (thing === undefined) throw new Error('There is none.');
	return thing;
};

const quoNumber = ({ id, number }: { id: string; number: string }): unknown =>
	expect.objectContaining({ id, number });

/** The first person has the first skill and is in the first queue; neither goes for the second. */
const meant = <Thing>(list: Thing[], bound: boolean): Thing => first(list.slice(bound ? 1 : 0));

const binding = (noun: 'skill' | 'queue', bound: boolean): Proof => ({
	parameters: ({ voximplant }) => {
		const queue = meant(voximplant.queues, bound);
		const application = by('id', queue.application_id);
		const skill = meant(voximplant.skills, bound);
		const value = noun === 'skill' ? skill.skill_name : queue.acd_queue_name;
		return {
			...(noun === 'queue' ? { application } : {}),
			user: by('id', String(first(voximplant.people).user_id)),
			[noun]: by('name', value),
		};
	},
	expected: ({ voximplant }) => [
		{
			user_id: first(voximplant.people).user_id,
			...(noun === 'skill'
				? { skill_id: meant(voximplant.skills, bound).skill_id }
				: { acd_queue_id: meant(voximplant.queues, bound).acd_queue_id }),
			bound,
		},
	],
	changes: ({ voximplant, skills, queues }) => {
		const { acd_queue_id, acd_queue_name, auto_binding: auto_link } = meant(queues, bound);
		const queue = { acd_queue_id, acd_queue_name, auto_link };
		const person = first(voximplant);
		const after = <Thing>(list: Thing[], added: Thing): Thing[] =>
			bound ? [...list, added] : list.slice(1);
		const change =
			noun === 'skill'
				? { skills: after(person.skills, meant(skills, bound)) }
				: { acd_queues: after(person.acd_queues, queue) };
		return { voximplant: [{ ...person, ...change }, ...voximplant.slice(1)] };
	},
});

/** The resources beside the users. */
export const otherProofs: Record<string, Proof> = {
	'quo.phoneNumber.getAll': {
		parameters: () => everything,
		expected: ({ quo }) => quo.phoneNumbers.map(quoNumber),
	},
	'quo.phoneNumber.get': {
		parameters: () => ({ phoneNumber: by('id', '={{ $json.id }}'), output: 'raw' }),
		items: ({ quo }) => quo.phoneNumbers.slice(0, 2).map(({ id }) => ({ id })),
		expected: ({ quo }) => quo.phoneNumbers.slice(0, 2).map(quoNumber),
	},
	'voximplant.application.getAll': {
		parameters: () => everything,
		expected: ({ voximplant }) =>
			voximplant.applications.map(({ application_name }) =>
				expect.objectContaining({ application_name }),
			),
	},
	'voximplant.skill.getAll': {
		parameters: () => everything,
		expected: ({ voximplant }) =>
			voximplant.skills.map(({ skill_id, skill_name }) =>
				expect.objectContaining({ skill_id, skill_name }),
			),
	},
	'voximplant.queue.getAll': {
		parameters: () => everything,
		expected: ({ voximplant }) =>
			voximplant.queues.map(({ acd_queue_id, acd_queue_name }) =>
				expect.objectContaining({ acd_queue_id, acd_queue_name }),
			),
	},
	'voximplant.user.bindSkill': binding('skill', true),
	'voximplant.user.unbindSkill': binding('skill', false),
	'voximplant.user.bindQueue': binding('queue', true),
	'voximplant.user.unbindQueue': binding('queue', false),
	'worksection.team.getAll': {
		parameters: () => everything,
		expected: ({ worksection }) =>
			worksection.teams.map(({ id, title }) => expect.objectContaining({ id, title })),
	},
	'worksection.team.create': {
		parameters: () => ({ teamName: 'Night shift' }),
		expected: ({ worksection }) => [
			expect.objectContaining({ id: worksection.teams.at(-1)?.id, title: 'Night shift' }),
		],
		changes: ({ teams }) => ({
			teams: [
				...teams,
				{ id: expect.any(String) as unknown, title: 'Night shift', type: 'company', client: 0 },
			],
		}),
	},
	'worksection.contact.getAll': {
		parameters: () => everything,
		expected: ({ worksection }) =>
			worksection.contacts.map(({ id, name }) => expect.objectContaining({ id, name })),
	},
	'worksection.contact.create': {
		parameters: () => ({ email: 'nora@example.com', name: 'Nora Nilsen' }),
		expected: ({ worksection }) => [
			expect.objectContaining({
				id: worksection.contacts.at(-1)?.id,
				email: 'nora@example.com',
				created: true,
			}),
		],
		changes: ({ contacts }) => ({
			contacts: [
				...contacts,
				expect.objectContaining({ email: 'nora@example.com', name: 'Nora Nilsen' }),
			],
		}),
	},
};
