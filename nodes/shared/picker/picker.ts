import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import type { Listing } from '../paging/listing';
import { text } from '../text/json';
import type { PickerOption } from './matches';
import type { NodeForm } from './nodeForm';

/** A list to choose from in the editor. */
export interface Picker {
	/**
	 * The lists that together hold everything with the typed text in its name, and what has it as its
	 * ID: where the API can search, shorter ones than with nothing typed.
	 *
	 * @throws {InputError} where another field has to be filled in first
	 */
	lists: (typed: string, form: NodeForm) => Listing[];
	/** undefined where there is nothing to choose. */
	option: (
		record: IDataObject,
		id: string,
		credentials: ICredentialDataDecryptedObject,
	) => PickerOption | undefined;
}

/** "Nathan Smith (nathan@example.com)"; whoever has neither is shown by ID. */
export function nameAndMore(id: string, name: unknown, more: unknown): string {
	const [first, second] = [text(name), text(more)].filter((words) => words !== null);
	if (first === undefined) return id;
	return second === undefined ? first : `${first} (${second})`;
}

/** What an ID may be. */
export const isNumber = (typed: string): boolean => /^\d+$/.test(typed);
