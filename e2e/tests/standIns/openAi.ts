import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Ajv, { type AnySchema } from 'ajv';

/** One call of a tool that the model shall ask for. */
export interface ToolCall {
	tool: string;
	arguments: Record<string, unknown>;
}

interface Message {
	role: string;
	content?: unknown;
	tool_call_id?: string;
	tool_calls?: Array<{ id: string; function: { name: string; arguments: string } }>;
}

interface Tool {
	type: string;
	function: { name: string; description?: string; parameters: AnySchema };
}

interface Request {
	model: string;
	messages: Message[];
	tools?: Tool[];
}

/** What the stand-in refuses a request for, as OpenAI words it. */
class Refused extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

const key = 'sk-stand-in';
/** Of https://platform.openai.com/docs/api-reference/chat/create, as far as n8n sends them. */
const known = [
	...['model', 'messages', 'tools', 'tool_choice', 'parallel_tool_calls', 'stream', 'n', 'stop'],
	...['temperature', 'top_p', 'frequency_penalty', 'presence_penalty', 'max_tokens', 'user'],
];

/**
 * A chat model on this machine that speaks OpenAI's chat completions. It asks for the tool calls that it
 * is told to, one after the other, each only if the tool is offered and its schema accepts the arguments;
 * then it answers with the last tool's result, word for word.
 */
export class OpenAiStandIn {
	/** What the model will ask for, in this order. */
	plan: ToolCall[] = [];

	/** The tools that the last request offered. */
	offered: Tool[] = [];

	/** Why requests were refused. */
	readonly refusals: string[] = [];

	/** What a credential of the type `openAiApi` needs. */
	credentials = { apiKey: key, url: '' };

	private readonly server: Server = createServer((request, response) => {
		this.handle(request, response).catch((error: unknown) => {
			const { status = 500, message } = error as Partial<Refused>;
			this.refusals.push(message ?? '');
			send(response, status, { error: { message, type: 'invalid_request_error', code: null } });
		});
	});

	async listen(): Promise<this> {
		await new Promise<void>((resolve, reject) => {
			this.server.once('error', reject);
			this.server.listen(0, '127.0.0.1', resolve);
		});
		this.credentials.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
		return this;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const text = await bodyOf(request);
		if (`${request.method} ${request.url}` !== 'POST /v1/chat/completions') {
			throw new Refused(404, `Unknown request URL: ${request.method} ${request.url}.`);
		}
		if (request.headers.authorization !== `Bearer ${key}`) {
			throw new Refused(401, 'Incorrect API key provided.');
		}
		const asked = read(text);
		this.offered = asked.tools ?? [];
		send(response, 200, completion(asked.model, this.next(asked)));
	}

	/** The next call of the plan, or the result of the last. */
	private next({ messages }: Request): Message {
		const results = messages.filter(({ role }) => role === 'tool');
		const call = this.plan[results.length];
		if (call === undefined) return { role: 'assistant', content: String(results.at(-1)?.content) };
		this.check(call);
		const id = `call_${results.length + 1}`;
		const asked = { name: call.tool, arguments: JSON.stringify(call.arguments) };
		return { role: 'assistant', content: null, tool_calls: [{ id, function: asked }] };
	}

	private check({ tool, arguments: given }: ToolCall): void {
		const schema = this.offered.find((one) => one.function.name === tool)?.function.parameters;
		const names = this.offered.map((one) => one.function.name).join(', ');
		if (schema === undefined) throw new Refused(400, `No tool ${tool} is offered, but ${names}.`);
		const ajv = new Ajv({ strict: false });
		if (!ajv.validate(schema, given)) throw new Refused(400, `${tool}: ${ajv.errorsText()}`);
	}
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** @throws Refused where OpenAI would not take the request */
function read(text: string): Request {
	const body = JSON.parse(text) as Request & Record<string, unknown>;
	const unknown = Object.keys(body).filter((name) => !known.includes(name));
	if (unknown.length > 0) throw new Refused(400, `Unknown parameter: '${unknown.join("', '")}'.`);
	if (typeof body.model !== 'string') throw new Refused(400, 'you must provide a model parameter');
	if (body.stream === true) throw new Refused(400, 'This stand-in does not stream.');
	checkMessages(body.messages);
	(body.tools ?? []).forEach(checkTool);
	return body;
}

/** Every result belongs to a call that was asked for, and every call has its result. */
function checkMessages(messages: Message[]): void {
	if (!Array.isArray(messages) || messages.length === 0) {
		throw new Refused(400, "[] is too short - 'messages'");
	}
	const open = new Set<string>();
	for (const message of messages) follow(message, open);
	if (open.size > 0) throw new Refused(400, `No tool message answers ${[...open].join(', ')}.`);
}

/** @param open ids of the calls that have no result yet */
function follow(message: Message, open: Set<string>): void {
	const { role, tool_calls: calls = [], tool_call_id: id = '' } = message;
	if (role === 'tool' && !open.delete(id)) {
		throw new Refused(400, "messages with role 'tool' must answer a preceding 'tool_calls'.");
	}
	for (const call of calls) open.add(call.id);
}

function checkTool({ type, function: { name, description = '', parameters } }: Tool): void {
	if (type !== 'function') throw new Refused(400, `Invalid value: '${type}'.`);
	if (!/^[a-zA-Z0-9_-]{1,64}$/.test(name)) throw new Refused(400, `Invalid tool name '${name}'.`);
	if (description.length > 1024) throw new Refused(400, `The description of ${name} is too long.`);
	const { type: kind } = parameters as { type?: string };
	if (kind !== 'object') throw new Refused(400, `Invalid schema for function '${name}'.`);
	new Ajv({ strict: false }).compile(parameters);
}

const completion = (model: string, { tool_calls: calls, ...message }: Message) => ({
	id: 'chatcmpl-1',
	object: 'chat.completion',
	created: Math.floor(Date.now() / 1000),
	model,
	choices: [
		{
			index: 0,
			message: {
				...message,
				...(calls && { tool_calls: calls.map((call) => ({ ...call, type: 'function' })) }),
			},
			logprobs: null,
			finish_reason: calls ? 'tool_calls' : 'stop',
		},
	],
	usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
