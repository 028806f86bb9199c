import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../errors';
import type { Rows } from './comparison';
import { damaged, START_ANEW } from './damaged';
import { idIn, isRow } from './row';
import type { RowFormat } from './row';

/**
 * What a trigger remembers, in the node's static data. Its users are one string, one line per user: n8n
 * copies and compares nested objects, which took ten times as long for 50,000 users.
 */
export interface Snapshot {
	/** What the list is of: account, application, filters, watched fields. */
	scope: string;
	/** How many polls told something. */
	counter: number;
	users: string;
}

const VERSION = 1;
const FIELDS = ['version', 'scope', 'counter', 'users'];

/** Behind the last user: nothing else is written like that, and a text that was cut lacks it. */
const END = '~.';

/** n8n keeps the static data of a whole workflow in one field of its database. */
export const MOST_BYTES = 8_000_000;

/**
 * undefined where nothing is remembered yet.
 *
 * @throws {InputError} where it is damaged, or of a later version
 */
export function readSnapshot(data: IDataObject): Snapshot | undefined {
	if (FIELDS.every((name) => data[name] === undefined)) return undefined;
	const { version, scope, counter, users } = data;
	refuseLater(version);
	if (version !== VERSION || typeof scope !== 'string' || typeof users !== 'string') {
		throw damaged();
	}
	if (scope === '') throw damaged();
	return { scope, counter: countIn(counter), users };
}

/** Whether nothing was remembered since the snapshot was read. */
export const isStill = (data: IDataObject, snapshot: Snapshot | undefined): boolean =>
	data.users === snapshot?.users &&
	data.counter === snapshot?.counter &&
	data.scope === snapshot?.scope;

function refuseLater(version: unknown): void {
	if (typeof version !== 'number' || version <= VERSION) return;
	throw new InputError(
		`What this node remembers was saved by a later version of this package (format ${version}; this version reads ${VERSION}).`,
		`Update the package. ${START_ANEW}`,
	);
}

function countIn(counter: unknown): number {
	if (typeof counter === 'number' && Number.isSafeInteger(counter) && counter >= 0) return counter;
	throw damaged();
}

/** In one step: what fails before leaves everything as it was. */
export function writeSnapshot(data: IDataObject, snapshot: Snapshot): void {
	Object.assign(data, { version: VERSION, ...snapshot });
}

/** @throws {InputError} where it was cut, a line can't be of this format, or an ID comes twice */
export function rowsIn({ users }: Snapshot, format: RowFormat): Rows {
	const rows = new Map<string, string>();
	// Line breaks are written as "\n" alone: others come from elsewhere.
	if (!users.endsWith(END) || users.includes('\r')) throw damaged();
	if (users === END) return rows;
	const lines = users.slice(0, -END.length).split('\n');
	for (const line of lines) {
		if (!isRow(line, format)) throw damaged();
		rows.set(idIn(line), line);
	}
	if (rows.size !== lines.length) throw damaged();
	return rows;
}

/** @throws {InputError} where they take more than can be remembered */
export function usersText(rows: Rows): string {
	const users = [...rows.values()].join('\n') + END;
	const bytes = Buffer.byteLength(users);
	if (bytes <= MOST_BYTES) return users;
	throw new InputError(
		`The list is too long to remember: ${rows.size} users take ${inBytes(bytes)} bytes, and ${inBytes(MOST_BYTES)} is the limit.`,
		"Set 'Remember' under Options to 'Fingerprints', choose fewer 'Fields to Watch', or add filters.",
	);
}

const inBytes = (bytes: number): string => bytes.toLocaleString('en-US');
