import type { Directory } from './directory';
import { credentialTypeOf } from '../test/harness/providers';
import { answerMessages } from './process';
import { type ProviderName, providers } from './providers';
import type { DirectoryOptions, RunningSandbox } from './providers/provider';

/** The process of the sandboxes. All implementations read the same ones. */

export type StartOptions = DirectoryOptions & { provider: ProviderName };

/** What a sandbox received since the last time it was asked. */
export interface Received {
	requests: number;
	/** By HTTP status. */
	statuses: Record<number, number>;
	warnings: string[];
	/** When each request arrived, in epoch milliseconds. */
	arrivals: number[];
}

export type Command =
	| { start: StartOptions }
	| { latencyMs: number; id: number }
	| { received: number }
	| { reset: number };

const sandboxes: RunningSandbox[] = [];

async function start(options: StartOptions): Promise<{ id: number; directory: Directory }> {
	const { provider, users, pageSize } = options;
	const sandbox = await providers[provider].start(options);
	sandboxes.push(sandbox);
	const { url, credentials, applicationId } = sandbox;
	const credentialType = credentialTypeOf(provider);
	const directory: Directory = {
		...{ provider, credentialType, url, credentials, users, pageSize },
		...(applicationId !== undefined && { applicationId }),
	};
	return { id: sandboxes.length - 1, directory };
}

function find(id: number): RunningSandbox {
	const sandbox = sandboxes[id];
	if (!sandbox) throw new Error(`There is no sandbox ${id}.`);
	return sandbox;
}

function received({ log, warnings }: RunningSandbox): Received {
	const statuses: Record<number, number> = {};
	for (const { status } of log) statuses[status] = (statuses[status] ?? 0) + 1;
	const arrivals = log.map(({ at }) => at);
	const all = { requests: log.length, statuses, warnings: [...warnings], arrivals };
	log.length = 0;
	warnings.length = 0;
	return all;
}

answerMessages<Command>(async (command) => {
	if ('start' in command) return await start(command.start);
	if ('received' in command) return received(find(command.received));
	if ('reset' in command) return find(command.reset).reset();
	find(command.id).latencyMs = command.latencyMs;
	return undefined;
});
