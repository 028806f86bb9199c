// Lists the users of every provider that an unpacked tarball has, each against its sandbox, and prints how
// many there are. A program of its own: nothing of jest helps a class to its imports. Credential types are
// global in n8n, by name: a second folder is the package whose credentials were loaded last.
import { providerNames, startSandboxes } from '../../sandbox';
import { builtPackage, runNode, type NodePackage } from '../harness';

/** Voximplant's nodes ask for one; the others ignore it. */
const application = { __rl: true, mode: 'name', value: 'support.acme.voximplant.com' };
const parameters = { resource: 'user', operation: 'getAll', returnAll: true, application };

async function main(folder: string, credentialsFolder = folder): Promise<void> {
	const nodes = await builtPackage(folder);
	const last = await builtPackage(credentialsFolder);
	const from: NodePackage = {
		...nodes,
		credential: (type) => last.credential(type) ?? nodes.credential(type),
	};
	const sandboxes = await startSandboxes({ users: 120 });
	const counts: Record<string, unknown> = {};
	try {
		for (const name of providerNames.filter((each) => from.node(each))) {
			const credentials = { [`${name}Api`]: { ...sandboxes[name].credentials } };
			const node = `${from.name}.${name}`;
			const run = await runNode({ node, parameters, credentials, from });
			counts[name] = run.error?.message ?? run.items.length;
		}
		console.log(JSON.stringify(counts));
	} finally {
		await sandboxes.close();
	}
}

void main(process.argv[2] ?? '', process.argv[3]);
