import { charactersLike, hasRun } from '../text/characterRun';
import { isRecord } from '../text/json';
import type { Signature } from './connection';

export const HIDDEN = '[hidden]';

/** Shorter values would also stand in innocent words. */
const SHORTEST_IN_TEXT = 4;
const SHORTEST_IN_DATA = 8;

/** The lines of a PEM file have 64 characters: https://www.rfc-editor.org/rfc/rfc7468#section-2 */
const KEY_LINE = 64;
const BASE64 = charactersLike(/[A-Za-z0-9+/=]/);
const ONLY_KEY_LINE = /^[A-Za-z0-9+/=]{64,}$/;
const hasKeyLine = (text: string) => hasRun(text, KEY_LINE, BASE64);

/** What looks like a secret, and what is shown instead. */
export type SecretPattern = readonly [pattern: RegExp, replacement: string];

const literally = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** The patterns that every provider has, and those of its signature. */
export function secretPatterns({ query = [], schemes = [] }: Signature = {}): SecretPattern[] {
	const words = ['Bearer', ...schemes].map(literally).join('|');
	return [
		[/-----BEGIN [\s\S]*?(?:-----END [A-Z ]*-----|$)/g, HIDDEN],
		[/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, HIDDEN],
		// With a digit in it: "Bearer authentication is required" is no secret.
		[new RegExp(`\\b(${words})\\s+(?=\\S*\\d)[\\w|.~+/=-]{8,}`, 'g'), `$1 ${HIDDEN}`],
		...query.map((name): SecretPattern => [
			new RegExp(`\\b(${literally(name)})=[\\w.~+/%-]{8,}`, 'gi'),
			`$1=${HIDDEN}`,
		]),
	];
}

/** A secret as it may stand in a text: plain, inside JSON, inside a URL or a form. */
export function spellings(secret: string): string[] {
	const inJson = JSON.stringify(secret).slice(1, -1);
	const inUrl = encodeURIComponent(secret);
	return [secret, inJson, inUrl, inUrl.replace(/%20/g, '+')];
}

/** What to look for; the longest first, since a shorter secret may be a part of it. */
function searched(secrets: readonly string[], shortest: number): string[] {
	const long = secrets.filter(({ length }) => length >= shortest);
	return [...new Set(long.flatMap(spellings))].sort((a, b) => b.length - a.length);
}

function hide(text: string, known: readonly string[]): string {
	let shown = text;
	for (const secret of known) {
		if (shown.includes(secret)) shown = shown.split(secret).join(HIDDEN);
	}
	return shown;
}

/** For messages: known secrets, and whatever looks like one. */
export function redactText(
	text: string,
	secrets: readonly string[],
	patterns: readonly SecretPattern[],
): string {
	const shown = hide(text, searched(secrets, SHORTEST_IN_TEXT));
	return patterns.reduce((words, [pattern, instead]) => words.replace(pattern, instead), shown);
}

/**
 * For answers that become items: known secrets only, and only inside texts, so that data stays as it
 * is. `text` is what `body` was parsed from.
 */
export function redactData(body: unknown, text: string, secrets: readonly string[]): unknown {
	// JSON has many ways to escape the same character; JSON.stringify uses those that are looked for.
	const plain = /\\[u/]/.test(text) ? (JSON.stringify(body) ?? text) : text;
	return mayHold(plain, secrets) ? hideInside(body, searched(secrets, SHORTEST_IN_DATA)) : body;
}

/**
 * In a profile of 10,000 users, looking for each spelling of each line of a private key in each text
 * took longer than all else that the node does: what a page has no sign of is not looked for in it.
 */
function mayHold(text: string, secrets: readonly string[]): boolean {
	const missing = ['\\', '%'].filter((sign) => !text.includes(sign));
	const mayBeKeyLine = hasKeyLine(text);
	// Spelled for a URL, such a line either stays as it is or has a % in it.
	const isOut = (secret: string) =>
		!mayBeKeyLine && missing.includes('%') && ONLY_KEY_LINE.test(secret);
	const isThere = (spelling: string) =>
		!missing.some((sign) => spelling.includes(sign)) &&
		(mayBeKeyLine || !hasKeyLine(spelling)) &&
		text.includes(spelling);
	return secrets.some(
		(secret) =>
			secret.length >= SHORTEST_IN_DATA &&
			!isOut(secret) &&
			[...new Set(spellings(secret))].some(isThere),
	);
}

function hideInside(value: unknown, known: readonly string[]): unknown {
	if (typeof value === 'string') return hide(value, known);
	if (Array.isArray(value)) return value.map((entry) => hideInside(entry, known));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [hide(name, known), hideInside(entry, known)]),
	);
}
