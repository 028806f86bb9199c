import type { Account } from '../account';
import type { Agent } from '../agentRecords';
import { refuse } from '../errors';
import type { Method } from '../method';
import { namedApplication } from '../references';
import type { SmartQueue } from '../smartQueueRecords';
import { namedAgents, namedSmartQueues, smartQueuesOf } from '../smartQueueReferences';

/** https://voximplant.com/docs/references/httpapi/structure/sqagentbindingmodes */
const MODES = ['add_queues', 'replace_agents', 'add', 'replace'] as const;

function unbindOthers(account: Account, queues: SmartQueue[]): void {
	for (const agent of account.agents) {
		agent.queues = agent.queues.filter((queue) => !queues.includes(queue));
	}
}

function bind(agents: Agent[], queues: SmartQueue[], keeps: boolean): void {
	for (const agent of agents) {
		const others = agent.queues.filter((queue) => !queues.includes(queue));
		agent.queues = keeps ? [...others, ...queues] : [...queues];
	}
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/smartqueue/sq-bind-agent */
export const sqBindAgent: Method = (account, sent) => {
	const application = namedApplication(account, sent);
	const queues = namedSmartQueues(sent, smartQueuesOf(account, application));
	const agents = namedAgents(account, sent, application);
	const asked = sent.text('bind_mode') ?? 'add_queues';
	const mode = MODES.find((each) => each === asked) ?? refuse(101);
	if (mode === 'replace_agents' || mode === 'replace') unbindOthers(account, queues);
	bind(agents, queues, mode === 'add_queues' || mode === 'replace_agents');
	return { result: 1 };
};
