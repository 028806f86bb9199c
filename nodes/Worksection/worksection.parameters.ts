import type { SignedRequest } from '../shared/auth/signedRequest';

export type Parameters = Record<string, unknown>;

const isGroup = (value: unknown): value is Parameters =>
	typeof value === 'object' && value !== null && !(value instanceof Date);

function scalar(value: unknown): string {
	if (typeof value === 'string') return value;
	if (value instanceof Date) return value.toISOString();
	return value === null || value === undefined ? '' : JSON.stringify(value);
}

/**
 * All but RFC 3986's unreserved characters, so that no URL parser finds anything left to encode.
 * Half an emoji becomes a replacement character, as everywhere in UTF-8.
 */
const encode = (text: string): string =>
	encodeURIComponent(Buffer.from(text).toString()).replace(
		/[!'()*]/g,
		(mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
	);

/** `qs` as encoded `key=value` pairs, in the order given, arrays written as the request asks. */
export function encodeParameters(options: SignedRequest): string[] {
	const format = arrayFormatOf(options);
	return Object.entries(options.qs ?? {}).flatMap(([name, value]) => pairs(name, value, format));
}

function arrayFormatOf({ arrayFormat, qsStringifyOptions, useQuerystring }: SignedRequest): string {
	if (useQuerystring === true) return 'repeat';
	return arrayFormat ?? qsStringifyOptions?.arrayFormat ?? 'indices';
}

function pairs(name: string, value: unknown, format: string): string[] {
	if (value === undefined) return [];
	if (!isGroup(value)) return [`${encode(name)}=${encode(scalar(value))}`];
	if (!Array.isArray(value)) {
		return Object.entries(value).flatMap(([key, item]) => pairs(`${name}[${key}]`, item, format));
	}
	if (format === 'comma' && value.length > 0) {
		return pairs(name, value.map(scalar).join(','), format);
	}
	const suffix = (index: number) => ({ repeat: '', brackets: '[]' })[format] ?? `[${index}]`;
	return value.flatMap((item, index) => pairs(`${name}${suffix(index)}`, item, format));
}

/** Every parameter of a request: of its address, its `qs` and its body, the later ones win. */
export function gatherParameters(query: string, { qs, body, form }: SignedRequest): Parameters {
	return { ...ofQuery(query), ...qs, ...ofBody(form), ...ofBody(body) };
}

/** A name that comes more than once, or as `name[]` or `name[0]`, is a list. */
function ofQuery(query: string | URLSearchParams): Parameters {
	const found = new Map<string, unknown>();
	for (const [written, value] of new URLSearchParams(query)) {
		const name = written.replace(/\[\d*\]$/, '');
		const before = found.get(name);
		const isList = name !== written || before !== undefined;
		found.set(name, isList ? [before ?? [], value].flat() : value);
	}
	return Object.fromEntries(found);
}

function ofBody(body: unknown): Parameters {
	if (body instanceof URLSearchParams) return ofQuery(body);
	if (typeof body === 'string') return ofText(body);
	return isGroup(body) && !Array.isArray(body) ? body : {};
}

function ofText(text: string): Parameters {
	try {
		const parsed: unknown = JSON.parse(text);
		return isGroup(parsed) ? parsed : {};
	} catch {
		return ofQuery(text);
	}
}

/** Whether the request carries files, which stay what they are. */
export function isMultipart({ formData, body }: SignedRequest): boolean {
	return formData !== undefined || (isGroup(body) && typeof body.getHeaders === 'function');
}
