import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import {
	byIdLike,
	filtersField,
	fromList,
	recordOutput,
	returnAllAndLimit,
	showFor,
} from '../shared/fields';
import { OPTION, optionsField, rateOption } from '../shared/optionFields';

const list = showFor('phoneNumber', 'getAll');
const one = showFor('phoneNumber', 'get');

/** Every field that the provider documents. */
export const phoneNumberRawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'createdAt', description: 'When the number was added' },
	{ name: 'Formatted Number', value: 'formattedNumber', description: 'The number to read' },
	{ name: 'Forward', value: 'forward', description: 'Where calls are forwarded' },
	{ name: 'Group ID', value: 'groupId', description: 'The ID of the group of the number' },
	{ name: 'ID', value: 'id', description: 'The ID of the number, starting with PN' },
	{ name: 'Name', value: 'name', description: 'The name of the number' },
	{ name: 'Number', value: 'number', description: 'The number in E.164 form' },
	{ name: 'Port Request ID', value: 'portRequestId', description: 'The ID of the porting' },
	{ name: 'Porting Status', value: 'portingStatus', description: 'How far the porting is' },
	{
		name: 'Restrictions',
		value: 'restrictions',
		description: 'Where it may call and send messages',
	},
	{ name: 'Symbol', value: 'symbol', description: 'The symbol of the number' },
	{ name: 'Updated At', value: 'updatedAt', description: 'When it was last changed' },
	{ name: 'Users', value: 'users', description: 'The users whom the number rings' },
];

export const phoneNumberFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['phoneNumber'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				description: 'Get one phone number of the workspace by ID or number',
				action: 'Get phone number',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the phone numbers of the workspace and whom each one rings',
				action: 'Get many phone numbers',
			},
		],
		default: 'getAll',
	},
	{
		displayName: 'Phone Number',
		name: 'phoneNumber',
		type: 'resourceLocator',
		required: true,
		displayOptions: { show: one },
		default: { mode: 'list', value: '' },
		description:
			'The phone number of the workspace: chosen from the list, or named by number, such as +14155550123 (the plus sign may be left out), or ID',
		modes: [
			fromList('searchPhoneNumbers'),
			{
				displayName: 'By Number',
				name: 'number',
				type: 'string',
				placeholder: 'e.g. +14155550123',
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. PN123abc',
			},
		],
	},
	...returnAllAndLimit(list),
	filtersField(list, [
		{
			displayName: 'Search',
			name: 'search',
			type: 'string',
			default: '',
			description: 'Only phone numbers whose name or digits contain this text',
		},
		{
			displayName: 'User',
			name: 'userId',
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			description:
				'Only phone numbers that ring for this user, chosen from the list or named by ID',
			modes: [fromList('searchUsers'), byIdLike('e.g. US123abc')],
		},
	]),
	...recordOutput(showFor('phoneNumber', 'getAll', 'get'), phoneNumberRawFields),
	optionsField(list, [OPTION.maxWait, rateOption(10), OPTION.retries, OPTION.timeout]),
	optionsField(one, [
		OPTION.concurrency,
		OPTION.maxWait,
		rateOption(10),
		OPTION.retries,
		OPTION.timeout,
	]),
];
