import type { INodePropertyOptions } from 'n8n-workflow';
import type { Filter } from '../../shared/operations/filters';
import { asChosenId, asText } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { choiceIn, listIn, plainTextIn } from '../../shared/parameters/values';
import { smartQueueModes } from '../smartQueue/smartQueue';
import { userFilter } from '../user/userFilters';

const CHANNELS = { CALL: 'Calls', IM: 'Chats' };

const STATUSES = {
	AFTER_SERVICE: 'After Service',
	DND: 'Do Not Disturb',
	IN_SERVICE: 'In Service',
	OFFLINE: 'Offline',
	ONLINE: 'Online',
	READY: 'Ready',
};

const statusOptions: INodePropertyOptions[] = Object.entries(CHANNELS).flatMap(
	([channel, channelTitle]) =>
		Object.entries(STATUSES).map(([status, title]) => ({
			name: `${channelTitle}: ${title}`,
			value: `${channel}:${status}`,
		})),
);

interface AgentStatus {
	sq_status_type: string;
	sq_status_name: string;
}

const meant = (channels: string[], status: string): AgentStatus[] =>
	channels.map((channel) => ({ sq_status_type: channel, sq_status_name: status }));

/** What each choice stands for in the API: a status alone is that of either channel. */
const MEANINGS = new Map<string, AgentStatus[]>(
	Object.keys(STATUSES).flatMap((status) => {
		const channels = Object.keys(CHANNELS);
		const each = channels.map((one) => [`${one}:${status}`, meant([one], status)] as const);
		return [...each, [status, meant(channels, status)] as const];
	}),
);

const asStatuses: SentField['send'] = (value, title) => {
	const chosen = listIn(value, title).map((one) => choiceIn(one, title, [...MEANINGS.keys()]));
	const statuses = [...new Set(chosen)].flatMap((one) => MEANINGS.get(one) ?? []);
	return { sq_statuses: JSON.stringify(statuses) };
};

/** The filters of *Get Many*; all are the API's. */
export const agentFilters: Filter[] = [
	{
		field: {
			displayName: 'Excluded SmartQueue',
			name: 'excludedQueueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			typeOptions: { loadOptionsDependsOn: ['application.value'] },
			description:
				'Only agents not bound to this SmartQueue. Choose from the list, or enter an ID.',
			modes: smartQueueModes,
		},
		send: asChosenId('excluded_sq_queue_id'),
	},
	{
		field: {
			displayName: 'SmartQueue',
			name: 'queueId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			typeOptions: { loadOptionsDependsOn: ['application.value'] },
			description: 'Only agents bound to this SmartQueue. Choose from the list, or enter an ID.',
			modes: smartQueueModes,
		},
		send: asChosenId('sq_queue_id'),
	},
	{
		field: {
			displayName: 'Statuses',
			name: 'statuses',
			type: 'multiOptions',
			options: statusOptions,
			default: [],
			description:
				'Only agents with one of these statuses: CALL:READY is ready for calls, IM:READY for chats, READY for either. Others are OFFLINE, ONLINE, IN_SERVICE, AFTER_SERVICE, DND.',
		},
		send: asStatuses,
	},
	userFilter('Only the agent who is this user. Choose from the list, or enter an ID.'),
	{
		field: {
			displayName: 'User Name Contains',
			name: 'userNameContains',
			type: 'string',
			default: '',
			description: 'Only agents whose user name contains this text, as Voximplant compares it',
		},
		send: asText('user_name_template', plainTextIn),
	},
];
