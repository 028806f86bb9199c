import type { INodeProperties } from 'n8n-workflow';
import type { Show } from '../shared/parameters/fields';

export const emailField = (show: Show, description: string): INodeProperties => ({
	displayName: 'Email',
	name: 'email',
	type: 'string',
	required: true,
	displayOptions: { show },
	placeholder: 'e.g. nathan@example.com',
	default: '',
	description,
});
