import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../shared/fields';

const create = showFor('user', 'create');
const update = showFor('user', 'update');

const mobilePhone: INodeProperties = {
	displayName: 'Mobile Phone',
	name: 'mobilePhone',
	type: 'string',
	placeholder: 'e.g. 15551234567',
	default: '',
	description: 'Mobile phone number of the user, digits only with the country code',
};

const parentAccounting: INodeProperties = {
	displayName: 'Parent Accounting',
	name: 'parentAccounting',
	type: 'boolean',
	default: true,
	description:
		"Whether the user uses the account's money; otherwise the user has a separate balance",
};

const userActive: INodeProperties = {
	displayName: 'User Active',
	name: 'userActive',
	type: 'boolean',
	default: true,
	description: 'Whether the user can log in to applications',
};

const userCustomData: INodeProperties = {
	displayName: 'User Custom Data',
	name: 'userCustomData',
	type: 'string',
	default: '',
	description: 'Any text to keep with the user, less than 8,192 characters',
};

export const userWriteFields: INodeProperties[] = [
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		required: true,
		displayOptions: { show: create },
		placeholder: 'e.g. nathan',
		default: '',
		description:
			'Name to log in with: 3 to 50 lower case letters, digits, - or _, starting with a letter or digit',
	},
	{
		displayName: 'User Display Name',
		name: 'userDisplayName',
		type: 'string',
		required: true,
		displayOptions: { show: create },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'Name that others see, shorter than 256 characters',
	},
	{
		displayName: 'User Password',
		name: 'userPassword',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		displayOptions: { show: create },
		default: '',
		description:
			'At least 8 characters with upper and lower case letters, a digit and a special character',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: create },
		default: {},
		options: [mobilePhone, parentAccounting, userActive, userCustomData],
	},
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: update },
		default: {},
		description: 'What to change; fields that are not added stay as they are',
		options: [
			mobilePhone,
			{
				displayName: 'New User Name',
				name: 'newUserName',
				type: 'string',
				placeholder: 'e.g. nathan-smith',
				default: '',
				description: 'Another name to log in with',
			},
			parentAccounting,
			userActive,
			userCustomData,
			{
				displayName: 'User Display Name',
				name: 'userDisplayName',
				type: 'string',
				placeholder: 'e.g. Nathan Smith',
				default: '',
				description: 'Another name that others see, shorter than 256 characters',
			},
			{
				displayName: 'User Password',
				name: 'userPassword',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description:
					'At least 8 characters with upper and lower case letters, a digit and a special character',
			},
		],
	},
];
