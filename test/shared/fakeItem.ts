import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	IN8nHttpFullResponse,
	INode,
	INodeParameters,
} from 'n8n-workflow';
import { Item } from '../../nodes/shared/execution/item';
import type { Execute } from '../../nodes/shared/execution/provider';
import { executionSource, RunContext } from '../../nodes/shared/execution/runContext';
import type { Connection } from '../../nodes/shared/http/connection';
import { record, text } from '../../nodes/shared/text/json';

export const node: INode = {
	id: 'node',
	name: 'Node',
	type: 'made-up.node',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** A provider as plain as can be: any status from 400 on is an error, its text is `message`. */
export const plainConnection: Connection = {
	title: 'Plainly',
	credential: 'plainlyApi',
	baseUrl: () => 'https://plainly.example',
	secrets: ({ apiKey }) => [text(apiKey) ?? ''],
	readError: ({ status, body }) =>
		status < 400 ? undefined : { text: text(record(body)?.message) ?? 'no' },
};

export interface Reply {
	status?: number;
	body: unknown;
	headers?: Record<string, string>;
}

export interface FakeOptions {
	zone?: string;
	/** How many input items there are. */
	count?: number;
	connection?: Connection;
	/** What the provider answers; without it every request fails the test. */
	answer?: (options: IHttpRequestOptions) => Reply | Promise<Reply>;
	signal?: AbortSignal;
	/** *On Error: Continue*. */
	continues?: boolean;
	retryOnFail?: boolean;
	/** The node's type. */
	type?: string;
	credentials?: (type: string, itemIndex?: number) => Promise<IDataObject>;
}

/** As the node saves them: one that each item has for itself is an expression. */
const entered = (parameters: IDataObject[] | IDataObject): INodeParameters =>
	(Array.isArray(parameters)
		? Object.fromEntries(
				parameters.flatMap((each) => Object.keys(each)).map((name) => [name, '={{ $json }}']),
			)
		: parameters) as INodeParameters;

/** n8n, as far as a run asks it for something. */
export function fakeContext(
	parameters: IDataObject[] | IDataObject,
	options: FakeOptions = {},
): { context: IExecuteFunctions; hints: string[] } {
	const { zone = 'UTC', count = 1, signal, continues = false } = options;
	const hints: string[] = [];
	const context: unknown = {
		getNode: () => ({
			...node,
			parameters: entered(parameters),
			...(options.type === undefined ? {} : { type: options.type }),
			...(options.retryOnFail ? { retryOnFail: true } : {}),
		}),
		getTimezone: () => zone,
		getInputData: () => Array.from({ length: count }, () => ({ json: {} })),
		getNodeParameter: (name: string, index: number, fallback: unknown) =>
			(Array.isArray(parameters) ? parameters[index] : parameters)?.[name] ?? fallback,
		continueOnFail: () => continues,
		getExecutionCancelSignal: () => signal,
		getCredentials: options.credentials ?? (async () => ({ apiKey: 'key-of-the-fake' })),
		addExecutionHints: (...added: Array<{ message: string }>) =>
			void hints.push(...added.map(({ message }) => message)),
		helpers: { httpRequestWithAuthentication: sendWith(options.answer) },
	};
	return { context: context as IExecuteFunctions, hints };
}

/** A run of a node without n8n around it. */
export function fakeRun(parameters: IDataObject[] | IDataObject, options: FakeOptions = {}) {
	const { connection = plainConnection } = options;
	const { context, hints } = fakeContext(parameters, options);
	const runContext = new RunContext(executionSource(context), connection);
	const item = (index = 0) => new Item(runContext, index);
	return {
		context: runContext,
		item,
		/** Ends the run and gives its hints. */
		hints: async () => {
			await runContext.close();
			return hints;
		},
		run: async (execute: Execute, index = 0) => {
			const results = await execute(item(index));
			return Array.isArray(results) ? results : await results.afterAll();
		},
	};
}

export const fakeItem = (parameters: IDataObject, options: FakeOptions = {}): Item =>
	fakeRun(parameters, options).item();

/** n8n's helper, which answers as it is told. */
export function sendWith(answer: FakeOptions['answer']) {
	return async (_type: string, options: IHttpRequestOptions): Promise<IN8nHttpFullResponse> => {
		if (!answer) throw new Error('Nothing was to be sent.');
		const { status = 200, body, headers = {} } = await answer(options);
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return { statusCode: status, headers, body: text };
	};
}
