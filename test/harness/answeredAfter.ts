import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault, LoggedRequest, Sandbox } from '../../sandbox';
import { until } from './until';

const PATIENCE_MS = 15_000;

/** Many short waits: after a standstill, timers that are due go before what came in meanwhile. */
async function takenUp(): Promise<void> {
	for (let turns = 0; turns < 10; turns++) await sleep(10);
}

/** A request's answer waits until another was answered, and the node has acted on that. */
export function answeredAfter(
	{ log }: Pick<Sandbox<object>, 'log'>,
	isOther: (request: LoggedRequest) => boolean,
): Fault {
	const answered = () => log.some((request) => request.status > 0 && isOther(request));
	return {
		kind: 'hold',
		until: async () => {
			await until('the other request was answered', answered, PATIENCE_MS);
			await takenUp();
		},
	};
}
