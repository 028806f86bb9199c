import type { INodeProperties } from 'n8n-workflow';
import { fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';
import { applicationField } from '../application/applicationField';
import { queueListing } from '../queue/queue';
import { bindingFields } from './binding';
import type { BindingTarget } from './binding';
import { userField } from './chosenUser';

/** https://docs.voximplant.ai/api-reference/management-api/reference/queues/bind-user-to-queue */
export const QUEUE: BindingTarget = {
	method: 'BindUserToQueue',
	parameter: 'queue',
	noun: 'queue',
	title: 'Queue',
	id: 'acd_queue_id',
	name: 'acd_queue_name',
	search: 'acd_queue_name',
	listing: (query) => queueListing(query),
	inApplication: true,
	unknownCode: '218',
	next: "Check 'Queue', and that it belongs to the same application.",
	option: 'With Queues',
};

/** The fields of *Bind Queue* and *Unbind Queue*. */
export const queueBindingFields = (show: Show): INodeProperties[] => [
	applicationField(show),
	userField(show),
	{
		displayName: 'Queue',
		name: 'queue',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		typeOptions: { loadOptionsDependsOn: ['application.value'] },
		description:
			'The ACD queue of the application. Choose from the list, or enter its exact name or an ID.',
		modes: [
			fromList('searchQueues'),
			{
				displayName: 'By Name',
				name: 'name',
				type: 'string',
				placeholder: 'e.g. first-line',
			},
			idMode('e.g. 12345'),
		],
	},
	...bindingFields(show),
];
