import type { LoggedRequest } from '../sandbox';
import { startAutocalls, startQuo, startVoximplant, startWorksection } from '../sandbox';
import { answer } from './child';
import type { Directory, ProviderName } from './providers';

/** The process of the sandboxes: all contestants meet the same ones. */

export interface Start {
	provider: ProviderName;
	users: number;
	pageSize: number;
	latencyMs: number;
	/** Keeps the provider's published rate. */
	rated: boolean;
}

/** What a sandbox saw since it was last asked. */
export interface Seen {
	requests: number;
	/** By HTTP status. */
	statuses: Record<number, number>;
	warnings: string[];
	/** When each arrived, in epoch milliseconds. */
	arrivals: number[];
}

export type Command =
	{ start: Start } | { latency: number; id: number } | { seen: number } | { reset: number };

interface Open {
	log: LoggedRequest[];
	warnings: string[];
	latencyMs: number;
	reset(): void;
}

const open: Open[] = [];

const starters = {
	autocalls: async ({ users, pageSize }: Start) =>
		await startAutocalls({ users, paginate: 'laravel', perPage: pageSize }),
	quo: async ({ users, rated }: Start) => await startQuo({ users, rateLimit: rated ? 10 : 0 }),
	voximplant: async ({ users }: Start) => await startVoximplant({ users }),
	worksection: async ({ users, rated }: Start) =>
		await startWorksection({ users, rateLimit: rated ? 1 : 0 }),
};

/** The first application of an account, by its id: the list itself would be in foreign hands. */
const FIRST_APPLICATION = 10;

async function start(asked: Start): Promise<{ id: number; directory: Directory }> {
	const sandbox = await starters[asked.provider](asked);
	sandbox.latencyMs = asked.latencyMs;
	const { url, credentials } = sandbox;
	const applicationId = 'accountId' in sandbox ? sandbox.accountId * FIRST_APPLICATION : 0;
	const { provider, users, pageSize } = asked;
	open.push(sandbox);
	const directory = { provider, url, credentials, users, pageSize, applicationId };
	return { id: open.length - 1, directory };
}

function find(id: number): Open {
	const sandbox = open[id];
	if (!sandbox) throw new Error(`There is no sandbox ${id}.`);
	return sandbox;
}

function seen({ log, warnings }: Open): Seen {
	const statuses: Record<number, number> = {};
	for (const { status } of log) statuses[status] = (statuses[status] ?? 0) + 1;
	const arrivals = log.map(({ at }) => at);
	const all = { requests: log.length, statuses, warnings: [...warnings], arrivals };
	log.length = 0;
	warnings.length = 0;
	return all;
}

answer<Command>(async (command) => {
	if ('start' in command) return await start(command.start);
	if ('seen' in command) return seen(find(command.seen));
	if ('reset' in command) return find(command.reset).reset();
	find(command.id).latencyMs = command.latency;
	return undefined;
});
