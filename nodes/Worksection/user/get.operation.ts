import type { INodeProperties } from 'n8n-workflow';
import { getUserFromList } from '../../shared/operations/lookUp';
import { emailMode, fromList, idMode, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { WORKSECTION_RATE } from '../worksection.connection';
import { rawFields } from './rawFields';
import { worksectionUsers } from './user';

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
			'The account member to get. Choose from the list, or enter an e-mail address or an ID.',
		modes: [fromList('searchUsers'), emailMode, idMode('e.g. 3993')],
	},
	...outputFields(show, rawFields),
	optionsField(show, itemOptions(WORKSECTION_RATE)),
];

/** There is no action for one user: the list is read once per run. */
export const execute = getUserFromList(worksectionUsers);
