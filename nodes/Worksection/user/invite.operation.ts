import type { INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import { ifUserExistsOption } from '../../shared/operations/ifUserExists';
import { userDirectory } from '../../shared/operations/lookUp';
import { additionalFieldsField, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { asText, readAdditionalFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { choiceIn, emailIn } from '../../shared/parameters/values';
import { createRecord } from '../createRecord';
import type { RecordKind } from '../createRecord';
import { sentGroup } from '../namedGroup';
import { WORKSECTION_RATE } from '../worksection.connection';
import { newTeamHint } from './newTeam';
import { rawFields } from './rawFields';
import { worksectionUsers } from './user';

const show = showFor('user', 'invite');
const KEY = 'e-mail address';

const ROLES = ['user', 'guest', 'reader'] as const;

export const additionalFields: SentField[] = [
	sentGroup(
		{
			title: 'Department',
			name: 'department',
			method: 'searchDepartments',
			placeholder: 'e.g. Sales',
			description: 'The department that the new member belongs to, chosen from the list or named',
		},
		'department',
	),
	{
		field: {
			displayName: 'First Name',
			name: 'firstName',
			type: 'string',
			default: '',
			description: 'Given name of the new member',
		},
		send: asText('first_name'),
	},
	{
		field: {
			displayName: 'Last Name',
			name: 'lastName',
			type: 'string',
			default: '',
			description: 'Family name of the new member',
		},
		send: asText('last_name'),
	},
	{
		field: {
			displayName: 'Role',
			name: 'role',
			type: 'options',
			options: [
				{ name: 'Guest', value: 'guest' },
				{ name: 'Reader', value: 'reader' },
				{ name: 'User', value: 'user' },
			],
			default: 'user',
			description: 'Role of the new member in the account: user, guest or reader',
		},
		send: (value, title) => ({ role: choiceIn(value, title, ROLES) }),
	},
	sentGroup(
		{
			title: 'Team',
			name: 'team',
			method: 'searchTeams',
			placeholder: 'e.g. Marketing',
			description: 'The team, chosen from the list or named; without one, the user joins your own',
		},
		'group',
	),
	{
		field: {
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			description: 'Position of the new member, such as Sales Manager',
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
		description: 'E-mail address to send the invitation to',
	},
	additionalFieldsField(show, additionalFields),
	...outputFields(show, rawFields),
	optionsField(show, [...itemOptions(WORKSECTION_RATE), ifUserExistsOption(KEY, 'invited')]),
];

const MEMBER: RecordKind = {
	shapes: worksectionUsers.shapes,
	directory: (item) => userDirectory(item, worksectionUsers),
	done: 'invited',
	flag: 'invited',
	ifExists: { key: KEY },
};

/** https://worksection.com/en/faq/api-user.html: `add_user` sends the invitation at once. */
export const execute: Execute = async (item) =>
	await createRecord(item, MEMBER, () => {
		const email = emailIn(item.parameter('email'), 'Email');
		const additional = item.collection('additionalFields', 'Additional Fields');
		const fields = readAdditionalFields(additional, additionalFields);
		return {
			action: 'add_user',
			parameters: { email, ...fields },
			locator: { mode: 'email', value: email },
			who: `the user with the e-mail '${email}'`,
			prepare: async () => await newTeamHint(item, additional.team, fields.group),
		};
	});
