import type { IDataObject } from 'n8n-workflow';
import { fold, foldEmail, foldEmailValue, foldValue } from '../text/fold';
import { idOf, text } from '../text/json';
import { withoutInvisible } from '../text/pasted';

/** A way to name a record: what it is called, and the value that each record has for it. */
export interface Key {
	label: string;
	of(record: IDataObject): string | undefined;
	/** The value that is looked for, in the same form; as it is unless given. */
	normalize?(value: string): string;
	/** Of several that are alike, the one that has the very value looked for is meant. */
	exactly?(record: IDataObject): string | undefined;
}

/** The keys of a list by the mode of the resource locator that uses them. */
export type Keys = Record<string, Key>;

/** An ID or a user name: compared as it is, but for invisible characters. */
export const byPlainText = (label: string, name: string): Key => ({
	label,
	of(record) {
		const id = idOf(record[name]);
		return id === undefined ? undefined : withoutInvisible(id);
	},
});

export const byId = (name: string): Key => byPlainText('ID', name);

export const byName = (name: string): Key => ({
	label: 'name',
	of: (record) => foldValue(record[name]),
	normalize: fold,
	exactly: (record) => text(record[name]) ?? undefined,
});

export const byEmail = (name: string): Key => ({
	label: 'e-mail',
	of: (record) => foldEmailValue(record[name]),
	normalize: foldEmail,
});
