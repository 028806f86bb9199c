export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON object in a text; undefined if there is none. */
export function parseRecord(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isRecord(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

/** The JSON array in a text; undefined if there is none. */
export function parseList(text: string): unknown[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? (value as unknown[]) : undefined;
	} catch {
		return undefined;
	}
}

/**
 * JSON.stringify, except that under the given keys a string of digits is written as a bare number:
 * ids beyond 2^53, which a JavaScript number cannot hold.
 *
 * Inside a JSON string every quote has a backslash before it, so that only members match.
 */
export function toJson(value: unknown, ...bareKeys: string[]): string {
	const text = JSON.stringify(value);
	// The pattern takes longer than all the rest of an answer.
	if (!bareKeys.some((key) => text.includes(`"${key}":"`))) return text;
	const member = new RegExp(`"(${bareKeys.join('|')})":"(-?\\d+)"`, 'g');
	return text.replace(member, '"$1":$2');
}
