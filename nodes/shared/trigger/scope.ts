import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { isRecord, text } from '../text/json';
import type { Connection } from '../http/connection';

/** What a snapshot is of. When one of these changes, two lists can't be compared. */
export interface Scope {
	/** The provider's title, and whose users they are. */
	account: string[];
	application: unknown;
	/** As entered: an expression, not its value. */
	filters: unknown;
	watched: readonly string[];
}

/** With names in one order, and without what the editor keeps beside a choice for display. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (!isRecord(value)) return value;
	if ('__rl' in value) {
		// Chosen from the list and entered by ID, in whatever form, are the same.
		const mode = value.mode === 'list' ? 'id' : value.mode;
		return { mode, value: text(value.value) ?? plain(value.value) };
	}
	const names = Object.keys(value).sort();
	return Object.fromEntries(names.map((name) => [name, plain(value[name])]));
}

/** A digest: filters may hold names and e-mail addresses. */
export function scopeOf({ account, application, filters, watched }: Scope): string {
	const content = JSON.stringify([account, plain(application), plain(filters), watched]);
	return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** Whose users they are: never made from a key, which may be changed. */
export function accountOf(
	connection: Connection,
	credentials: ICredentialDataDecryptedObject,
	node: INode,
): string[] {
	const { title, credential } = connection;
	const named = connection.account?.(credentials);
	if (named !== undefined) return [title, named];
	const id = node.credentials?.[credential]?.id ?? '';
	return [title, connection.baseUrl(credentials), id];
}
