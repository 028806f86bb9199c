import type { IDataObject } from 'n8n-workflow';
import { fold, foldValue } from '../text/fold';
import { idOf, text } from '../text/json';

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

export const byId = (name: string): Key => ({ label: 'ID', of: (record) => idOf(record[name]) });

export const byName = (name: string): Key => ({
	label: 'name',
	of: (record) => foldValue(record[name]),
	normalize: fold,
	exactly: (record) => text(record[name]) ?? undefined,
});

/** E-mail addresses are compared without case. */
export const byEmail = (name: string): Key => ({
	label: 'e-mail',
	of: (record) => foldValue(record[name]),
	normalize: fold,
});
