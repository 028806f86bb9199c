import type { INodeProperties } from 'n8n-workflow';
import { fromList, idMode } from '../../shared/parameters/fields';
import type { Show } from '../../shared/parameters/fields';

/** Of a filter: by list or ID alone. */
export const applicationModes = [fromList('searchApplications'), idMode('e.g. 1234567')];

const field: Omit<INodeProperties, 'displayOptions'> = {
	displayName: 'Application',
	name: 'application',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'The Voximplant application that the users belong to. Choose from the list, or enter a full name or an ID.',
	modes: [
		fromList('searchApplications'),
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. support.company.voximplant.com',
			hint: 'The full name, as the control panel shows it',
		},
		idMode('e.g. 12345'),
	],
};

export const applicationField = (show: Show): INodeProperties => ({
	...field,
	required: true,
	displayOptions: { show },
});

/** Where the ID of a user is enough: needed for a user name, and to show a list of users. */
export const applicationFieldsUnlessId = (show: Show): INodeProperties[] => [
	applicationField({ ...show, '/user.mode': ['userName'] }),
	{
		...field,
		displayOptions: { show: { ...show, '/user.mode': ['list'] } },
		description:
			'The Voximplant application whose users the list below shows. Choose from the list, or enter a full name or an ID.',
	},
];
