import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { fromList, outputFields, returnAllAndLimit, showFor } from '../shared/fields';
import { OPTION, optionsField, rateOption } from '../shared/optionFields';

const list = showFor('user', 'getAll');
const users = showFor('user', 'getAll', 'get', 'register', 'transferBalance', 'createToken');

/** Every field that the provider documents. */
export const userRawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'created_at', description: 'When the user was created' },
	{ name: 'Credits Balance', value: 'credits_balance', description: 'Chat credits left' },
	{ name: 'Email', value: 'email', description: "The user's e-mail address" },
	{ name: 'ID', value: 'id', description: 'The ID of the user' },
	{ name: 'Minutes Balance', value: 'minutes_balance', description: 'Call minutes left' },
	{ name: 'Name', value: 'name', description: "The user's full name" },
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
				name: 'Create Token',
				value: 'createToken',
				description: 'Create an API token that acts as the user; the API shows it only once',
				action: 'Create token for user',
			},
			{
				name: 'Get',
				value: 'get',
				description: 'Get one platform user by ID or e-mail address',
				action: 'Get user',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the users of the platform, filtered if you like',
				action: 'Get many users',
			},
			{
				name: 'Register',
				value: 'register',
				description: 'Create a new user account on the platform, and get its API token',
				action: 'Register user',
			},
			{
				name: 'Transfer Balance',
				value: 'transferBalance',
				description:
					'Move minutes or credits between your balance and that of a user, at once and as often as it runs',
				action: 'Transfer balance to or from user',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'User',
		name: 'user',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: showFor('user', 'get', 'transferBalance', 'createToken') },
		default: { mode: 'list', value: '' },
		description: 'The platform user: chosen from the list, or named by e-mail address or ID',
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
				placeholder: 'e.g. 123',
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
				displayName: 'Credits Above',
				name: 'creditsAbove',
				type: 'number',
				default: 0,
				description: 'Only users with more chat credits than this',
			},
			{
				displayName: 'Credits Below',
				name: 'creditsBelow',
				type: 'number',
				default: 0,
				description: 'Only users with fewer chat credits than this',
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
				displayName: 'Minutes Above',
				name: 'minutesAbove',
				type: 'number',
				default: 0,
				description: 'Only users with more call minutes than this',
			},
			{
				displayName: 'Minutes Below',
				name: 'minutesBelow',
				type: 'number',
				default: 0,
				description: 'Only users with fewer call minutes than this',
			},
			{
				displayName: 'Search',
				name: 'search',
				type: 'string',
				default: '',
				description: 'Only users whose name or e-mail address contains this text',
			},
		],
	},
	...outputFields(users, userRawFields),
	optionsField(list, [
		OPTION.maxPages,
		OPTION.maxWait,
		OPTION.pagesAtOnce,
		rateOption(),
		OPTION.retries,
		OPTION.timeout,
	]),
	optionsField(showFor('user', 'get', 'transferBalance', 'createToken'), [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(),
		OPTION.retries,
		OPTION.timeout,
	]),
];
