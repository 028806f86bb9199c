import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import type { Query } from '../../shared/http/connection';
import { writeOnce } from '../../shared/operations/unknownOutcome';
import { ANSWER_OUTPUTS, outputOf } from '../../shared/output/shape';
import { showFor } from '../../shared/parameters/fields';
import { answerOutput } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { asText, readUpdateFields } from '../../shared/parameters/sentFields';
import type { SentField } from '../../shared/parameters/sentFields';
import { flagIn, plainTextIn } from '../../shared/parameters/values';
import { text } from '../../shared/text/json';
import { applicationFieldsUnlessId } from '../application/applicationField';
import { succeeded, writeMethod } from '../voximplant.methods';
import { chosenUser, shownUser, userField, writeForUser } from './chosenUser';
import {
	mobilePhone,
	useAccountBalance,
	userActive,
	userCustomData,
	userPassword,
	userPasswordIn,
} from './editableFields';

const show = showFor('user', 'update');

const updateFields: SentField[] = [
	mobilePhone,
	{
		field: {
			displayName: 'New User Name',
			name: 'newUserName',
			type: 'string',
			placeholder: 'e.g. nathan-smith',
			default: '',
			description: 'New name to log in with',
		},
		send: asText('new_user_name', plainTextIn),
	},
	useAccountBalance,
	userActive,
	userCustomData,
	{
		field: {
			displayName: 'User Display Name',
			name: 'userDisplayName',
			type: 'string',
			placeholder: 'e.g. Nathan Smith',
			default: '',
			description: 'New name that others see, shorter than 256 characters',
		},
		send: asText('user_display_name'),
	},
	{
		field: userPassword,
		send: (value) => ({ user_password: userPasswordIn(value) }),
	},
];

const clearEmptyFields = {
	displayName: 'Clear Empty Fields',
	name: 'clearEmptyFields',
	type: 'boolean',
	default: false,
	description:
		'Whether Mobile Phone and User Custom Data are emptied in Voximplant where their value here is empty. Otherwise, and for every other field, an empty value leaves the field as it is.',
} as const satisfies INodeProperties;

export const fields: INodeProperties[] = [
	...applicationFieldsUnlessId(show),
	userField(show),
	{
		displayName: 'Update Fields',
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add field',
		displayOptions: { show },
		default: {},
		description: 'Fields to change. Fields that you do not add, or leave empty, stay as they are.',
		options: updateFields.map(({ field }) => field),
	},
	...answerOutput(show),
	optionsField(show, [...itemOptions(), clearEmptyFields]),
];

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/set-user-info */
export const execute: Execute = async (item) => {
	const output = outputOf(item, ANSWER_OUTPUTS);
	const changes = changesIn(item);
	const user = await chosenUser(item);
	const call = writeMethod('SetUserInfo', { user_id: user.id, ...changes });
	const answer = await writeForUser(user, async () => {
		return await writeOnce(
			async () => await item.write(call, succeeded),
			`Get the user with the ID '${user.id}' and compare, before you run this again.`,
		);
	});
	if (output === 'raw') return [answer];
	const name = text(changes.new_user_name) ?? user.name;
	return [{ ...shownUser({ ...user, name }), updated: true }];
};

/** @throws {InputError} where there is nothing to change */
function changesIn(item: Item): Query {
	const collection = item.collection('updateFields', 'Update Fields');
	const { name, displayName, default: usual } = clearEmptyFields;
	const clears = flagIn({ [name]: usual, ...item.options }[name], displayName);
	const changes = readUpdateFields(collection, updateFields, clears);
	if (Object.keys(changes).length > 0) return changes;
	throw new InputError(
		"'Update Fields' is empty: there is nothing to change.",
		'Add at least one field to change, with a value.',
	);
}
