import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { runNode } from '../harness';
import { credentialTypeOf, folderOf } from '../harness/providers';
import { type Name, NAMES } from '../userDirectory/fixture';
import { objectOf, type Schema } from './emitted';
import { by } from './parameters';

/** The operations of the User Directory node, and what each is run with to emit all its fields. */

const ANN = 'ann@example.com';
const person = { email: ANN, firstName: 'Ann', lastName: 'Lee' };
const login = { voximplantUserName: 'ann-lee', voximplantPassword: 'Correct-horse-7' };
const newcomer = { ...person, ...login, autocallsPassword: 'Correct-horse-7' };

const PARAMETERS: Record<string, IDataObject[]> = {
	getAll: [{ returnAll: true }],
	get: [{ email: ANN }],
	// What the first output has; the others have a part of it, and Review the reason.
	compare: [{ compareFields: { pairs: [{ field: 'displayName', rosterField: 'name' }] } }],
	// Somebody who is there has a user, and somebody who isn't a note and a page.
	onboard: [newcomer, { ...newcomer, email: 'new@example.com' }],
	offboard: [{ email: ANN, options: { includeAdmins: true } }],
};

export const peopleOperations = Object.keys(PARAMETERS);

export const peopleFileOf = (operation: string): string =>
	path.join(folderOf('userDirectory'), '__schema__', 'v1.0.0', 'person', `${operation}.json`);

/** The same person in all directories, with every value that one has. */
const ACCOUNTS: Record<Name, IDataObject> = {
	autocalls: { email: ANN },
	quo: { email: ANN, role: 'member', pictureUrl: 'https://example.com/ann.png' },
	voximplant: { user_custom_data: ANN },
	worksection: {
		...{ email: ANN, role: 'user', title: 'Agent', department: 'Sales', group: 'Blue' },
		...{ phone: '+15550100', avatar: 'https://example.com/ann.png' },
	},
};

function addAnn(sandboxes: Sandboxes, name: Name): void {
	const { people }: { people: object[] } = sandboxes[name];
	Object.assign(people[2] ?? {}, ACCOUNTS[name]);
}

async function run(operation: string, parameters: IDataObject, sandboxes: Sandboxes) {
	for (const name of NAMES) addAnn(sandboxes, name);
	const { error, json } = await runNode({
		node: 'userDirectory',
		credentials: Object.fromEntries(
			NAMES.map((name) => [credentialTypeOf(name), sandboxes[name].credentials]),
		),
		input: [{ email: ANN, name: 'Somebody Else' }],
		parameters: {
			...{ resource: 'person', operation, directories: NAMES, application: by('name', 'support') },
			matching: { voximplantEmail: 'userCustomData' },
			...(parameters as object),
		},
	});
	for (const name of NAMES) sandboxes[name].reset();
	if (error) throw error;
	return json;
}

export async function peopleItems(operation: string, sandboxes: Sandboxes): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const parameters of PARAMETERS[operation] ?? []) {
		items.push(...(await run(operation, parameters, sandboxes)));
	}
	return items;
}

/** The schema of what the operation emits here. */
export async function peopleSchemaOf(operation: string, sandboxes: Sandboxes): Promise<Schema> {
	const schema = objectOf(await peopleItems(operation, sandboxes), operation);
	const unknown = /"(\w+)":"null"/.exec(JSON.stringify(schema))?.[1];
	if (unknown !== undefined) throw new Error(`${operation}: nobody has '${unknown}'.`);
	return schema;
}
