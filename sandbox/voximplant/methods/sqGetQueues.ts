import type { Method } from '../method';
import { namedApplication } from '../references';
import { namedSmartQueues, smartQueuesOf } from '../smartQueueReferences';
import { pageWithoutTotal } from './page';

/** https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-get-queues */
export const sqGetQueues: Method = (account, sent, limits) => {
	const all = smartQueuesOf(account, namedApplication(account, sent));
	const isNamed = sent.has('sq_queue_id') || sent.has('sq_queue_name');
	const named = isNamed ? namedSmartQueues(sent, all) : all;
	const part = sent.text('sq_queue_name_template');
	const matching = named.filter(({ sq_queue_name: name }) => !part || name.includes(part));
	const { result } = pageWithoutTotal(sent, matching, limits);
	return { result: result.map(({ application_id: _hidden, ...queue }) => queue) };
};
