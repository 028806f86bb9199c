import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import type { Execute, Results } from '../../shared/execution/provider';
import type { Call } from '../../shared/http/connection';
import {
	createOrReturnExisting,
	ifUserExistsOption,
	returnsExisting,
} from '../../shared/operations/ifUserExists';
import { findOne, lookUp, userDirectory } from '../../shared/operations/lookUp';
import { createOrLookUp, readBack } from '../../shared/operations/unknownOutcome';
import { needsWholeUser, outputOf, shapeOf } from '../../shared/output/shape';
import type { Shape } from '../../shared/output/shape';
import { additionalFieldsField, showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { readAdditionalFields } from '../../shared/parameters/sentFields';
import { emailIn, flagIn, passwordIn, textIn } from '../../shared/parameters/values';
import { isRecord, record, selectFields } from '../../shared/text/json';
import { ADDITIONAL_FIELDS, includeToken, registerFields } from './registerFields';
import { autocallsUsers, rawFields } from './user';

const show = showFor('user', 'register');
const KEY = 'e-mail address';

export const fields: INodeProperties[] = [
	...registerFields(show),
	additionalFieldsField(show, ADDITIONAL_FIELDS),
	...outputFields(show, rawFields),
	optionsField(show, [...itemOptions(), ifUserExistsOption(KEY, 'created'), includeToken]),
];

export const PASSWORD_RULES = { shortest: 8 };
const SHOWN = ['id', 'name', 'email'];

interface Registration {
	/** Made before anything is sent, since it says what is wrong with the output. */
	shape: Shape;
	simplified: boolean;
	email: string;
	who: string;
	call: Call;
	returnExisting: boolean;
	includeToken: boolean;
}

/** https://docs.autocalls.ai/api-reference/white-label/register */
export const execute: Execute = async (item) => {
	const registration = readRegistration(item);
	const { who, call, returnExisting } = registration;
	const create = async (): Promise<Results> => {
		const created = await createOrLookUp(item, {
			write: async () => await item.write(call, ({ body }) => registered(body)),
			lookUp: async () => await userWithEmail(item, registration),
			who,
			done: 'registered',
			lost: 'The API token was lost with the answer.',
		});
		if ('answer' in created) return resultsOf(item, created.answer, registration);
		return [shaped(registration, created.existing, { created: null, confirmed: 'lookup' })];
	};
	return await createOrReturnExisting({
		create,
		returnExisting,
		lookUp: async () => await userWithEmail(item, registration),
		show: (user) => shaped(registration, user, { created: false }),
		key: KEY,
	});
};

function readRegistration(item: Item): Registration {
	const email = emailIn(item.parameter('email'), 'Email');
	const name = textIn(item.parameter('name'), 'Name');
	const password = passwordIn(item.parameter('password'), 'Password', PASSWORD_RULES);
	const additional = item.collection('additionalFields', 'Additional Fields');
	const options = { includeToken: true, ...item.options };
	const json = { name, email, password, ...readAdditionalFields(additional, ADDITIONAL_FIELDS) };
	return {
		shape: shapeOf(item, autocallsUsers.shapes),
		simplified: outputOf(item) === 'simplified',
		email,
		who: `the user with the e-mail '${email}'`,
		call: { method: 'POST', path: '/white-label/register', json, passwords: ['password'] },
		returnExisting: returnsExisting(item),
		includeToken: flagIn(options.includeToken, includeToken.displayName),
	};
}

const userWithEmail = async (item: Item, { email }: Registration) =>
	await lookUp(item, { mode: 'email', value: email }, userDirectory(item, autocallsUsers));

/** The body of a success: it names the user. */
function registered(body: unknown): IDataObject | undefined {
	return isRecord(body) && isRecord(body.user) && body.user.id !== undefined ? body : undefined;
}

function resultsOf(item: Item, answer: IDataObject, registration: Registration): Results {
	const { shape, simplified, email, who } = registration;
	const { token, ...rest } = answer;
	if (needsWholeUser(item)) {
		const locator = { mode: 'email', value: email };
		const find = async () => await findOne(item, locator, userDirectory(item, autocallsUsers));
		// After all items, so that one walk serves every user.
		return { afterAll: async () => [shape(await readBack(find, { who, done: 'registered' }))] };
	}
	if (!simplified) return [registration.includeToken ? answer : rest];
	const hasToken = registration.includeToken && token !== undefined && token !== null;
	const user = selectFields(record(answer.user) ?? {}, SHOWN);
	return [{ ...user, created: true, ...(hasToken ? { token } : {}) }];
}

/** A user whom the list knows, in the chosen shape. */
function shaped(
	{ shape, simplified }: Registration,
	user: IDataObject,
	marks: IDataObject,
): IDataObject {
	return simplified ? { ...selectFields(user, SHOWN), ...marks } : shape(user);
}
