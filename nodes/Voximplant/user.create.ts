import type { IDataObject } from 'n8n-workflow';
import { readBack, writeOrLook } from '../shared/doubt';
import type { Item } from '../shared/item';
import { needsWholeUser, outputOf, shapeOf } from '../shared/output';
import type { Shape } from '../shared/output';
import { passwordIn, textIn } from '../shared/parameters';
import type { Call, Delivery, Operation } from '../shared/provider';
import { idOf, isRecord } from '../shared/read';
import { additionalFields, SHORTEST_PASSWORD } from './user.details';
import { findUser, lookUpUser } from './user.find';
import { applicationIn } from './voximplant.application';
import type { Application } from './voximplant.application';
import { voximplantUser, writing } from './voximplant.user';

interface NewUser {
	/** Made before anything is sent, since it says what is wrong with the output. */
	shape: Shape;
	userName: string;
	userDisplayName: string;
	call: Call;
}

/** https://docs.voximplant.ai/api-reference/management-api/reference/users/add-user */
export const createUser: Operation = async (item) => {
	const application = applicationIn(item);
	const user = readNewUser(item, application);
	const locator = { mode: 'userName', value: user.userName };
	const written = await writeOrLook(
		async () => await item.write(user.call, ({ body }) => created(body)),
		async () => await lookUpUser(item, locator, { application }),
		{ who: who(user), done: 'created' },
	);
	if ('answer' in written) return deliver(item, user, written.answer);
	item.hint(
		`${item.provider} gave no clear answer to the creation of ${who(user)}, but a look-up found the user.`,
	);
	return [seen(item, user, written.seen)];
};

const who = ({ userName }: NewUser): string => `the user '${userName}'`;

function readNewUser(item: Item, application: Application): NewUser {
	const shape = shapeOf(item, voximplantUser);
	const userName = textIn(item.parameter('userName'), 'User Name');
	const userDisplayName = textIn(item.parameter('userDisplayName'), 'User Display Name');
	const password = passwordIn(item.parameter('userPassword'), 'User Password', SHORTEST_PASSWORD);
	const form = {
		...application.query,
		user_name: userName,
		user_display_name: userDisplayName,
		user_password: password,
		...additionalFields(item.collection('additionalFields', 'Additional Fields')),
	};
	return { shape, userName, userDisplayName, call: writing('AddUser', form, [password]) };
}

function created(body: unknown): IDataObject | undefined {
	return isRecord(body) && idOf(body.user_id) !== undefined ? body : undefined;
}

function deliver(item: Item, user: NewUser, answer: IDataObject): Delivery {
	if (needsWholeUser(item)) {
		const locator = { mode: 'id', value: idOf(answer.user_id) ?? '' };
		const words = { who: who(user), done: 'created' };
		const find = async () => await findUser(item, locator);
		return { afterAll: async () => [user.shape(await readBack(find, words))] };
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

function seen(item: Item, { shape }: NewUser, user: IDataObject): IDataObject {
	if (outputOf(item) !== 'simplified') return shape(user);
	const { user_id, user_name, user_display_name } = user;
	return { user_id, user_name, user_display_name, created: null, confirmed: 'lookup' };
}
