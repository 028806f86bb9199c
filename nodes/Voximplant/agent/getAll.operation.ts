import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { readFilters } from '../../shared/operations/filters';
import { getMany } from '../../shared/operations/getMany';
import { filtersField, returnAllAndLimit, showFor } from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { optionsField } from '../../shared/parameters/optionFields';
import { asFlag, readSentFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { applicationId, applicationIn } from '../application/application';
import { applicationField } from '../application/applicationField';
import { checkingSmartQueue } from '../smartQueue/smartQueue';
import { listOptionsWithoutTotal } from '../voximplant.methods';
import { agentListing, agentShapes, rawFields } from './agent';
import { agentFilters } from './agentFilters';

const show = showFor('agent', 'getAll');

const includeOptions: SentField[] = [
	{
		field: {
			displayName: 'With Queues',
			name: 'withQueues',
			type: 'boolean',
			default: false,
			description: 'Whether to get the SmartQueues that each agent is bound to',
		},
		send: asFlag('with_sq_queues'),
	},
	{
		field: {
			displayName: 'With Skills',
			name: 'withSkills',
			type: 'boolean',
			default: false,
			description: 'Whether to get the SmartQueue skills of each agent, with their levels',
		},
		send: asFlag('with_sq_skills'),
	},
	{
		field: {
			displayName: 'With Statuses',
			name: 'withStatuses',
			type: 'boolean',
			default: false,
			description: "Whether to get each agent's current statuses for calls and chats",
		},
		send: asFlag('with_sq_statuses'),
	},
];

export const fields: INodeProperties[] = [
	applicationField(show),
	...returnAllAndLimit(show),
	filtersField(show, agentFilters),
	...recordOutput(show, rawFields),
	optionsField(show, [...listOptionsWithoutTotal, ...includeOptions.map(({ field }) => field)]),
];

const list = getMany(async (item) => {
	const { query } = readFilters(item, agentFilters);
	const shown = readSentFields(item.options, includeOptions);
	const start = Number(item.settings.start ?? 0);
	const application_id = await applicationId(item, applicationIn(item));
	return { listing: agentListing({ application_id, ...query, ...shown }, start) };
}, agentShapes);

export const execute: Execute = async (item) =>
	await checkingSmartQueue(
		async () => await list(item),
		"Check the filters 'SmartQueue' and 'Excluded SmartQueue': both must belong to the application.",
	);
