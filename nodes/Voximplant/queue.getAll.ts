import { contains, readFilters } from '../shared/filters';
import type { ApiFilter, FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import type { Listing, Query } from '../shared/provider';
import { pick } from '../shared/read';
import { queueRawFields } from './queue.fields';
import { chosen, flag, shownOf, words } from './voximplant.filters';
import { QUEUES, voximplantList } from './voximplant.list';

/** https://voximplant.com/docs/references/httpapi/queues#getqueues */
export const voximplantQueues = (query: Query): Listing => voximplantList(QUEUES, query);

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

const FILTERS: FilterTable = {
	api: {
		acdQueueId: chosen('ACD Queue', 'acd_queue_id'),
		acdQueueName: words('ACD Queue Name', 'acd_queue_name'),
		applicationId: chosen('Application', 'application_id'),
		skillId: chosen('Skill', 'skill_id'),
		excludedSkillId: chosen('Excluded Skill', 'excluded_skill_id'),
	},
	node: { search: contains('Search', ({ acd_queue_name }) => [acd_queue_name]) },
};

const SHOWN: Record<string, ApiFilter> = {
	withOperatorCount: flag('With Operator Count', 'with_operatorcount'),
	withSkills: flag('With Skills', 'with_skills'),
};

export const getAllQueues = getAll(
	(item) => {
		const { query, passes } = readFilters(item, FILTERS);
		return { listing: voximplantQueues({ ...query, ...shownOf(item, SHOWN) }), passes };
	},
	{ fields: queueRawFields, simplify: (queue) => pick(queue, SIMPLIFIED) },
);
