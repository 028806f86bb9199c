import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { builtPackage, nodeUnderTest, runNode, type NodePackage } from '../../test/harness';
import { credentialType, type Directory } from '../providers';
import type { Contestant } from './contestant';

interface Work {
	parameters?: INodeParameters;
	input?: IDataObject[];
}

/** What a list of everybody needs besides the operation; the published rate is lifted. */
function parametersFor({ provider, pageSize, applicationId }: Directory): INodeParameters {
	const options = { requestsPerSecond: 0 };
	if (provider !== 'voximplant') return { options };
	const application = { __rl: true, mode: 'id', value: String(applicationId) };
	return { application, options: { ...options, pageSize } };
}

/** Runs the built node in n8n's engine; the time is the node's own, from the run data. */
export async function runBuilt(from: NodePackage, directory: Directory, work: Work = {}) {
	const run = await runNode({
		node: directory.provider,
		from,
		credentials: { [credentialType(directory)]: directory.credentials },
		parameters: {
			resource: 'user',
			operation: 'getAll',
			returnAll: true,
			output: 'raw',
			...parametersFor(directory),
			...work.parameters,
		},
		...(work.input && { input: work.input }),
	});
	if (run.error) throw run.error;
	if (run.messages.length > 0) throw new Error(`A hint was given: ${run.messages.join(' ')}`);
	return { ms: run.task?.executionTime ?? Number.NaN, run };
}

/** Our nodes as they are shipped, with their default options. */
export const node: Contestant = async () => {
	const from = await builtPackage();
	return async (directory) => {
		const { ms, run } = await runBuilt(from, directory);
		return { ms, users: run.run.json(nodeUnderTest) };
	};
};
