import type { INodeProperties } from 'n8n-workflow';
import * as createToken from './createToken.operation';
import * as get from './get.operation';
import * as getAll from './getAll.operation';
import * as register from './register.operation';
import * as transferBalance from './transferBalance.operation';

/** The operations of users, and the fields of each. */
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
				description: 'List the users of the platform, with filters',
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
					'Move minutes or credits between your balance and that of a user. Each run moves the amount again.',
				action: 'Transfer balance to or from user',
			},
		],
		default: 'getAll',
	},
	...createToken.fields,
	...get.fields,
	...getAll.fields,
	...register.fields,
	...transferBalance.fields,
];

export const userOperations = { createToken, get, getAll, register, transferBalance };
