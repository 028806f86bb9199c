// Lists all four directories with the classes of an unpacked tarball, each against its sandbox, and
// prints how many people came. A program of its own: nothing of jest helps a class to its imports.
import type { INodeParameters } from 'n8n-workflow';
import { startSandboxes } from '../../sandbox';
import { builtPackage, runNode } from '../harness';

const application = { __rl: true, mode: 'name', value: 'support.acme.voximplant.com' };

async function main(folder: string): Promise<void> {
	const from = await builtPackage(folder);
	const sandboxes = await startSandboxes({ users: 120 });
	const list = async (node: string, credential: string, more: INodeParameters = {}) => {
		const { credentials } = sandboxes[node as keyof typeof sandboxes] as {
			credentials: Record<string, unknown>;
		};
		const parameters = { resource: 'user', operation: 'getAll', returnAll: true, ...more };
		const run = await runNode({
			node,
			parameters,
			credentials: { [credential]: credentials },
			from,
		});
		return run.error?.message ?? run.items.length;
	};
	try {
		const counts = {
			autocalls: await list('autocalls', 'autocallsApi'),
			quo: await list('quo', 'quoApi'),
			voximplant: await list('voximplant', 'voximplantApi', { application }),
			worksection: await list('worksection', 'worksectionApi'),
		};
		console.log(JSON.stringify(counts));
	} finally {
		await sandboxes.close();
	}
}

void main(process.argv[2] ?? '');
