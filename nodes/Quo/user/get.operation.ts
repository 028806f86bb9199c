import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { findOne, userDirectory } from '../../shared/operations/lookUp';
import { shapeOf } from '../../shared/output/shape';
import { emailMode, fromList, idMode, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { locatorIn } from '../../shared/parameters/locator';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { getById } from '../getById';
import { QUO_RATE } from '../quo.connection';
import { includePhoneNumbers, withPhoneNumbers } from './includePhoneNumbers';
import { quoUsers, rawFields } from './user';

const show = showFor('user', 'get');

export const fields: INodeProperties[] = [
	{
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show },
		default: { mode: 'list', value: '' },
		description:
			'The workspace user to get. Choose from the list, or enter an e-mail address or an ID.',
		modes: [fromList('searchUsers'), emailMode, idMode('e.g. US123abc')],
	},
	...outputFields(show, rawFields),
	optionsField(show, [...itemOptions(QUO_RATE), includePhoneNumbers]),
];

/** https://www.quo.com/docs/mdx/api-reference/users/get-a-user-by-id */
export const USER = {
	noun: 'user',
	field: 'User',
	path: '/v1/users',
	prefix: 'US',
	otherMode: 'By Email',
};

export const execute: Execute = async (item) => {
	const shape = shapeOf(item, quoUsers.shapes);
	const locator = locatorIn(item.parameter('user'), 'User');
	const user =
		locator.mode === 'id'
			? await getById(item, USER, locator.value)
			: await findOne(item, locator, userDirectory(item, quoUsers));
	const complete = await withPhoneNumbers(item);
	return [shape(complete(user))];
};
