import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fromList, outputFields, returnAllAndLimit, showFor } from '../shared/fields';
import { optionsField } from '../shared/optionFields';
import { LIST_OPTIONS, ONE_OPTIONS } from './worksection.options';

const list = showFor('user', 'getAll');
const one = showFor('user', 'get');

/** Every field that the provider documents. */
export const userRawFields: INodePropertyOptions[] = [
	{ name: 'Additional Address', value: 'address2', description: 'Second address' },
	{ name: 'Address', value: 'address', description: 'Main address' },
	{ name: 'Avatar', value: 'avatar', description: 'Link to the picture' },
	{ name: 'Contacts', value: 'contacts', description: 'Other contacts' },
	{
		name: 'Date Added',
		value: 'date_added',
		description: 'When the invitation was sent; with the admin key only',
	},
	{ name: 'Department', value: 'department', description: 'Name of the department' },
	{ name: 'Email', value: 'email', description: "The user's e-mail address" },
	{ name: 'First Name', value: 'first_name', description: "The user's first name" },
	{ name: 'Group', value: 'group', description: 'Name of the team' },
	{ name: 'ID', value: 'id', description: 'The ID of the user' },
	{ name: 'Last Name', value: 'last_name', description: "The user's last name" },
	{ name: 'Name', value: 'name', description: 'First and last name' },
	{ name: 'Phone', value: 'phone', description: 'Main phone number' },
	{ name: 'Phone 2', value: 'phone2', description: 'Office phone number' },
	{ name: 'Phone 3', value: 'phone3', description: 'Mobile phone number' },
	{ name: 'Phone 4', value: 'phone4', description: 'Home phone number' },
	{ name: 'Rate', value: 'rate', description: 'Hourly rate, where one is set' },
	{ name: 'Role', value: 'role', description: 'Role in the account' },
	{ name: 'Services', value: 'services', description: 'Messengers and social networks' },
	{ name: 'Title', value: 'title', description: 'Position' },
	{ name: 'URL', value: 'url', description: 'Address of the page of the user' },
];

export const userFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['user'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Get one account member by ID or e-mail address',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the members of the account, filtered if you like',
				action: 'Get many users',
			},
			{
				name: 'Invite',
				value: 'invite',
				description:
					'Invite a new member by e-mail; the invitation is sent at once and may take a paid seat',
				action: 'Invite user',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: one },
		default: { mode: 'list', value: '' },
		description:
			'The account member to get: chosen from the list, or named by e-mail address or ID',
		modes: [
			fromList('searchUsers'),
			{
				displayName: 'By Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. nathan@example.com',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 3993',
			},
		],
	},
	...returnAllAndLimit(list),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		displayOptions: { show: list },
		default: {},
		options: [
			{
				displayName: 'Added After',
				name: 'addedAfter',
				type: 'dateTime',
				default: '',
				description:
					"Only users invited at or after this time, such as 2026-01-31 or 2026-01-31T09:00:00, in the workflow's time zone",
			},
			{
				displayName: 'Added Before',
				name: 'addedBefore',
				type: 'dateTime',
				default: '',
				description:
					"Only users invited before this time, such as 2026-01-31 or 2026-01-31T09:00:00, in the workflow's time zone",
			},
			{
				displayName: 'Department',
				name: 'department',
				type: 'string',
				default: '',
				description: 'Only users of the department with exactly this name, upper or lower case',
			},
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. nathan@example.com',
				default: '',
				description: 'Only the user with exactly this e-mail address, upper or lower case',
			},
			{
				displayName: 'Role',
				name: 'role',
				type: 'multiOptions',
				options: [
					{ name: 'Account Admin', value: 'account admin' },
					{ name: 'Department Admin', value: 'department admin' },
					{ name: 'Guest', value: 'guest' },
					{ name: 'Owner', value: 'owner' },
					{ name: 'Reader', value: 'reader' },
					{ name: 'Team Admin', value: 'team admin' },
					{ name: 'User', value: 'user' },
				],
				default: [],
				description:
					'Only users with one of these roles: owner, account admin, team admin, department admin, user, guest, reader',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				description: 'Only users whose name or e-mail address contains this text',
			},
			{
				displayName: 'Team',
				name: 'team',
				type: 'string',
				default: '',
				description: 'Only users of the team with exactly this name, upper or lower case',
			},
		],
	},
	...outputFields(showFor('user', 'getAll', 'get', 'invite'), userRawFields),
	optionsField(list, LIST_OPTIONS),
	optionsField(showFor('user', 'get', 'invite'), ONE_OPTIONS),
];
