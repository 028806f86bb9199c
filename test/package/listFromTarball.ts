// Lists every provider's users with the classes of an unpacked tarball, each against its sandbox, and
// prints how many there are. A program of its own: nothing of jest helps a class to its imports.
import { providerNames, startSandboxes } from '../../sandbox';
import { builtPackage, runNode } from '../harness';

/** Voximplant's nodes ask for one; the others ignore it. */
const application = { __rl: true, mode: 'name', value: 'support.acme.voximplant.com' };
const parameters = { resource: 'user', operation: 'getAll', returnAll: true, application };

async function main(folder: string): Promise<void> {
	const from = await builtPackage(folder);
	const sandboxes = await startSandboxes({ users: 120 });
	const counts: Record<string, unknown> = {};
	try {
		for (const node of providerNames) {
			const credentials = { [`${node}Api`]: { ...sandboxes[node].credentials } };
			const run = await runNode({ node, parameters, credentials, from });
			counts[node] = run.error?.message ?? run.items.length;
		}
		console.log(JSON.stringify(counts));
	} finally {
		await sandboxes.close();
	}
}

void main(process.argv[2] ?? '');
