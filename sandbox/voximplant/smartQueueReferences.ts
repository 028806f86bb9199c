import type { Account } from './account';
import type { Agent } from './agentRecords';
import type { Application } from './applicationRecords';
import { refuse } from './errors';
import type { Parameters } from './parameters';
import { isBound, namedUsers } from './references';
import type { SmartQueue } from './smartQueueRecords';

/** The queues of the application. */
export const smartQueuesOf = (account: Account, application: Application): SmartQueue[] =>
	account.smartQueues.filter(({ application_id: id }) => id === application.application_id);

/** By a list of ids or names, or `all`. The table has no code for an unknown one: 218 is UNCONFIRMED. */
export function namedSmartQueues(
	sent: Parameters,
	queues: readonly SmartQueue[],
	names: { id: string; name: string } = { id: 'sq_queue_id', name: 'sq_queue_name' },
): SmartQueue[] {
	const which = sent.exactlyOne(names.id, names.name);
	const values = sent.list(which) ?? [];
	if (values.join() === 'all') return [...queues];
	const key = which === names.id ? 'sq_queue_id' : 'sq_queue_name';
	return values.map((value) => queues.find((each) => String(each[key]) === value) ?? refuse(218));
}

/** By a list of ids or names, or `all`: only those of the application. */
export function namedAgents(account: Account, sent: Parameters, application: Application): Agent[] {
	const all = sent.text('user_id') === 'all';
	const users = namedUsers(account, sent);
	const own = users.filter((user) => isBound(user, application));
	if (!all && own.length < users.length) refuse(393);
	return own.map(({ user_id }) => account.agentOf(user_id));
}
