import { HYPHENS, INVISIBLE, MAIL_MARKS } from '../pasted/marks';
import { fine } from './expectations';
import type { Field } from './fields';
import type { FieldCase } from './fixture';
import type { Input } from './problems';

type Marked = ReadonlyArray<[what: string, put: (value: string) => string]>;

const invisible: Marked = INVISIBLE.map(([what, mark]) => [
	what,
	(value) => `${mark}${value.slice(0, 2)}${mark}${value.slice(2)}${mark}`,
]);

/** Between the last two digits. */
const hyphens: Marked = HYPHENS.map(([what, mark]) => [
	what,
	(value) => `${value.slice(0, -1)}${mark}${value.slice(-1)}`,
]);

/** What may come along when a value is pasted into a field. */
const MARKS: ReadonlyArray<[fields: RegExp, marks: Marked]> = [
	[/(^|\.)email$/, [...invisible, ...MAIL_MARKS]],
	[/(^|\.)number$/, [...invisible, ...hyphens]],
	[/(^|\.)(\w+Phone|phone)\d?$/, invisible],
	// Worksection's groups are chosen by name, all else by ID.
	[/((^|\.)(u|newU)serName(Contains)?|\.id|(?<!team|department|folder)\.list)$/, invisible],
];

/** None for fields that hold other texts. */
export const marksOf = ({ name }: Field): Marked =>
	MARKS.find(([fields]) => fields.test(name))?.[1] ?? [];

/** An item for each mark, each with a value that is fine without it. */
export const markedInputs =
	(marks: Marked) =>
	({ good }: FieldCase): Input[] =>
		marks.map(([kind, put], serial) => {
			const meant = String(good(serial));
			return { serial, kind, value: put(meant), meant, expectation: fine };
		});

/** Texts that are neither addresses, phone numbers, user names nor IDs, and fields that hold no text. */
export const OTHER_TEXTS =
	/(^|\.)(name|search|(team|department|folder)(\.list)?|teamName|title|firstName|lastName|tokenName|timezone|address2?|\w*[dD]isplayName|userCustomData|(application|acdQueue|skill)Name|pageToken|[pP]assword|userPassword)$/;
