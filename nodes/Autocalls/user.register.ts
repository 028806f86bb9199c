import type { IDataObject } from 'n8n-workflow';
import { readBack, writeOrLook } from '../shared/doubt';
import { onFault } from '../shared/fault';
import type { ProviderFault } from '../shared/fault';
import { findOne, lookUp } from '../shared/find';
import type { Item } from '../shared/item';
import { needsWholeUser, outputOf, shapeOf } from '../shared/output';
import type { Shape } from '../shared/output';
import { choiceIn, emailIn, flagIn, passwordIn, textIn } from '../shared/parameters';
import type { Call, Delivery, Operation } from '../shared/provider';
import { isRecord, pick, record } from '../shared/read';
import { autocallsDirectory, autocallsUser } from './autocalls.user';

const SHORTEST_PASSWORD = 8;
const NAMED = ['id', 'name', 'email'];

interface Registration {
	/** Made before anything is sent, since it says what is wrong with the output. */
	shape: Shape;
	simplified: boolean;
	email: string;
	call: Call;
	returnExisting: boolean;
	includeToken: boolean;
}

/** https://docs.autocalls.ai/api-reference/white-label/register */
export const registerUser: Operation = async (item) => {
	const registration = readRegistration(item);
	const { email, call, returnExisting } = registration;
	const write = async (): Promise<Delivery> => {
		const written = await writeOrLook(
			async () => await item.write(call, ({ body }) => registered(body)),
			async () => await lookUp(item, { mode: 'email', value: email }, autocallsDirectory),
			{ who: who(email), done: 'registered' },
		);
		if ('answer' in written) return deliver(item, written.answer, registration);
		item.hint(
			`${item.provider} gave no clear answer to the registration of ${who(email)}, but a look-up found the user. The API token was lost with the answer.`,
		);
		return [shaped(registration, written.seen, { created: null, confirmed: 'lookup' })];
	};
	return returnExisting
		? await onFault(write, (fault) => existing(item, registration, fault))
		: await write();
};

const who = (email: string): string => `the user with the e-mail '${email}'`;

function readRegistration(item: Item): Registration {
	const email = emailIn(item.parameter('email'), 'Email');
	const name = textIn(item.parameter('name'), 'Name');
	const password = passwordIn(item.parameter('password'), 'Password', SHORTEST_PASSWORD);
	const fields = item.collection('additionalFields', 'Additional Fields');
	const { ifUserExists, includeToken } = {
		ifUserExists: 'fail',
		includeToken: true,
		...item.options,
	};
	const json: IDataObject = { name, email, password };
	// Left blank, as in a form, it isn't given; an expression without a value is undefined.
	if ('timezone' in fields && fields.timezone !== '')
		json.timezone = textIn(fields.timezone, 'Timezone');
	return {
		shape: shapeOf(item, autocallsUser),
		simplified: outputOf(item) === 'simplified',
		email,
		call: { method: 'POST', path: '/white-label/register', json, secrets: [password] },
		returnExisting:
			choiceIn(ifUserExists, 'If User Exists', ['fail', 'returnExisting']) === 'returnExisting',
		includeToken: flagIn(includeToken, 'Include Token'),
	};
}

/** The body of a success: it names the user. */
function registered(body: unknown): IDataObject | undefined {
	return isRecord(body) && isRecord(body.user) && body.user.id !== undefined ? body : undefined;
}

function deliver(item: Item, answer: IDataObject, registration: Registration): Delivery {
	const { shape, simplified, email, includeToken } = registration;
	const { token, ...rest } = answer;
	if (needsWholeUser(item)) {
		const words = { who: who(email), done: 'registered' };
		const find = async () =>
			await findOne(item, { mode: 'email', value: email }, autocallsDirectory);
		// After all items, so that one walk serves every user.
		return { afterAll: async () => [shape(await readBack(find, words))] };
	}
	if (!simplified) return [includeToken ? answer : rest];
	const shown = includeToken && token !== undefined && token !== null ? { token } : {};
	return [{ ...pick(record(answer.user) ?? {}, NAMED), created: true, ...shown }];
}

/** A user whom the list knows, in the chosen shape. */
function shaped(
	{ shape, simplified }: Registration,
	user: IDataObject,
	marks: IDataObject,
): IDataObject {
	return simplified ? { ...pick(user, NAMED), ...marks } : shape(user);
}

/** No second write: where the refusal names the e-mail, the user is looked up among the others. */
function existing(item: Item, registration: Registration, fault: ProviderFault): Delivery {
	const { email } = registration;
	const { status } = fault.details;
	if (status !== 422 || !/\bemail\b/.test(fault.details.text)) throw fault;
	return {
		afterAll: async () => {
			const user = await lookUp(item, { mode: 'email', value: email }, autocallsDirectory);
			if (user) return [shaped(registration, user, { created: false })];
			throw fault;
		},
	};
}
