import type { INodePropertyOptions } from 'n8n-workflow';
import type { Query } from '../../shared/http/connection';
import type { Shapes } from '../../shared/output/shape';
import type { Listing } from '../../shared/paging/listing';
import { idMode, fromList } from '../../shared/parameters/fields';
import { selectSent } from '../../shared/text/json';
import { voximplantListing } from '../voximplant.methods';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'ACD Queue ID', value: 'acd_queue_id', description: 'The ID of the queue' },
	{ name: 'ACD Queue Name', value: 'acd_queue_name', description: 'The name of the queue' },
	{
		name: 'ACD Queue Priority',
		value: 'acd_queue_priority',
		description: 'Priority. 0 is the highest.',
	},
	{ name: 'Application ID', value: 'application_id', description: 'Bound application' },
	{
		name: 'Auto Binding',
		value: 'auto_binding',
		description: 'Whether operators are bound by their skills',
	},
	{
		name: 'Average Service Time',
		value: 'average_service_time',
		description: 'In seconds',
	},
	{ name: 'Created', value: 'created', description: 'When the queue was created, UTC' },
	{ name: 'Deleted', value: 'deleted', description: 'When the queue was deleted, UTC' },
	{
		name: 'Max Queue Size',
		value: 'max_queue_size',
		description: 'Maximum number of calls in the queue',
	},
	{ name: 'Max Waiting Time', value: 'max_waiting_time', description: 'In minutes' },
	{ name: 'Modified', value: 'modified', description: 'When the queue was changed, UTC' },
	{
		name: 'Operator Count',
		value: 'operatorcount',
		description: 'Number of bound operators. Needs the option With Operator Count.',
	},
	{
		name: 'Service Level Thresholds',
		value: 'sl_thresholds',
		description: 'In seconds',
	},
	{
		name: 'Service Probability',
		value: 'service_probability',
		description:
			'From 0.5 to 1. With 1, this queue is always served before queues of lower priority.',
	},
	{ name: 'Skills', value: 'skills', description: 'Bound skills. Needs the option With Skills.' },
	{ name: 'Users', value: 'users', description: 'Bound users' },
];

const SIMPLIFIED = [
	'acd_queue_id',
	'acd_queue_name',
	'application_id',
	'acd_queue_priority',
	'auto_binding',
	'max_queue_size',
	'max_waiting_time',
	'average_service_time',
	'created',
	'modified',
];

/** Sent with the options With Operator Count and With Skills. */
const ASKED_FOR = ['operatorcount', 'skills'];

export const queueShapes: Shapes = {
	fields: rawFields,
	simplify: (queue) => selectSent(queue, SIMPLIFIED, ASKED_FOR),
};

export const queueModes = [fromList('searchQueues'), idMode('e.g. 7001')];

/** https://voximplant.com/docs/references/httpapi/queues#getqueues */
export const queueListing = (query: Query, what = 'queues'): Listing =>
	voximplantListing({ what, method: 'GetQueues', id: 'acd_queue_id' }, query);
