import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../../nodes/shared/execution/provider';
import type { Call } from '../../../nodes/shared/http/connection';
import { segment } from '../../../nodes/shared/http/encode';
import { findOne, userDirectory } from '../../../nodes/shared/operations/lookUp';
import { shapeOf } from '../../../nodes/shared/output/shape';
import { showFor } from '../../../nodes/shared/parameters/fields';
import { outputFields } from '../../../nodes/shared/parameters/outputFields';
import { locatorIn } from '../../../nodes/shared/parameters/locator';
import { itemOptions, optionsField } from '../../../nodes/shared/parameters/optionFields';
import { memberIn, rawFields, rosterUsers } from './user';

const show = showFor('user', 'get');

export const fields: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		displayOptions: { show },
		default: { mode: 'id', value: '' },
	},
	...outputFields(show, rawFields),
	optionsField(show, itemOptions()),
];

/** Roster knows its members by ID; by e-mail the list is read once per run. */
export const execute: Execute = async (item) => {
	const shape = shapeOf(item, rosterUsers.shapes);
	const locator = locatorIn(item.parameter('user'), 'User');
	if (locator.mode !== 'id') {
		return [shape(await findOne(item, locator, userDirectory(item, rosterUsers)))];
	}
	const call: Call = { method: 'GET', path: `/members/${segment(locator.value)}` };
	return [shape(await item.read(call, ({ body }) => memberIn(body)))];
};
