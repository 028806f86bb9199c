import type { IDataObject } from 'n8n-workflow';
import { writeOrLook } from '../shared/doubt';
import { lookUp } from '../shared/find';
import type { Item } from '../shared/item';
import { outputOf, shapeOf } from '../shared/output';
import { choiceIn, emailIn, textIn } from '../shared/parameters';
import type { Call, Operation, Query } from '../shared/provider';
import { idOf, isRecord } from '../shared/read';
import { action, isOk, PATH, worksectionDirectory, worksectionUser } from './worksection.user';

const ROLES = ['user', 'guest', 'reader'] as const;

/** Field → the API's parameter. */
const ADDITIONAL: ReadonlyArray<[string, string, string]> = [
	['firstName', 'First Name', 'first_name'],
	['lastName', 'Last Name', 'last_name'],
	['title', 'Title', 'title'],
	['role', 'Role', 'role'],
	['team', 'Team', 'group'],
	['department', 'Department', 'department'],
];

/** https://worksection.com/en/faq/api-user.html: `add_user` sends the invitation at once. */
export const inviteUser: Operation = async (item) => {
	const shape = shapeOf(item, worksectionUser);
	const email = emailIn(item.parameter('email'), 'Email');
	const call: Call = {
		method: 'POST',
		path: PATH,
		query: action('add_user', invitation(item, email)),
	};
	const who = `the user with the e-mail '${email}'`;
	const written = await writeOrLook(
		async () => await item.write(call, ({ body }) => invited(body)),
		async () => await lookUp(item, { mode: 'email', value: email }, worksectionDirectory),
		{ who, done: 'invited' },
	);
	const output = outputOf(item);
	if ('answer' in written) {
		if (output === 'raw') return [written.answer.body];
		const user = shape(written.answer.user);
		return [output === 'simplified' ? { ...user, invited: true } : user];
	}
	item.hint(
		`${item.provider} gave no clear answer to the invitation of ${who}, but a look-up found the user.`,
	);
	const user = shape(written.seen);
	return [output === 'simplified' ? { ...user, invited: null, confirmed: 'lookup' } : user];
};

function invitation(item: Item, email: string): Query {
	const fields = item.collection('additionalFields', 'Additional Fields');
	const query: Query = { email };
	for (const [name, field, parameter] of ADDITIONAL) {
		// Left blank, as in a form, it isn't given; an expression without a value is undefined.
		if (!(name in fields) || fields[name] === '') continue;
		query[parameter] =
			name === 'role' ? choiceIn(fields[name], field, ROLES) : textIn(fields[name], field);
	}
	return query;
}

/** The body of a success, and the user in it. */
function invited(body: unknown): { body: IDataObject; user: IDataObject } | undefined {
	if (!isOk(body) || !isRecord(body.data) || idOf(body.data.id) === undefined) return undefined;
	return { body, user: body.data };
}
