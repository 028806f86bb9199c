import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { builtPackage, nodeUnderTest, runNode, type NodePackage } from '../../test/harness';
import type { Directory } from '../directory';
import { providers } from '../providers';
import type { Implementation } from './implementation';

interface NodeInput {
	parameters?: INodeParameters;
	input?: IDataObject[];
}

/** The published rate is lifted. */
function parametersFor(directory: Directory): INodeParameters {
	const { parameters, options } = providers[directory.provider];
	return {
		...parameters?.(directory),
		options: { requestsPerSecond: 0, ...options?.(directory) },
	};
}

/** Runs the built node in n8n's engine. The time is the node's own, from the run data. */
export async function runBuiltNode(
	from: NodePackage,
	directory: Directory,
	{ parameters, input }: NodeInput = {},
) {
	const run = await runNode({
		node: directory.provider,
		from,
		credentials: { [directory.credentialType]: directory.credentials },
		parameters: {
			resource: 'user',
			operation: 'getAll',
			returnAll: true,
			output: 'raw',
			...parametersFor(directory),
			...parameters,
		},
		...(input && { input }),
	});
	if (run.error) throw run.error;
	if (run.messages.length > 0) throw new Error(`A hint was given: ${run.messages.join(' ')}`);
	return { ms: run.task?.executionTime ?? Number.NaN, run };
}

/** This package's nodes as they are shipped, with their default options. */
export const node: Implementation = async () => {
	const from = await builtPackage();
	return async (directory) => {
		const { ms, run } = await runBuiltNode(from, directory);
		return { ms, users: run.run.json(nodeUnderTest) };
	};
};
