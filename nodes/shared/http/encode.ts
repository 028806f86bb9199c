import type { Call, Query } from './connection';

/** A call's body and its content type. */
export function bodyOf({ form, json }: Call): { body?: string; type?: string } {
	if (form) return { body: encodeQuery(form), type: 'application/x-www-form-urlencoded' };
	if (json) return { body: JSON.stringify(json), type: 'application/json' };
	return {};
}

export function encodeQuery(query: Query): string {
	return Object.entries(query)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');
}

/** A variable part of a path: whatever it holds, it stays one part. */
export function segment(value: string): string {
	const encoded = encodeURIComponent(value);
	return /^\.{1,2}$/.test(encoded) ? encoded.replace(/\./g, '%2E') : encoded;
}
