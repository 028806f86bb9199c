import type { INodeProperties } from 'n8n-workflow';
import { equals } from '../shared/operations/filters';
import type { Filter } from '../shared/operations/filters';
import { fromList, nameMode } from '../shared/parameters/fields';
import { modeNotOffered } from '../shared/parameters/locator';
import type { SentField } from '../shared/parameters/sentFields';
import { textIn } from '../shared/parameters/values';
import { isRecord } from '../shared/text/json';

/** Teams, departments and folders: the API knows them by their names. */

interface NamedGroup {
	title: string;
	name: string;
	/** The node's `listSearch` method. */
	method: string;
	placeholder: string;
	description: string;
}

function groupField({ title, method, placeholder, ...field }: NamedGroup): INodeProperties {
	return {
		displayName: title,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [fromList(method), nameMode(placeholder)],
		...field,
	};
}

const MODES = ['list', 'name'];

/** A name, chosen from the list or given; workflows from before there was a list hold it as text. */
function groupNameIn(value: unknown, title: string): string {
	if (!isRecord(value)) return textIn(value, title);
	const mode = typeof value.mode === 'string' ? value.mode : '';
	if (MODES.includes(mode)) return textIn(value.value, title);
	throw modeNotOffered(mode, title, MODES);
}

/** @param of the record's field with the name */
export const groupFilter = (group: NamedGroup, of: string): Filter => ({
	field: groupField(group),
	test: (value, title, item) => equals(of)(groupNameIn(value, title), title, item),
});

/** @param parameter the API's, with the name */
export const sentGroup = (group: NamedGroup, parameter: string): SentField => ({
	field: groupField(group),
	send: (value, title) => ({ [parameter]: groupNameIn(value, title) }),
});
