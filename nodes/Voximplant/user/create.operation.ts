import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import type { Execute, Results } from '../../shared/execution/provider';
import type { Call } from '../../shared/http/connection';
import {
	createOrReturnExisting,
	ifUserExistsOption,
	returnsExisting,
} from '../../shared/operations/ifUserExists';
import { createOrLookUp, readBack } from '../../shared/operations/unknownOutcome';
import { needsWholeUser, outputOf, shapeOf } from '../../shared/output/shape';
import type { Shape } from '../../shared/output/shape';
import { additionalFieldsField, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { readAdditionalFields } from '../../shared/parameters/sentFields';
import { plainTextIn, textIn } from '../../shared/parameters/values';
import { idOf, isRecord, selectFields } from '../../shared/text/json';
import { applicationIn } from '../application/application';
import type { Application } from '../application/application';
import { applicationField } from '../application/applicationField';
import { writeMethod } from '../voximplant.methods';
import { findUser, lookUpUser } from './findUser';
import { rawFields } from './rawFields';
import { voximplantUsers } from './user';
import {
	mobilePhone,
	useAccountBalance,
	userActive,
	userCustomData,
	userPassword,
	userPasswordIn,
} from './editableFields';

const show = showFor('user', 'create');
const KEY = 'user name';
const TAKEN = '118';

const additionalFields = [mobilePhone, useAccountBalance, userActive, userCustomData];

export const fields: INodeProperties[] = [
	applicationField(show),
	{
		displayName: 'User Name',
		name: 'userName',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. nathan',
		default: '',
		description:
			'Name to log in with: 3 to 50 lower case letters, digits, - or _, starting with a letter or digit',
	},
	{
		displayName: 'User Display Name',
		name: 'userDisplayName',
		type: 'string',
		required: true,
		displayOptions: { show },
		placeholder: 'e.g. Nathan Smith',
		default: '',
		description: 'Name that others see, shorter than 256 characters',
	},
	{ ...userPassword, required: true, displayOptions: { show } },
	additionalFieldsField(show, additionalFields),
	...outputFields(show, rawFields),
	optionsField(show, [...itemOptions(), ifUserExistsOption(KEY, 'created')]),
];

const SHOWN = ['user_id', 'user_name', 'user_display_name'];

interface NewUser {
	/** Made before anything is sent, since it says what is wrong with the output. */
	shape: Shape;
	userName: string;
	userDisplayName: string;
	who: string;
	call: Call;
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/add-user */
export const execute: Execute = async (item) => {
	const application = applicationIn(item);
	const user = readNewUser(item, application);
	const locator = { mode: 'userName', value: user.userName };
	const lookUp = async () => await lookUpUser(item, locator, { application });
	const create = async (): Promise<Results> => {
		const created = await createOrLookUp(item, {
			write: async () => await item.write(user.call, ({ body }) => createdIn(body)),
			lookUp,
			who: user.who,
			done: 'created',
		});
		if ('answer' in created) return resultsOf(item, user, created.answer);
		const marks = { created: null, confirmed: 'lookup' };
		return [existingUser(item, user, { ...created, marks })];
	};
	return await createOrReturnExisting({
		create,
		returnExisting: returnsExisting(item),
		lookUp,
		show: (existing) => existingUser(item, user, { existing, marks: { created: false } }),
		key: KEY,
		takenCode: TAKEN,
	});
};

function readNewUser(item: Item, application: Application): NewUser {
	const shape = shapeOf(item, voximplantUsers.shapes);
	const userName = plainTextIn(item.parameter('userName'), 'User Name');
	const userDisplayName = textIn(item.parameter('userDisplayName'), 'User Display Name');
	const password = userPasswordIn(item.parameter('userPassword'));
	const additional = item.collection('additionalFields', 'Additional Fields');
	const form = {
		...application.query,
		user_name: userName,
		user_display_name: userDisplayName,
		user_password: password,
		...readAdditionalFields(additional, additionalFields),
	};
	const call = writeMethod('AddUser', form);
	return { shape, userName, userDisplayName, who: `the user '${userName}'`, call };
}

function createdIn(body: unknown): IDataObject | undefined {
	return isRecord(body) && idOf(body.user_id) !== undefined ? body : undefined;
}

function resultsOf(item: Item, user: NewUser, answer: IDataObject): Results {
	if (needsWholeUser(item)) {
		const locator = { mode: 'id', value: idOf(answer.user_id) ?? '' };
		const names = { who: user.who, done: 'created' };
		const find = async () => await findUser(item, locator);
		return { afterAll: async () => [user.shape(await readBack(find, names))] };
	}
	if (outputOf(item) === 'raw') return [answer];
	return [
		{
			user_id: answer.user_id,
			user_name: user.userName,
			user_display_name: user.userDisplayName,
			created: true,
		},
	];
}

interface Existing {
	existing: IDataObject;
	/** What simplified output says of how the user came to be there. */
	marks: IDataObject;
}

function existingUser(item: Item, { shape }: NewUser, { existing, marks }: Existing): IDataObject {
	if (outputOf(item) !== 'simplified') return shape(existing);
	return { ...selectFields(existing, SHOWN), ...marks };
}
