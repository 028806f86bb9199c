import type { INodePropertyOptions } from 'n8n-workflow';

/** The fields of a unified user, for choosing one. */
export const UNIFIED_FIELDS: INodePropertyOptions[] = [
	{ name: 'Active', value: 'active' },
	{ name: 'Created At', value: 'createdAt' },
	{ name: 'Department', value: 'department' },
	{ name: 'Display Name', value: 'displayName' },
	{ name: 'Email', value: 'email' },
	{ name: 'Family Name', value: 'familyName' },
	{ name: 'Given Name', value: 'givenName' },
	{ name: 'ID', value: 'id' },
	{ name: 'Phone', value: 'phone' },
	{ name: 'Photo URL', value: 'photoUrl' },
	{ name: 'Role', value: 'role' },
	{ name: 'Team', value: 'team' },
	{ name: 'Title', value: 'title' },
	{ name: 'Updated At', value: 'updatedAt' },
	{ name: 'User Name', value: 'userName' },
];
