import type { ProviderName, Sandboxes } from '../../sandbox';
import type { Choice } from '../browser/editor';

/** What a first-time user of a node looks for, types and expects. */
export interface FirstWorkflow {
	provider: ProviderName;
	/** The node's name in the panel. */
	node: string;
	/** Typed to find it: its name, and what else it is called. */
	searches: string[];
	/** Some of what it offers, in this order. */
	actions: string[];
	/** Of the credential, in the order of the dialogue; what stays as it is is left out. */
	fields: string[];
	/** What is shown of a wrong key, all of it. */
	reason: string;
	/** What has to be chosen before a user can be. */
	before?: { parameter: string; choice: Choice };
	/** Somebody from the middle of the list. */
	user(sandboxes: Sandboxes): Choice;
	/** Everybody's, as the table shows them. */
	ids(sandboxes: Sandboxes): string[];
	/** The first ones of the simplified output. */
	columns: string[];
}

const shownAs = (value = ''): Choice => ({ typed: value, shows: value });
const somebody = 17;

export const firstWorkflows: FirstWorkflow[] = [
	{
		provider: 'autocalls',
		node: 'Autocalls',
		searches: ['autocalls', 'Autocalls.ai', 'White Label'],
		actions: ['Create token for user', 'Get user', 'Get many users', 'Register user'],
		fields: ['apiKey', 'baseUrl'],
		reason:
			'Autocalls answered 401 Unauthorized: it doesn’t know this API key. Create one under API keys in Autocalls and paste it whole.',
		ids: ({ autocalls }) => autocalls.people.map(({ id }) => String(id)),
		user: ({ autocalls }) => shownAs(autocalls.people[somebody]?.email),
		columns: ['id', 'name', 'email', 'minutes_balance', 'credits_balance', 'created_at'],
	},
	{
		provider: 'quo',
		node: 'Quo',
		searches: ['quo', 'OpenPhone', 'Open Phone'],
		actions: ['Get user', 'Get many users'],
		fields: ['apiKey', 'baseUrl'],
		reason:
			'Quo answered 401 Unauthorized: it doesn’t know this API key. Generate one under Workspace settings → API in Quo and paste it whole.',
		ids: ({ quo }) => quo.people.map(({ id }) => id),
		user: ({ quo }) => shownAs(quo.people[somebody]?.email ?? ''),
		columns: ['id', 'firstName', 'lastName', 'email', 'role', 'pictureUrl'],
	},
	{
		provider: 'voximplant',
		node: 'Voximplant',
		searches: ['voximplant', 'Vox Implant', 'VoxEngine'],
		actions: ['Create user', 'Delete user', 'Get user', 'Get many users', 'Update user'],
		fields: ['serviceAccount', 'baseUrl'],
		reason:
			'Voximplant answered 433: Invalid key id. Check the Key ID, and that the key was not deleted in the control panel.',
		before: {
			parameter: 'application',
			choice: { typed: 'support', shows: 'support.acme' },
		},
		ids: ({ voximplant }) => voximplant.people.map(({ user_id: id }) => String(id)),
		user: ({ voximplant }) => shownAs(voximplant.people[somebody]?.user_name),
		columns: ['user_id', 'user_name', 'user_display_name', 'user_active'],
	},
	{
		provider: 'worksection',
		node: 'Worksection',
		searches: ['worksection', 'Work Section'],
		actions: ['Get user', 'Get many users', 'Invite user'],
		fields: ['accountUrl', 'apiKey'],
		reason:
			'Worksection answered 2: Action hash is missed or invalid. The API Key is not that of this account: copy it again from Account → API.',
		ids: ({ worksection }) => worksection.people.map(({ id }) => id),
		user: ({ worksection }) => shownAs(worksection.people[somebody]?.email),
		columns: ['id', 'name', 'email', 'role', 'title', 'group', 'department', 'phone'],
	},
];

/** What is typed into the credential's dialogue: the sandbox's own key, or a wrong one. */
export function keyOf({ provider, fields }: FirstWorkflow, sandboxes: Sandboxes, right: boolean) {
	const { credentials, wrongCredentials } = sandboxes[provider];
	const values = right ? credentials : wrongCredentials;
	return Object.fromEntries(fields.map((name) => [name, String(values[name])]));
}
