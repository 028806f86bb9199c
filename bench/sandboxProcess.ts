import type { Directory } from './directory';
import { credentialTypeOf } from '../test/harness/providers';
import type { Certificate } from './network/certificate';
import { overHttps } from './network/distance';
import { answerMessages } from './process';
import { type ProviderName, providers } from './providers';
import type { DirectoryOptions, RunningSandbox } from './providers/provider';

/** The process of the sandboxes. All implementations read the same ones. */

export type StartOptions = DirectoryOptions & {
	provider: ProviderName;
	/** Over HTTPS, through a network. */
	network?: { roundTripMs: number; certificate: Certificate };
};

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
	const { credentials, applicationId } = sandbox;
	const url = await addressOf(sandbox.url, options);
	const credentialType = credentialTypeOf(provider);
	const directory: Directory = {
		...{ provider, credentialType, url, users, pageSize },
		credentials: moved(credentials, sandbox.url, url),
		...(applicationId !== undefined && { applicationId }),
	};
	return { id: sandboxes.length - 1, directory };
}

async function addressOf(url: string, { network }: StartOptions): Promise<string> {
	if (!network) return url;
	const { origin } = new URL(url);
	return url.replace(origin, await overHttps(origin, network.roundTripMs, network.certificate));
}

/** A credential names the server, too. */
const moved = (credentials: Record<string, unknown>, from: string, to: string) =>
	Object.fromEntries(
		Object.entries(credentials).map(([name, value]) => [name, value === from ? to : value]),
	);

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
