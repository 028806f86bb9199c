import type { INodeProperties } from 'n8n-workflow';
import { byIdLike, fromList } from '../shared/fields';

export const applicationModes = [fromList('searchApplications'), byIdLike('e.g. 1234567')];
export const queueModes = [fromList('searchQueues'), byIdLike('e.g. 7001')];
export const skillModes = [fromList('searchSkills'), byIdLike('e.g. 1234')];
export const userModes = [fromList('searchUsers'), byIdLike('e.g. 1234567')];

/** What GetUsers tells of each user. */
export const shownOptions = {
	withQueues: {
		displayName: 'With Queues',
		name: 'withQueues',
		type: 'boolean',
		default: false,
		description: 'Whether to get the ACD queues that each user is bound to (in raw output)',
	},

	withSkills: {
		displayName: 'With Skills',
		name: 'withSkills',
		type: 'boolean',
		default: false,
		description: 'Whether to get the skills of each user (in raw output)',
	},

	returnLiveBalance: {
		displayName: 'Return Live Balance',
		name: 'returnLiveBalance',
		type: 'boolean',
		default: true,
		description: 'Whether the balance is the live one; otherwise it is the last committed one',
	},

	showingSkillId: {
		displayName: 'Showing Skill',
		name: 'showingSkillId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'The one skill to show among the skills of each user, chosen from the list or named by ID',
		modes: skillModes,
	},
} as const satisfies Record<string, INodeProperties>;
