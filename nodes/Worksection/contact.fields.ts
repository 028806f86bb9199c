import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { filtersField, recordOutput, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { LIST_OPTIONS, ONE_OPTIONS } from './worksection.options';

const list = showFor('contact', 'getAll');
const create = showFor('contact', 'create');

/** Every field that the provider documents. */
export const contactRawFields: INodePropertyOptions[] = [
	{ name: 'Additional Address', value: 'address2', description: 'Second address' },
	{ name: 'Address', value: 'address', description: 'Main address' },
	{ name: 'Email', value: 'email', description: "The contact's e-mail address" },
	{ name: 'First Name', value: 'first_name', description: "The contact's first name" },
	{ name: 'Group', value: 'group', description: 'Name of the folder' },
	{ name: 'ID', value: 'id', description: 'The ID of the contact' },
	{ name: 'Last Name', value: 'last_name', description: "The contact's last name" },
	{ name: 'Name', value: 'name', description: 'First and last name' },
	{ name: 'Phone', value: 'phone', description: 'Main phone number' },
	{ name: 'Phone 2', value: 'phone2', description: 'Office phone number' },
	{ name: 'Phone 3', value: 'phone3', description: 'Mobile phone number' },
	{ name: 'Phone 4', value: 'phone4', description: 'Home phone number' },
	{ name: 'Title', value: 'title', description: 'Position' },
];

export const contactFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contact'] } },
		options: [
			{
				name: 'Create',
				value: 'create',
				description: 'Create a contact; no invitation is sent and nobody becomes a member',
				action: 'Create contact',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the contacts of the account, filtered if you like',
				action: 'Get many contacts',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		displayOptions: { show: create },
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description: 'E-mail address of the contact',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		displayOptions: { show: create },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'First and last name of the contact',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: create },
		default: {},
		options: [
			{
				displayName: 'Additional Address',
				name: 'address2',
				type: 'string',
				default: '',
				description: 'Second postal address of the contact',
			},
			{
				displayName: 'Address',
				name: 'address',
				type: 'string',
				default: '',
				description: 'Main postal address of the contact',
			},
			{
				displayName: 'Folder',
				name: 'folder',
				type: 'string',
				default: '',
				description: 'Name of the folder of contacts',
			},
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				default: '',
				description: 'Main phone number',
			},
			{
				displayName: 'Phone 2',
				name: 'phone2',
				type: 'string',
				default: '',
				description: 'Office phone number',
			},
			{
				displayName: 'Phone 3',
				name: 'phone3',
				type: 'string',
				default: '',
				description: 'Mobile phone number',
			},
			{
				displayName: 'Phone 4',
				name: 'phone4',
				type: 'string',
				default: '',
				description: 'Home phone number',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				default: '',
				description: 'Position of the contact, such as Manager',
			},
		],
	},
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. nathan@example.com',
			default: '',
			description: 'Only contacts with exactly this e-mail address, upper or lower case',
		},
		{
			displayName: 'Folder',
			name: 'folder',
			type: 'string',
			default: '',
			description: 'Only contacts of the folder with exactly this name, upper or lower case',
		},
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only contacts whose name or e-mail address contains this text',
		},
	]),
	...recordOutput(showFor('contact', 'getAll', 'create'), contactRawFields),
	optionsField(list, LIST_OPTIONS),
	optionsField(create, ONE_OPTIONS),
];
