import type { Proof } from './operations';

const everything = { returnAll: true, output: 'raw' };
const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });
const first = <Thing>(list: Thing[]): Thing => {
	const [thing] = list;
	if (thing === undefined) throw new Error('There is none.');
	return thing;
};

const quoNumber = ({ id, number }: { id: string; number: string }): unknown =>
	expect.objectContaining({ id, number });

const binding = (noun: 'skill' | 'queue', bound: boolean): Proof => ({
	parameters: ({ voximplant }) => {
		const queue = first(voximplant.queues);
		const application = by('id', queue.application_id);
		const value = noun === 'skill' ? first(voximplant.skills).skill_name : queue.acd_queue_name;
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
				? { skill_id: first(voximplant.skills).skill_id }
				: { acd_queue_id: first(voximplant.queues).acd_queue_id }),
			bound,
		},
	],
});

/** The resources beside the users. */
export const neighbourProofs: Record<string, Proof> = {
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
		expected: () => [expect.objectContaining({ title: 'Night shift' })],
	},
	'worksection.contact.getAll': {
		parameters: () => everything,
		expected: ({ worksection }) =>
			worksection.contacts.map(({ id, name }) => expect.objectContaining({ id, name })),
	},
	'worksection.contact.create': {
		parameters: () => ({ email: 'nora@example.com', name: 'Nora Nilsen' }),
		expected: () => [expect.objectContaining({ email: 'nora@example.com', created: true })],
	},
};
