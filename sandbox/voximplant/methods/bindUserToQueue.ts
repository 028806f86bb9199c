import { refuse } from '../errors';
import type { Method } from '../method';
import { bound } from '../queueRecords';
import { isBound, namedApplication, namedItems, namedUsers } from '../references';

export const bindUserToQueue: Method = (account, sent) => {
	const bind = sent.flag('bind') ?? refuse(134);
	const application = namedApplication(account, sent);
	const users = namedUsers(account, sent);
	if (users.some((user) => !isBound(user, application))) refuse(393);
	const keys = { id: 'acd_queue_id', name: 'acd_queue_name', unknown: 218 } as const;
	const queues = namedItems(sent, { ...keys, items: account.queues });
	// "users and queues should be already bound to the same application"; the code is UNCONFIRMED
	if (queues.some(({ application_id: id }) => id !== application.application_id)) refuse(218);
	for (const user of users) {
		const others = user.acd_queues.filter(
			({ acd_queue_id: id }) => !queues.some((queue) => queue.acd_queue_id === id),
		);
		user.acd_queues = bind ? [...others, ...queues.map(bound)] : others;
	}
	return { result: 1 };
};
