import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { ProviderName, Sandboxes } from '../../sandbox';
import { readWorkflow } from '../../scripts/start/workflowFile';
import { projectFolder, runWorkflow } from '../harness';
import { providerNames, titleOf } from '../harness/providers';
import { otherNodes } from './otherNodes';

export const examplesFolder = path.join(projectFolder, 'examples');

/** @param inForm the rows of the file that a form gets */
export async function runExample(file: string, sandboxes: Sandboxes, inForm: IDataObject[] = []) {
	const credentials = providerNames.map((name) => {
		const { credentials: data } = sandboxes[name as ProviderName];
		return [`${titleOf(name)} account`, data] as const;
	});
	return await runWorkflow({
		workflow: readWorkflow(path.join(examplesFolder, file)),
		nodeTypes: otherNodes(inForm),
		credentials: Object.fromEntries(credentials),
	});
}
