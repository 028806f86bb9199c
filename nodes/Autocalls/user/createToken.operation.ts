import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Execute } from '../../shared/execution/provider';
import type { Call } from '../../shared/http/connection';
import { shapeOf } from '../../shared/output/shape';
import { showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { isBlank, textIn } from '../../shared/parameters/values';
import { isRecord, record, selectFields, text } from '../../shared/text/json';
import { answerOrUser, chosenUser, userField, writeForUser } from './chosenUser';
import { autocallsUsers, rawFields } from './user';

const show = showFor('user', 'createToken');

/** Not a secret: n8n's lint takes every literal name with "token" in it for one. */
const TOKEN_NAME = 'tokenName';

export const fields: INodeProperties[] = [
	userField(show),
	{
		displayName: 'Token Name',
		name: TOKEN_NAME,
		type: 'string',
		displayOptions: { show },
		placeholder: 'e.g. CRM sync',
		default: '',
		description: 'Name of the token, to tell it apart from others',
	},
	...outputFields(show, rawFields),
	optionsField(show, itemOptions()),
];

/** https://docs.autocalls.ai/api-reference/white-label/create-token */
export const execute: Execute = async (item) => {
	const shape = shapeOf(item, autocallsUsers.shapes);
	const user = chosenUser(item);
	const tokenName = item.parameter(TOKEN_NAME);
	const call: Call = {
		method: 'POST',
		path: '/white-label/token',
		json: {
			...user.json,
			...(isBlank(tokenName) ? {} : { token_name: textIn(tokenName, 'Token Name') }),
		},
	};
	const raw = await writeForUser(
		user,
		async () => await item.write(call, ({ body }) => created(body)),
		`A token may exist for ${user.who}: check in Autocalls before you run this again.`,
	);
	const simplified = {
		...selectFields(record(raw.user) ?? {}, ['id', 'name', 'email']),
		...selectFields(raw, ['token', 'token_name']),
	};
	const who = `a token for ${user.who}`;
	return answerOrUser(item, user, { raw, simplified, shape, who, done: 'created' });
};

function created(body: unknown): IDataObject | undefined {
	return isRecord(body) && text(body.token) !== null ? body : undefined;
}
