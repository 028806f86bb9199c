import type { IDataObject } from 'n8n-workflow';
import { runNode, type CredentialData, type NodePackage } from '../../test/harness';
import type { Sandboxes } from '../../sandbox';
import { reportFailure, reportRows } from './report';

const directories = ['autocalls', 'quo', 'voximplant', 'worksection'];

interface Merging {
	sandboxes: Sandboxes;
	credentials: CredentialData;
	from: NodePackage;
}

/** Lists everybody once, whatever the number of their accounts; resolves to whether that went well. */
export async function showMergedDirectory(merging: Merging): Promise<boolean> {
	const { json: people, error } = await merged(merging);
	if (error) {
		reportFailure(error);
		return false;
	}
	const count = `${people.length.toLocaleString('en')} ${people.length === 1 ? 'person' : 'people'}`;
	console.log(`\nUser Directory, Get Many: all four merged into one list of ${count}:`);
	reportRows(people.map(asRow));
	return people.length > 0;
}

async function merged({ sandboxes, credentials, from }: Merging) {
	keepAddresses(sandboxes);
	return await runNode({
		...{ node: 'userDirectory', from, credentials },
		parameters: {
			...{ resource: 'person', operation: 'getAll', returnAll: true },
			directories,
			application: { __rl: true, mode: 'name', value: 'support' },
			matching: { voximplantEmail: 'userCustomData' },
		},
	});
}

/** Voximplant has no e-mail addresses: here they are in the custom data, as an account may keep them. */
function keepAddresses({ voximplant, quo }: Sandboxes): void {
	for (const [index, user] of voximplant.people.entries()) {
		const { email } = quo.people[index] ?? {};
		if (email) user.user_custom_data = email;
	}
}

/** A column per directory: the person's role there, or ✓ where it has none. */
function asRow({ displayName, email, accounts }: IDataObject): IDataObject {
	const users = accounts as IDataObject[];
	const has = (name: string) => users.find(({ provider }) => provider === name);
	const cells = directories.map((name) => [name, has(name) && (has(name)?.role ?? '✓')]);
	return { displayName, email, ...(Object.fromEntries(cells) as IDataObject) };
}
