import type { SentField } from '../../shared/parameters/sentFields';
import { asChosenId, asFlag } from '../../shared/parameters/sentFields';
import { skillModes } from '../skill/skill';

export const withQueues: SentField = {
	field: {
		displayName: 'With Queues',
		name: 'withQueues',
		type: 'boolean',
		default: false,
		description:
			'Whether to get the ACD queues that each user is bound to (in simplified and raw output)',
	},
	send: asFlag('with_queues'),
};

export const withSkills: SentField = {
	field: {
		displayName: 'With Skills',
		name: 'withSkills',
		type: 'boolean',
		default: false,
		description: 'Whether to get the skills of each user (in simplified and raw output)',
	},
	send: asFlag('with_skills'),
};

/** The options that say what GetUsers tells of each user. */
export const includeOptions: SentField[] = [
	{
		field: {
			displayName: 'Live Balance',
			name: 'returnLiveBalance',
			type: 'boolean',
			default: true,
			description: 'Whether to get the current balance instead of the last committed one',
		},
		send: asFlag('return_live_balance'),
	},
	{
		field: {
			displayName: 'Skill to Show',
			name: 'showingSkillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description:
				'The only skill to show among the skills of each user. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('showing_skill_id'),
	},
	withQueues,
	withSkills,
];
