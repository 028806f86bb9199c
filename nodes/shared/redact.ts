import { isRecord } from './read';

export const HIDDEN = '[hidden]';

/** Shorter values would also stand in innocent words. */
const SHORTEST_IN_TEXT = 4;
const SHORTEST_IN_DATA = 8;

const SECRET_LOOKS: ReadonlyArray<[RegExp, string]> = [
	[/-----BEGIN [\s\S]*?(?:-----END [A-Z ]*-----|$)/g, HIDDEN],
	[/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, HIDDEN],
	[/\b(Bearer|Admin)\s+[\w|.~+/=-]{8,}/g, `$1 ${HIDDEN}`],
	[/\bhash=[0-9a-f]{8,}/gi, `hash=${HIDDEN}`],
];

/** A secret as it may stand in a text: plain, inside JSON, inside a URL or a form. */
function spellings(secret: string): string[] {
	const inJson = JSON.stringify(secret).slice(1, -1);
	const inUrl = encodeURIComponent(secret);
	return [...new Set([secret, inJson, inUrl, inUrl.replace(/%20/g, '+')])];
}

function hideKnown(text: string, secrets: readonly string[], shortest: number): string {
	let shown = text;
	for (const secret of secrets) {
		if (secret.length < shortest) continue;
		for (const spelling of spellings(secret)) {
			if (shown.includes(spelling)) shown = shown.split(spelling).join(HIDDEN);
		}
	}
	return shown;
}

/** For messages: known secrets, and whatever looks like one. */
export function redactText(text: string, secrets: readonly string[]): string {
	const shown = hideKnown(text, secrets, SHORTEST_IN_TEXT);
	return SECRET_LOOKS.reduce((words, [look, instead]) => words.replace(look, instead), shown);
}

/**
 * For answers that become items: known secrets only, and only inside texts, so that data stays as it
 * is. `text` is what `body` was parsed from.
 */
export function redactData(body: unknown, text: string, secrets: readonly string[]): unknown {
	const long = secrets.filter((secret) => secret.length >= SHORTEST_IN_DATA);
	const found = long.filter((secret) => spellings(secret).some((form) => text.includes(form)));
	return found.length > 0 ? hideInside(body, found) : body;
}

function hideInside(value: unknown, secrets: readonly string[]): unknown {
	if (typeof value === 'string') return hideKnown(value, secrets, SHORTEST_IN_DATA);
	if (Array.isArray(value)) return value.map((entry) => hideInside(entry, secrets));
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, entry]) => [name, hideInside(entry, secrets)]),
	);
}
