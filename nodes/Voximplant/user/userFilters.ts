import { dateFilters } from '../../shared/operations/dateFilters';
import type { Filter } from '../../shared/operations/filters';
import { fromList, idMode } from '../../shared/parameters/fields';
import { asChosenId, asFlag, asText } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { choiceIn, listIn, plainTextIn } from '../../shared/parameters/values';
import { queueModes } from '../queue/queue';
import { skillModes } from '../skill/skill';

const ACD_STATUSES = [
	'OFFLINE',
	'ONLINE',
	'READY',
	'BANNED',
	'IN_SERVICE',
	'AFTER_SERVICE',
	'TIMEOUT',
	'DND',
] as const;

/** Lists are joined with semicolons. */
const asStatuses: SentField['send'] = (value, title) => {
	const chosen = listIn(value, title).map((status) => choiceIn(status, title, ACD_STATUSES));
	return { acd_status: chosen.join(';') };
};

/** One user, of those of the application. */
export const userFilter = (description: string): SentField => ({
	field: {
		displayName: 'User',
		name: 'userId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		typeOptions: { loadOptionsDependsOn: ['application.value'] },
		description,
		modes: [fromList('searchUsers'), idMode('e.g. 1234567')],
	},
	send: asChosenId('user_id'),
});

/** The filters of *Get Many*: all but the dates are the API's. */
export const userFilters: Filter[] = [
	{
		field: {
			displayName: 'ACD Queue',
			name: 'acdQueueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only users bound to this ACD queue. Choose from the list, or enter an ID.',
			modes: queueModes,
		},
		send: asChosenId('acd_queue_id'),
	},
	{
		field: {
			displayName: 'ACD Status',
			name: 'acdStatus',
			type: 'multiOptions',
			options: [
				{ name: 'After Service', value: 'AFTER_SERVICE' },
				{ name: 'Banned', value: 'BANNED' },
				{ name: 'Do Not Disturb', value: 'DND' },
				{ name: 'In Service', value: 'IN_SERVICE' },
				{ name: 'Offline', value: 'OFFLINE' },
				{ name: 'Online', value: 'ONLINE' },
				{ name: 'Ready', value: 'READY' },
				{ name: 'Timeout', value: 'TIMEOUT' },
			],
			default: [],
			description:
				'Only users with one of these operator states: OFFLINE, ONLINE, READY, BANNED, IN_SERVICE, AFTER_SERVICE, TIMEOUT, DND',
		},
		send: asStatuses,
	},
	...dateFilters({ title: 'Created', name: 'created', of: 'created', done: 'created' }),
	{
		field: {
			displayName: 'Excluded ACD Queue',
			name: 'excludedAcdQueueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only users not bound to this ACD queue. Choose from the list, or enter an ID.',
			modes: queueModes,
		},
		send: asChosenId('excluded_acd_queue_id'),
	},
	{
		field: {
			displayName: 'Excluded Skill',
			name: 'excludedSkillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only users without this skill. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('excluded_skill_id'),
	},
	...dateFilters({ title: 'Modified', name: 'modified', of: 'modified', done: 'changed' }),
	{
		field: {
			displayName: 'Skill',
			name: 'skillId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description: 'Only users with this skill. Choose from the list, or enter an ID.',
			modes: skillModes,
		},
		send: asChosenId('skill_id'),
	},
	userFilter('Only this user. Choose from the list, or enter an ID.'),
	{
		field: {
			displayName: 'User Active',
			name: 'userActive',
			type: 'boolean',
			default: true,
			description:
				'Whether to get only users who can log in (true) or only users who cannot (false)',
		},
		send: asFlag('user_active'),
	},
	{
		field: {
			displayName: 'User Display Name',
			name: 'userDisplayName',
			type: 'string',
			default: '',
			description: 'Only users whose display name contains this text',
		},
		send: asText('user_display_name'),
	},
	{
		field: {
			displayName: 'User Name',
			name: 'userName',
			type: 'string',
			default: '',
			description: 'Only users whose user name contains this text',
		},
		send: asText('user_name', plainTextIn),
	},
];
