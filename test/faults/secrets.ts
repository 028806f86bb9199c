import { inspect } from 'node:util';
import type { LoggedRequest } from '../../sandbox';
import type { NodeRun } from '../harness';

/** A secret that leaks in part leaks: so many of its characters in a row are looked for. */
const PIECE = 14;
const STEP = 5;

/** What was signed with: headers and hashes, as they went over the wire. */
function sentSecrets(log: readonly LoggedRequest[]): string[] {
	return log.flatMap(({ headers, rawQuery }) => {
		const authorization = headers.authorization?.replace(/^(Bearer|Admin) /, '') ?? '';
		const hash = /hash=(\w+)$/.exec(rawQuery)?.[1] ?? '';
		return [authorization, hash].filter(Boolean);
	});
}

/** The encodings of a secret: plain, in JSON, in a URL, in a form. */
function spellings(secret: string): string[] {
	const inUrl = encodeURIComponent(secret);
	const inForm = new URLSearchParams({ a: secret }).toString().slice(2);
	return [secret, JSON.stringify(secret).slice(1, -1), inUrl, inForm];
}

function* piecesOf(secret: string): Generator<string> {
	for (let at = 0; at === 0 || at + PIECE <= secret.length; at += STEP) {
		yield secret.slice(at, at + PIECE);
	}
}

/** The first piece of the secret that the text shows. */
function shown(text: string, secret: string): string | undefined {
	for (const spelling of new Set(spellings(secret))) {
		for (const piece of piecesOf(spelling)) if (text.includes(piece)) return piece;
	}
	return undefined;
}

const LOOKS = /-----BEGIN|\beyJ[\w-]{8,}|\b(Bearer|Admin) [\w|.~+/=-]{8,}|hash=[0-9a-f]{8,}/;

/** JSON without an end where something contains itself. */
function toJson(value: unknown): string {
	const seen = new Set<unknown>();
	return (
		JSON.stringify(value, (_, inner: unknown) => {
			if (typeof inner !== 'object' || inner === null) return inner;
			if (seen.has(inner)) return undefined;
			seen.add(inner);
			return inner;
		}) ?? ''
	);
}

/** What an execution or a poll shows, and what n8n saves of it. */
export interface Shown extends Pick<NodeRun, 'items' | 'hints' | 'error'> {
	run: { runData: unknown };
}

/** All of it, by name. */
export function textsOf({ run, items, hints, error }: Shown): Record<string, string> {
	const { message = '', stack = '', cause } = error ?? {};
	const { description, context, messages } = { ...error } as Record<string, unknown>;
	return {
		'run data': toJson(run.runData),
		error: toJson(error),
		message,
		stack,
		description: inspect(description),
		cause: `${inspect(cause, { depth: 9 })}${toJson(cause)}`,
		context: `${inspect(context, { depth: 9 })}${toJson(context)}`,
		messages: toJson(messages),
		items: toJson(items),
		hints: toJson(hints),
	};
}

/** Where something shows that must not. */
export function leaks(
	run: Shown,
	{ secrets, log }: { secrets: readonly string[]; log: readonly LoggedRequest[] },
): string[] {
	const all = [...new Set([...secrets, ...sentSecrets(log)])];
	return Object.entries(textsOf(run)).flatMap(([name, text]) => {
		const found = all.map((secret) => shown(text, secret)).find((piece) => piece !== undefined);
		const look = LOOKS.exec(text)?.[0];
		return found || look ? [`a secret shows in ${name}: …${found ?? look}…`] : [];
	});
}
