import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { ProviderName, Sandboxes } from '../../sandbox';
import { readWorkflow } from '../../scripts/start/workflowFile';
import { projectFolder, runWorkflow, type WorkflowFile } from '../harness';
import { providerNames, titleOf } from '../harness/providers';
import { otherNodes } from './otherNodes';

export const examplesFolder = path.join(projectFolder, 'examples');

interface Given {
	/** The rows of the file that a form gets. */
	inForm?: IDataObject[];
	/** What the first trigger reports; a sample of its own unless given. */
	events?: IDataObject[];
}

export async function runExample(file: string, sandboxes: Sandboxes, given: Given = {}) {
	const credentials = providerNames.map((name) => {
		const { credentials: data } = sandboxes[name as ProviderName];
		return [`${titleOf(name)} account`, data] as const;
	});
	const workflow = readWorkflow(path.join(examplesFolder, file));
	return await runWorkflow({
		workflow: given.events ? reporting(workflow, given.events) : workflow,
		nodeTypes: otherNodes(given.inForm ?? []),
		credentials: Object.fromEntries(credentials),
	});
}

function reporting(workflow: WorkflowFile, events: IDataObject[]): WorkflowFile {
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('Trigger'));
	return { ...workflow, pinData: { [trigger?.name ?? '']: events.map((json) => ({ json })) } };
}
