import type { IDataObject, INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { neighbourProofs } from './neighbourOperations';

/** How one operation is proved: with what, on which items, and what has to come of it. */
export interface Proof {
	parameters(sandboxes: Sandboxes): INodeParameters;
	/** What comes in; one empty item where left out. */
	items?(sandboxes: Sandboxes): IDataObject[];
	/** One for each item that has to come out, in this order. */
	expected(sandboxes: Sandboxes): unknown[];
}

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

const application = by('name', 'support.acme.voximplant.com');
const password = 'Kept-s3cret!';
const emails = (people: Array<{ email: string }>) => () =>
	people.slice(3, 5).map(({ email }) => ({ email }));
const email = by('email', '={{ $json.email }}');
const everybody = { returnAll: true, output: 'raw' };

/** node.resource.operation → proof. A new operation fails the tests until it has its own. */
export const proofs: Record<string, Proof> = {
	...neighbourProofs,
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
		items: () => [{ email: 'nora@example.com' }, { email: 'nils@example.com' }],
		expected: ({ autocalls }) =>
			autocalls.people.slice(-2).map(({ id, email: address }) => ({
				id,
				name: 'Nora',
				email: address,
				created: true,
				token: expect.any(String) as unknown,
			})),
	},
	'autocalls.user.transferBalance': {
		parameters: ({ autocalls }) => ({
			user: by('id', String(autocalls.people[2]?.id)),
			balanceType: 'minutes',
			direction: 'add',
			amount: 12.5,
		}),
		expected: ({ autocalls }) => [
			{
				...pick(autocalls.people[2], 'id', 'name', 'email', 'minutes_balance', 'credits_balance'),
				balanceType: 'minutes',
				direction: 'add',
				amount: 12.5,
				your_minutes: autocalls.adminMinutes,
			},
		],
	},
	'autocalls.user.createToken': {
		parameters: ({ autocalls }) => ({
			user: by('id', String(autocalls.people[2]?.id)),
			tokenName: 'CRM sync',
		}),
		expected: ({ autocalls }) => [
			{
				...pick(autocalls.people[2], 'id', 'name', 'email'),
				token: expect.any(String) as unknown,
				token_name: 'CRM sync',
			},
		],
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
	},
	'voximplant.user.update': {
		parameters: ({ voximplant }) => ({
			user: by('id', String(voximplant.people[2]?.user_id)),
			updateFields: { userDisplayName: 'Nils' },
		}),
		expected: ({ voximplant }) =>
			voximplant.people
				.filter((user) => user.user_display_name === 'Nils')
				.map((user) => ({ ...pick(user, 'user_id'), updated: true })),
	},
	'voximplant.user.delete': {
		parameters: ({ voximplant }) => ({ user: by('id', String(voximplant.people.at(-1)?.user_id)) }),
		expected: () => [{ user_id: expect.any(Number) as unknown, deleted: true }],
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
	},
};

function pick<User extends object>(user: User | undefined, ...names: Array<keyof User>) {
	if (user === undefined) throw new Error('There is no such user.');
	return Object.fromEntries(names.map((name) => [name, user[name]]));
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
