import { isRecord, parseRecord } from '../../../sandbox/server/json';
import { Refusal, type Reply } from '../../../sandbox/server/reply';
import { mediaType, type ReceivedRequest } from '../../../sandbox/server/request';
import { type ProviderApi, SandboxServer } from '../../../sandbox/server/server';

export interface SlackMessage {
	/** With its #. */
	channel: string;
	text: string;
	/** The links behind its buttons, by what they say. */
	buttons?: Record<string, string>;
}

const channels: Record<string, string> = { '#autocalls': 'C0AUTOCALLS', '#general': 'C0GENERAL' };

/**
 * What a message may have here. Slack itself ignores what it doesn't know; the only such thing that is
 * let pass is `includeLinkToWorkflow`, an option of n8n's node that it leaves in the body.
 */
const taken = ['channel', 'text', 'blocks', 'mrkdwn', 'unfurl_links', 'includeLinkToWorkflow'];

/** https://docs.slack.dev/apis/web-api/#responses: HTTP 200, whatever became of it. */
const refusal = (error: string, more = {}): Refusal =>
	new Refusal({ status: 200, json: { ok: false, error, ...more } });

/** https://docs.slack.dev/reference/methods/chat.postMessage */
class SlackApi implements ProviderApi {
	readonly settings = {};
	readonly warnings: string[] = [];
	readonly messages: SlackMessage[] = [];

	constructor(readonly token: string) {}

	answer(request: ReceivedRequest): Reply {
		const [, method = ''] = /^\/api\/([\w.]+)$/.exec(request.path) ?? [];
		const { authorization } = request.headers;
		if (authorization === undefined) throw refusal('not_authed');
		if (authorization !== `Bearer ${this.token}`) throw refusal('invalid_auth');
		if (method === 'users.profile.get') return profile;
		if (method === 'chat.postMessage' && request.method === 'POST') return this.post(request);
		throw refusal('unknown_method', { req_method: method });
	}

	errorBody(status: number): unknown {
		return { ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' };
	}

	serialize(json: unknown): string {
		return JSON.stringify(json);
	}

	reset(): void {
		this.messages.length = 0;
	}

	private post(request: ReceivedRequest): Reply {
		const { id, ...sent } = messageIn(request);
		const { text } = sent;
		this.messages.push(sent);
		const ts = `1767225600.${String(this.messages.length).padStart(6, '0')}`;
		const message = { type: 'message', subtype: 'bot_message', text, ts, bot_id: 'B0N8N' };
		return { status: 200, json: { ok: true, channel: id, ts, message } };
	}
}

/** @throws Refusal where Slack, or this stand-in, would not take it */
function messageIn(request: ReceivedRequest): SlackMessage & { id: string } {
	const { channel, text, blocks } = bodyOf(request);
	const id = typeof channel === 'string' ? channels[channel] : undefined;
	if (typeof channel !== 'string' || id === undefined) throw refusal('channel_not_found');
	if (blocks !== undefined) return { channel, id, ...readBlocks(blocks) };
	if (typeof text !== 'string' || text.trim() === '') throw refusal('no_text');
	if (text.length > 40_000) throw refusal('msg_too_long');
	return { channel, id, text };
}

/**
 * https://docs.slack.dev/reference/block-kit/blocks, as far as *Send and Wait* sends them.
 *
 * @throws Refusal
 */
function readBlocks(blocks: unknown): Pick<SlackMessage, 'text' | 'buttons'> {
	if (!Array.isArray(blocks)) throw refusal('invalid_blocks_format');
	const texts: string[] = [];
	const buttons: Record<string, string> = {};
	for (const block of blocks.map((each: unknown) => (isRecord(each) ? each : {}))) {
		if (block.type === 'section') texts.push(textIn(block));
		else if (block.type === 'actions') Object.assign(buttons, buttonsIn(block));
		else if (block.type !== 'divider') throw refusal('invalid_blocks');
	}
	return { text: texts.join('\n').trim(), buttons };
}

/** https://docs.slack.dev/reference/block-kit/blocks/section-block: at most 3,000 characters */
function textIn({ text }: Record<string, unknown>): string {
	const { text: words } = isRecord(text) ? text : {};
	if (typeof words !== 'string' || words.length === 0 || words.length > 3000) {
		throw refusal('invalid_blocks');
	}
	return words;
}

function buttonsIn(block: Record<string, unknown>): Record<string, string> {
	const elements: unknown[] = Array.isArray(block.elements) ? block.elements : [];
	return Object.fromEntries(
		elements.map((element) => {
			const { type, url, text } = isRecord(element) ? element : {};
			if (type !== 'button' || typeof url !== 'string') throw refusal('invalid_blocks');
			return [textIn({ text }), url];
		}),
	);
}

function bodyOf(request: ReceivedRequest): Record<string, unknown> {
	if (mediaType(request) !== 'application/json') throw refusal('invalid_post_type');
	const body = parseRecord(request.bodyText);
	if (!body) throw refusal('invalid_json');
	const unknown = Object.keys(body).filter((name) => !taken.includes(name));
	if (unknown.length > 0) throw refusal('invalid_arguments', { response_metadata: { unknown } });
	return body;
}

const profile: Reply = { status: 200, json: { ok: true, profile: { real_name: 'n8n' } } };

export class Slack extends SandboxServer<SlackApi> {
	get messages(): SlackMessage[] {
		return this.api.messages;
	}

	/** Exactly the fields of n8n's credential `slackApi`. */
	get credentials() {
		return { accessToken: this.api.token, signatureSecret: '' };
	}
}

export const startSlack = async (): Promise<Slack> =>
	await new Slack(new SlackApi(['xoxb', '4711', 'madeUpForTests'].join('-')), {}).listen();
