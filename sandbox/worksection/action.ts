import type { Account } from './account';
import { refuse } from './errors';
import type { WorksectionSettings } from './settings';
import type { Parameters } from './signature';

/** What an action works with. */
export interface Context {
	readonly account: Account;
	readonly settings: WorksectionSettings;
}

export interface Action {
	/** Besides `action`. Others are ignored, and noted as warnings. */
	readonly parameters: readonly string[];
	/** What an OAuth2 token must allow. */
	readonly scope: string;
	/** The answer's `data`; undefined if it has none. */
	readonly run: (sent: Parameters, context: Context) => unknown;
}

/** "Too many tasks (10000 max)" in the FAQ on limits; for members INFERRED. */
const MOST_RECORDS = 10000;

/** The `data` of a list. */
export function list(items: readonly unknown[], { settings }: Context): unknown {
	if (items.length > MOST_RECORDS) refuse(1, `Too many records (${MOST_RECORDS} max)`);
	if (items.length === 0) return settings.emptyData === 'absent' ? undefined : [];
	return items;
}

export function required(sent: Parameters, field: string): string {
	const value = sent[field]?.trim() ?? '';
	return value === '' ? refuse(10, 'Field is required', field) : value;
}

export function requiredEmail(sent: Parameters): string {
	const email = required(sent, 'email');
	return /^[^\s@,]+@[^\s@,]+\.[^\s@,.]+$/.test(email) ? email : refuse(11, 'Invalid email', email);
}
