import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { text } from '../text/json';
import { cellOf, FINGERPRINT_MARK, valueIn } from './cell';
import { damaged } from './damaged';

/**
 * A remembered user as one line: the ID, the watched values, then name and e-mail address where these
 * are not watched. With fingerprints: the ID and a digest of the watched values.
 */

export interface RowFormat {
	/** The raw field with the ID. */
	id: string;
	watched: readonly string[];
	/** Remembered in addition. */
	unwatched: readonly string[];
	absent: IDataObject;
	fingerprints: boolean;
	/** What fingerprints are made with: the same values in two workflows differ. */
	salt: string;
}

const SEPARATOR = '|';

/** Enough to tell one user's values from others; a full digest would take four times the memory. */
const DIGEST_LENGTH = 11;

const digestOf = (cells: string, salt: string): string =>
	createHash('sha256').update(`${salt}\n${cells}`).digest('base64').slice(0, DIGEST_LENGTH);

/** A field of a user; what is absent may have a meaning. */
export const cellIn = (
	user: IDataObject,
	name: string,
	{ absent }: Pick<RowFormat, 'absent'>,
): string => cellOf(user[name]) || cellOf(absent[name]);

export function rowOf(user: IDataObject, format: RowFormat): string {
	const { id, watched, unwatched, fingerprints, salt } = format;
	const cell = (name: string) => cellIn(user, name, format);
	const cells = watched.map(cell).join(SEPARATOR);
	const key = cellOf(user[id]);
	if (fingerprints) return `${key}${SEPARATOR}${FINGERPRINT_MARK}${digestOf(cells, salt)}`;
	return [key, ...(watched.length > 0 ? [cells] : []), ...unwatched.map(cell)].join(SEPARATOR);
}

/**
 * The ID as text, whatever type it has.
 *
 * @throws {InputError} where there is none
 */
export function idIn(row: string): string {
	const end = row.indexOf(SEPARATOR);
	const id = text(valueIn(end === -1 ? row : row.slice(0, end)));
	if (id === null) throw damaged();
	return id;
}

const isFingerprint = (cells: readonly string[]): boolean =>
	cells.length === 2 && (cells[1] ?? '').startsWith(FINGERPRINT_MARK);

/** Whether a line could have been written in this format, with values or with fingerprints. */
export function isRow(row: string, { watched, unwatched }: RowFormat): boolean {
	const cells = row.split(SEPARATOR);
	return isFingerprint(cells) || cells.length === 1 + watched.length + unwatched.length;
}

function fingerprintIn(row: string, { watched, salt }: RowFormat): string {
	const cells = row.split(SEPARATOR);
	if (isFingerprint(cells)) return cells[1] ?? '';
	const values = cells.slice(1, 1 + watched.length).join(SEPARATOR);
	return `${FINGERPRINT_MARK}${digestOf(values, salt)}`;
}

/** The line in the chosen form; a fingerprint stays one until the user is seen again. */
export function converted(row: string, format: RowFormat): string {
	const [key = '', ...cells] = row.split(SEPARATOR);
	if (!format.fingerprints || isFingerprint([key, ...cells])) return row;
	return `${key}${SEPARATOR}${fingerprintIn(row, format)}`;
}

export interface Change {
	[field: string]: IDataObject[string];
	field: string;
	from: IDataObject[string];
	to: IDataObject[string];
}

/** What differs in the watched values: nothing; a list of changes; or null where only fingerprints tell. */
export function changesIn(before: string, now: string, format: RowFormat): Change[] | null {
	if (before === now) return [];
	const [old, current] = [before.split(SEPARATOR), now.split(SEPARATOR)];
	if (isFingerprint(old) || isFingerprint(current)) {
		return fingerprintIn(before, format) === fingerprintIn(now, format) ? [] : null;
	}
	return format.watched.flatMap((field, index) => {
		const [from = '', to = ''] = [old[index + 1], current[index + 1]];
		return from === to ? [] : [{ field, from: valueIn(from), to: valueIn(to) }];
	});
}

/** What is remembered of a user, by raw field. */
export function rememberedIn(row: string, { id, watched, unwatched }: RowFormat): IDataObject {
	const [key = '', ...cells] = row.split(SEPARATOR);
	const user: IDataObject = { [id]: valueIn(key) };
	if (isFingerprint([key, ...cells])) return user;
	for (const [index, field] of [...watched, ...unwatched].entries()) {
		user[field] = valueIn(cells[index] ?? '');
	}
	return user;
}
