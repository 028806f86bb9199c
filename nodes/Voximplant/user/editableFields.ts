import type { INodeProperties } from 'n8n-workflow';
import { asFlag, asText } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { passwordIn, plainTextIn } from '../../shared/parameters/values';

/** The fields that *Create* and *Update* both have. */

export const PASSWORD_RULES = {
	shortest: 8,
	next: 'Choose one that also has upper and lower case letters, a digit and a special character, and no spaces.',
};

export const userPassword: INodeProperties = {
	displayName: 'User Password',
	name: 'userPassword',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description:
		'At least 8 characters with upper and lower case letters, a digit and a special character, without spaces',
};

export const userPasswordIn = (value: unknown): string =>
	passwordIn(value, userPassword.displayName, PASSWORD_RULES);

export const mobilePhone: SentField = {
	field: {
		displayName: 'Mobile Phone',
		name: 'mobilePhone',
		type: 'string',
		placeholder: 'e.g. 15551234567',
		default: '',
		description: 'Mobile phone number of the user, digits only with the country code',
	},
	send: asText('mobile_phone', plainTextIn),
	clear: { mobile_phone: '' },
};

export const useAccountBalance: SentField = {
	field: {
		displayName: 'Use Account Balance',
		name: 'parentAccounting',
		type: 'boolean',
		default: true,
		description: 'Whether the user spends the balance of the account instead of a separate balance',
	},
	send: asFlag('parent_accounting'),
};

export const userActive: SentField = {
	field: {
		displayName: 'User Active',
		name: 'userActive',
		type: 'boolean',
		default: true,
		description: 'Whether the user can log in to applications',
	},
	send: asFlag('user_active'),
};

export const userCustomData: SentField = {
	field: {
		displayName: 'User Custom Data',
		name: 'userCustomData',
		type: 'string',
		default: '',
		description: 'Any text to keep with the user, less than 8,192 characters',
	},
	send: asText('user_custom_data'),
	clear: { user_custom_data: '' },
};
