import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { application, by } from './locators';
import { otherProofs } from './otherOperations';
import type { State } from './state';

/** How one operation is proved: with what, on which items, and what has to come of it. */
export interface Proof {
	parameters(sandboxes: Sandboxes): INodeParameters;
	/** What comes in; one empty item where left out. */
	items?(sandboxes: Sandboxes): IDataObject[];
	/** One for each item that has to come out, in this order. */
	expected(sandboxes: Sandboxes, before: State): unknown[];
	/** Of an operation that writes: what it leaves other than before; all else has to stay as it was. */
	changes?(before: State): Partial<Record<keyof State, unknown>>;
}

const password = 'Kept-s3cret!';
const emails = (people: Array<{ email: string }>) => () =>
	people.slice(3, 5).map(({ email }) => ({ email }));
const email = by('email', '={{ $json.email }}');
const everybody = { returnAll: true, output: 'raw' };
const registered = ['nora@example.com', 'nils@example.com'];
const someText: unknown = expect.any(String);

/** node.resource.operation → proof. A new operation fails the tests until it has its own. */
export const proofs: Record<string, Proof> = {
	...otherProofs,
	'autocalls.user.getAll': {
		parameters: () => everybody,
		expected: ({ autocalls }) => autocalls.people,
	},
	'autocalls.user.get': {
		parameters: () => ({ user: email, output: 'raw' }),
		items: ({ autocalls }) => emails(autocalls.people)(),
		expected: ({ autocalls }) => autocalls.people.slice(3, 5),
	},
	'autocalls.user.register': {
		parameters: () => ({ name: 'Nora', email: '={{ $json.email }}', password }),
		items: () => registered.map((address) => ({ email: address })),
		expected: ({ autocalls }) =>
			autocalls.people.slice(-2).map(({ id, email: address }, index) => ({
				id,
				name: 'Nora',
				email: address,
				created: true,
				token: autocalls.tokens.slice(-2)[index]?.token,
			})),
		changes: ({ autocalls, tokens }) => ({
			autocalls: [
				...autocalls,
				...registered.map((address) => ({
					...{ id: expect.any(Number) as unknown, name: 'Nora', email: address },
					...{ minutes_balance: 0, credits_balance: 0, created_at: someText },
				})),
			],
			tokens: [...tokens, ...registered.map((address) => ({ token: someText, email: address }))],
		}),
	},
	'autocalls.user.transferBalance': {
		parameters: ({ autocalls }) => ({
			user: by('id', String(autocalls.people[2]?.id)),
			balanceType: 'minutes',
			direction: 'add',
			amount: 12.5,
		}),
		expected: (_, { autocalls, adminMinutes }) => [
			{
				...pick(autocalls[2], 'id', 'name', 'email', 'credits_balance'),
				minutes_balance: Number(autocalls[2]?.minutes_balance) + 12.5,
				balanceType: 'minutes',
				direction: 'add',
				amount: 12.5,
				your_minutes: adminMinutes - 12.5,
			},
		],
		changes: ({ autocalls, adminMinutes }) => ({
			autocalls: third(autocalls, ({ minutes_balance: minutes }) => ({
				minutes_balance: minutes + 12.5,
			})),
			adminMinutes: adminMinutes - 12.5,
		}),
	},
	'autocalls.user.createToken': {
		parameters: ({ autocalls }) => ({
			user: by('id', String(autocalls.people[2]?.id)),
			tokenName: 'CRM sync',
		}),
		expected: ({ autocalls }) => [
			{
				...pick(autocalls.people[2], 'id', 'name', 'email'),
				token: autocalls.tokens.at(-1)?.token,
				token_name: 'CRM sync',
			},
		],
		changes: ({ autocalls, tokens }) => ({
			tokens: [...tokens, { token: someText, email: autocalls[2]?.email }],
		}),
	},
	'quo.user.getAll': {
		parameters: () => everybody,
		expected: ({ quo }) => quo.people,
	},
	'quo.user.get': {
		parameters: () => ({ user: by('id', '={{ $json.id }}'), output: 'raw' }),
		items: ({ quo }) => quo.people.slice(3, 5).map(({ id }) => ({ id })),
		expected: ({ quo }) => quo.people.slice(3, 5),
	},
	'voximplant.user.getAll': {
		parameters: () => ({ application, returnAll: true, options: { orderBy: 'user_id' } }),
		expected: ({ voximplant }) =>
			voximplant.people.map((user) =>
				expect.objectContaining(pick(user, 'user_id', 'user_name', 'user_display_name')),
			),
	},
	'voximplant.user.get': {
		parameters: () => ({ application, user: by('userName', '={{ $json.name }}') }),
		items: ({ voximplant }) =>
			voximplant.people.slice(3, 5).map(({ user_name: name }) => ({ name })),
		expected: ({ voximplant }) =>
			voximplant.people
				.slice(3, 5)
				.map((user) => expect.objectContaining(pick(user, 'user_id', 'user_display_name'))),
	},
	'voximplant.user.create': {
		parameters: () => ({
			application,
			userName: 'nora',
			userDisplayName: 'Nora',
			userPassword: password,
		}),
		expected: ({ voximplant }) => [
			{
				...pick(voximplant.people.at(-1), 'user_id'),
				user_name: 'nora',
				user_display_name: 'Nora',
				created: true,
			},
		],
		changes: ({ voximplant, applications }) => ({
			voximplant: [
				...voximplant,
				expect.objectContaining({
					user_name: 'nora',
					user_display_name: 'Nora',
					applications: applications.filter((one) => one.application_name === application.value),
				}),
			],
		}),
	},
	'voximplant.user.update': {
		parameters: ({ voximplant }) => ({
			user: by('id', String(voximplant.people[2]?.user_id)),
			updateFields: { userDisplayName: 'Nils' },
		}),
		expected: ({ voximplant }) => [{ ...pick(voximplant.people[2], 'user_id'), updated: true }],
		changes: ({ voximplant }) => ({
			voximplant: third(voximplant, () => ({ user_display_name: 'Nils', modified: someText })),
		}),
	},
	'voximplant.user.delete': {
		parameters: ({ voximplant }) => ({ user: by('id', String(voximplant.people.at(-1)?.user_id)) }),
		expected: (_, { voximplant }) => [{ ...pick(voximplant.at(-1), 'user_id'), deleted: true }],
		changes: ({ voximplant }) => ({ voximplant: voximplant.slice(0, -1) }),
	},
	'worksection.user.getAll': {
		parameters: () => everybody,
		expected: ({ worksection }) =>
			worksection.people.map((user) => expect.objectContaining(pick(user, 'id', 'email', 'name'))),
	},
	'worksection.user.get': {
		parameters: () => ({ user: email }),
		items: ({ worksection }) => emails(worksection.people)(),
		expected: ({ worksection }) =>
			worksection.people
				.slice(3, 5)
				.map((user) => expect.objectContaining(pick(user, 'id', 'email', 'name'))),
	},
	'worksection.user.invite': {
		parameters: () => ({
			email: 'nora@example.com',
			additionalFields: { firstName: 'Nora', title: 'Engineer' },
		}),
		expected: ({ worksection }) => [
			expect.objectContaining({
				...pick(worksection.people.at(-1), 'id'),
				email: 'nora@example.com',
				title: 'Engineer',
				invited: true,
			}),
		],
		changes: ({ worksection }) => ({
			worksection: [
				...worksection,
				expect.objectContaining({
					email: 'nora@example.com',
					first_name: 'Nora',
					title: 'Engineer',
					role: 'user',
				}),
			],
		}),
	},
};

function pick<User extends object>(user: User | undefined, ...names: Array<keyof User>) {
	if (user === undefined) throw new Error('There is no such user.');
	return Object.fromEntries(names.map((name) => [name, user[name]]));
}

/** The same list, with that much changed of the third one in it. */
function third<User extends object>(users: User[], change: (user: User) => object): object[] {
	return users.map((user, index) => (index === 2 ? { ...user, ...change(user) } : user));
}

/** Every `node.resource.operation` that these node types offer. */
export function operationsOf(nodes: INodeTypeDescription[]): string[] {
	return nodes.flatMap(({ name, properties }) => {
		const node = name.replace(/^.*\./, '');
		const choices = (property: string) => properties.filter((one) => one.name === property);
		return choices('operation').flatMap(({ options = [], displayOptions }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map(
					(option) => `${node}.${String(resource)}.${String('value' in option && option.value)}`,
				),
			),
		);
	});
}
