import type { INodePropertyOptions } from 'n8n-workflow';
import type { Directory } from '../../shared/operations/lookUp';
import type { Shapes } from '../../shared/output/shape';
import { byEmail, byId } from '../../shared/paging/keys';
import { selectFields } from '../../shared/text/json';
import { worksectionListing } from '../worksection.actions';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Additional Address', value: 'address2', description: 'Second address' },
	{ name: 'Address', value: 'address', description: 'Main address' },
	{ name: 'Email', value: 'email', description: "The contact's e-mail address" },
	{ name: 'First Name', value: 'first_name', description: "The contact's first name" },
	{ name: 'Group', value: 'group', description: 'Name of the folder' },
	{ name: 'ID', value: 'id', description: 'The ID of the contact' },
	{ name: 'Last Name', value: 'last_name', description: "The contact's last name" },
	{ name: 'Name', value: 'name', description: 'First and last name' },
	{ name: 'Phone', value: 'phone', description: 'Main phone number' },
	{ name: 'Phone 2', value: 'phone2', description: 'Office phone number' },
	{ name: 'Phone 3', value: 'phone3', description: 'Mobile phone number' },
	{ name: 'Phone 4', value: 'phone4', description: 'Home phone number' },
	{ name: 'Title', value: 'title', description: 'Position' },
];

const SIMPLIFIED = [
	'id',
	'name',
	'email',
	'title',
	'group',
	'phone',
	'phone2',
	'phone3',
	'phone4',
	'address',
];

export const contactShapes: Shapes = {
	fields: rawFields,
	simplify: (contact) => selectFields(contact, SIMPLIFIED),
};

/** https://worksection.com/en/faq/api-user.html: `get_contacts`, not paged. */
export const contactDirectory: Directory = {
	listing: worksectionListing('contacts', 'get_contacts'),
	keys: { id: byId('id'), email: byEmail('email') },
	noun: 'contact',
};
