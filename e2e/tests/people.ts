import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { providers } from '../harness/package';
import type { NodeSketch } from '../harness/workflow';
import type { Fixture } from './fixture';
import { by } from './values';

/** A person who has an account in each directory, unlike the others of the sandboxes. */
export const ann = 'ann.lee@example.com';

/** Where the sandboxes keep the address of a user. */
const addressField = (provider: string) =>
	provider === 'voximplant' ? 'user_custom_data' : 'email';

/** Gives an account of each of these directories that address; resolves to the accounts. */
export function giveAddress(
	sandboxes: Sandboxes,
	email: string,
	{ index = 7, names = providers }: { index?: number; names?: typeof providers } = {},
): object[] {
	return names.map((name) => {
		const { [index]: account } = sandboxes[name].people as object[];
		if (account === undefined) throw new Error(`${name} has no account ${index}.`);
		return Object.assign(account, { [addressField(name)]: email });
	});
}

/** How many accounts there are in all. */
export const accountsIn = (sandboxes: Sandboxes): number =>
	providers.reduce((sum, name) => sum + sandboxes[name].people.length, 0);

/** The node with all four directories, unless told otherwise. */
export const peopleNode = (fixture: Fixture, parameters: INodeParameters): NodeSketch => ({
	type: 'userDirectory',
	name: 'People',
	credentials: fixture.credentials,
	parameters: {
		resource: 'person',
		directories: providers,
		application: by('name', 'support'),
		matching: { voximplantEmail: 'userCustomData' },
		...parameters,
	},
});

/** By directory, what became of the person there. */
export const statuses = (rows: IDataObject[]): Record<string, unknown> =>
	Object.fromEntries(rows.map(({ directory, status }) => [String(directory), status]));
