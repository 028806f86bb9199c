import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fromList, outputFields, returnAllAndLimit, showFor } from '../shared/fields';
import { OPTION, optionsField, pageSizeOption, rateOption } from '../shared/optionFields';

const every = showFor('user', 'getAll', 'get');
const list = showFor('user', 'getAll');
const one = showFor('user', 'get');

const includePhoneNumbers: INodeProperties = {
	displayName: 'Include Phone Numbers',
	name: 'includePhoneNumbers',
	type: 'boolean',
	default: false,
	description:
		'Whether to add the phone numbers that ring for each user, as a list. Takes one more request per run.',
};

/** Every field that the provider documents. */
export const userRawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'createdAt', description: 'When the user was created' },
	{ name: 'Email', value: 'email', description: "The user's e-mail address" },
	{ name: 'First Name', value: 'firstName', description: "The user's first name" },
	{ name: 'ID', value: 'id', description: 'The ID of the user, starting with US' },
	{ name: 'Last Name', value: 'lastName', description: "The user's last name" },
	{
		name: 'Phone Numbers',
		value: 'phoneNumbers',
		description: 'The numbers that ring for the user, with Include Phone Numbers',
	},
	{ name: 'Picture URL', value: 'pictureUrl', description: 'Where the picture is' },
	{ name: 'Role', value: 'role', description: 'Owner, admin or member of the workspace' },
	{ name: 'Updated At', value: 'updatedAt', description: 'When the user was last changed' },
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
				description: 'Get one workspace user by ID or e-mail address',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the users of the workspace, filtered if you like',
				action: 'Get many users',
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
			'The workspace user to get: chosen from the list, or named by e-mail address or ID',
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
				placeholder: 'e.g. US123abc',
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
				displayName: 'Created After',
				name: 'createdAfter',
				type: 'dateTime',
				default: '',
				description:
					'Only users created at or after this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Created Before',
				name: 'createdBefore',
				type: 'dateTime',
				default: '',
				description:
					'Only users created before this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
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
					{ name: 'Admin', value: 'admin' },
					{ name: 'Member', value: 'member' },
					{ name: 'Owner', value: 'owner' },
				],
				default: [],
				description: 'Only users with one of these roles: owner, admin, member',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				description: 'Only users whose name or e-mail address contains this text',
			},
			{
				displayName: 'Updated After',
				name: 'updatedAfter',
				type: 'dateTime',
				default: '',
				description:
					'Only users changed at or after this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
			{
				displayName: 'Updated Before',
				name: 'updatedBefore',
				type: 'dateTime',
				default: '',
				description:
					'Only users last changed before this time, such as 2026-01-31 or 2026-01-31T09:00:00Z',
			},
		],
	},
	...outputFields(every, userRawFields),
	optionsField(list, [
		includePhoneNumbers,
		OPTION.maxPages,
		OPTION.maxWait,
		pageSizeOption(50, 50),
		OPTION.pageToken,
		rateOption(10),
		OPTION.retries,
		OPTION.timeout,
	]),
	optionsField(one, [
		OPTION.concurrency,
		includePhoneNumbers,
		OPTION.maxWait,
		rateOption(10),
		OPTION.retries,
		OPTION.timeout,
	]),
];
