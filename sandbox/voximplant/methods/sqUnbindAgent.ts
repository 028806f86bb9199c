import type { Method } from '../method';
import { namedApplication } from '../references';
import { namedAgents, namedSmartQueues, smartQueuesOf } from '../smartQueueReferences';

/** https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-unbind-agent */
export const sqUnbindAgent: Method = (account, sent) => {
	const application = namedApplication(account, sent);
	const queues = namedSmartQueues(sent, smartQueuesOf(account, application));
	for (const agent of namedAgents(account, sent, application)) {
		agent.queues = agent.queues.filter((queue) => !queues.includes(queue));
	}
	return { result: 1 };
};
