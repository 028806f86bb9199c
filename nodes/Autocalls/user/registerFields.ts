import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../../shared/parameters/fields';
import { asText } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { timezoneIn, timezones } from './timezones';

/** The fields of *Register*. */

export const registerFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'Full name of the new user',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description: 'E-mail address of the new user. It must be unique on the platform.',
	},
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		typeOptions: { password: true },
		required: true,
		displayOptions: { show },
		default: '',
		description: 'Password of the new user, at least 8 characters',
	},
];

export const ADDITIONAL_FIELDS: SentField[] = [
	{
		field: {
			displayName: 'Timezone',
			name: 'timezone',
			type: 'options',
			// Made when somebody looks: n8n loads all nodes when it starts.
			get options() {
				return timezones();
			},
			default: 'Europe/Bucharest',
			description:
				'Time zone of the new user, such as America/New_York. The default of Autocalls is Europe/Bucharest.',
		},
		send: asText('timezone', timezoneIn),
	},
];

export const includeToken: INodeProperties = {
	displayName: 'Include Token',
	name: 'includeToken',
	type: 'boolean',
	default: true,
	description:
		'Whether to output the API token of the new user. It is a secret, and the API shows it only once.',
};
