import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { additionalFieldsField, showFor } from '../../shared/parameters/fields';
import { recordOutput } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { asText, readAdditionalFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { emailIn, plainTextIn, textIn } from '../../shared/parameters/values';
import { createRecord } from '../createRecord';
import type { RecordKind } from '../createRecord';
import { sentGroup } from '../namedGroup';
import { WORKSECTION_RATE } from '../worksection.connection';
import { contactDirectory, contactShapes, rawFields } from './contact';

const show = showFor('contact', 'create');

const additionalFields: SentField[] = [
	{
		field: {
			displayName: 'Additional Address',
			name: 'address2',
			type: 'string',
			default: '',
			description: 'Second postal address of the contact',
		},
		send: asText('address2'),
	},
	{
		field: {
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			description: 'Main postal address of the contact',
		},
		send: asText('address'),
	},
	sentGroup(
		{
			title: 'Folder',
			name: 'folder',
			method: 'searchFolders',
			placeholder: 'e.g. Clients',
			description: 'The folder of contacts, chosen from the list or named',
		},
		'group',
	),
	{
		field: {
			displayName: 'Phone',
			name: 'phone',
			type: 'string',
			default: '',
			description: 'Main phone number',
		},
		send: asText('phone', plainTextIn),
	},
	{
		field: {
			displayName: 'Phone 2',
			name: 'phone2',
			type: 'string',
			default: '',
			description: 'Office phone number',
		},
		send: asText('phone2', plainTextIn),
	},
	{
		field: {
			displayName: 'Phone 3',
			name: 'phone3',
			type: 'string',
			default: '',
			description: 'Mobile phone number',
		},
		send: asText('phone3', plainTextIn),
	},
	{
		field: {
			displayName: 'Phone 4',
			name: 'phone4',
			type: 'string',
			default: '',
			description: 'Home phone number',
		},
		send: asText('phone4', plainTextIn),
	},
	{
		field: {
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Position of the contact, such as Manager',
		},
		send: asText('title'),
	},
];

export const fields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. nathan@example.com',
		default: '',
		description: 'E-mail address of the contact',
	},
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'First and last name of the contact',
	},
	additionalFieldsField(show, additionalFields),
	...recordOutput(show, rawFields),
	optionsField(show, itemOptions(WORKSECTION_RATE)),
];

const CONTACT: RecordKind = {
	shapes: contactShapes,
	directory: () => contactDirectory,
	done: 'created',
	flag: 'created',
};

/** https://worksection.com/en/faq/api-user.html: `add_contact` invites nobody. */
export const execute: Execute = async (item) =>
	await createRecord(item, CONTACT, () => {
		const email = emailIn(item.parameter('email'), 'Email');
		const name = textIn(item.parameter('name'), 'Name');
		const additional = item.collection('additionalFields', 'Additional Fields');
		return {
			action: 'add_contact',
			parameters: { email, name, ...readAdditionalFields(additional, additionalFields) },
			locator: { mode: 'email', value: email },
			who: `the contact with the e-mail '${email}'`,
		};
	});
