import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../shared/fields';

const invite = showFor('user', 'invite');

export const inviteFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		displayOptions: { show: invite },
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description: 'E-mail address to send the invitation to',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: invite },
		default: {},
		options: [
			{
				displayName: 'Department',
				name: 'department',
				type: 'string',
				default: '',
				description: 'Name of the department that the new member belongs to',
			},
			{
				displayName: 'First Name',
				name: 'firstName',
				type: 'string',
				default: '',
				description: 'Given name of the new member',
			},
			{
				displayName: 'Last Name',
				name: 'lastName',
				type: 'string',
				default: '',
				description: 'Family name of the new member',
			},
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: [
					{ name: 'Guest', value: 'guest' },
					{ name: 'Reader', value: 'reader' },
					{ name: 'User', value: 'user' },
				],
				default: 'user',
				description: 'Role of the new member in the account: user, guest or reader',
			},
			{
				displayName: 'Team',
				name: 'team',
				type: 'string',
				default: '',
				description: 'Name of the team; without one, the user joins your own',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'Position of the new member, such as Sales Manager',
			},
		],
	},
];
