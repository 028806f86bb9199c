import type { INodePropertyOptions } from 'n8n-workflow';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Additional Address', value: 'address2', description: 'Second address' },
	{ name: 'Address', value: 'address', description: 'Main address' },
	{ name: 'Avatar', value: 'avatar', description: 'Link to the picture' },
	{ name: 'Contacts', value: 'contacts', description: 'Other contacts' },
	{
		name: 'Date Added',
		value: 'date_added',
		description: 'When the invitation was sent. Only the admin API key gets it.',
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
	{ name: 'Rate', value: 'rate', description: 'Hourly rate, if set' },
	{ name: 'Role', value: 'role', description: 'Role in the account' },
	{ name: 'Services', value: 'services', description: 'Messengers and social networks' },
	{ name: 'Title', value: 'title', description: 'Position' },
	{ name: 'URL', value: 'url', description: 'Link to the page of the user' },
];
