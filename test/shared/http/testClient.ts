import '../../harness/environment';
import 'reflect-metadata';
import { configureGlobalAxiosDefaults, OutboundHttp } from '@n8n/backend-network';
import { Container } from '@n8n/di';
import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { Client, type Limits } from '../../../nodes/shared/http/client';
import { ProviderError } from '../../../nodes/shared/errors';
import type { Call, Connection } from '../../../nodes/shared/http/connection';
import { isRecord } from '../../../nodes/shared/text/json';
import type { Helper } from '../../../nodes/shared/http/exchange';
import { node, plainConnection } from '../fakeItem';

configureGlobalAxiosDefaults();

type Sign = (options: IHttpRequestOptions) => void | Promise<void>;

export const KEY = 'k-5f2d8e1c7b3a';

/** n8n's own way from a node to the network, without the node (n8n-core 2.41, authentication.js). */
export function helperWith(sign: Sign, signal?: AbortSignal): Helper {
	const send = async (options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		try {
			if (signal) options.abortSignal = signal;
			await sign(options);
			const requests = Container.get(OutboundHttp).requests();
			return (await requests.request(options)) as IN8nHttpFullResponse;
		} catch (error) {
			throw new NodeApiError(node, error as { message: string });
		}
	};
	return { send, signal };
}

export const bearer: Sign = (options) => {
	options.headers = { ...options.headers, Authorization: `Bearer ${KEY}` };
};

export interface ClientOptions {
	url: string;
	connection?: Partial<Connection>;
	sign?: Sign;
	signal?: AbortSignal;
	limits?: Partial<Limits>;
}

export const call: Call = { method: 'GET', path: '/users' };
export const change: Call = { method: 'POST', path: '/users', json: { name: 'Ada' } };

/** A client whose waits are short, and how its reading and writing end. */
export function clientFor({ url, connection, sign = bearer, signal, limits }: ClientOptions) {
	const plain: Connection = {
		...plainConnection,
		baseUrl: () => url,
		secrets: () => [KEY],
		...connection,
	};
	const client = new Client(helperWith(sign, signal), plain, { apiKey: KEY, url });
	const bounds: Limits = { timeoutMs: 10_000, retries: 0, maxWaitMs: 1000, ...limits };
	const reader = ({ body }: { body: unknown }) =>
		isRecord(body) && body.ok === true ? body : undefined;
	return {
		read: async (of = call) => await ending(client.read(of, reader, bounds)),
		write: async (of = change) => await ending(client.write(of, reader, bounds)),
	};
}

export interface Ending {
	value?: unknown;
	error?: ProviderError;
	/** Everything that the error would show anywhere. */
	shown: string;
	ms: number;
}

async function ending(promise: Promise<unknown>): Promise<Ending> {
	const start = Date.now();
	try {
		const value = await promise;
		return { value, shown: JSON.stringify(value), ms: Date.now() - start };
	} catch (error) {
		if (!(error instanceof ProviderError)) throw error;
		const shown = `${error.message} ${JSON.stringify(error.details)} ${error.stack}`;
		return { error, shown, ms: Date.now() - start };
	}
}
