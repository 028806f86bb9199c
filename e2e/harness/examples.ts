import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import type { Credentials } from './credentials';
import { projectFolder } from './folders';
import type { WorkflowFile } from './rest';

/** Every node of a type that has a saved credential gets it; others stay as they are. */
export const withCredentials = (workflow: WorkflowFile, saved: Credentials): WorkflowFile => ({
	...workflow,
	nodes: workflow.nodes.map((node): INode => {
		if (!node.credentials) return node;
		const entries = Object.entries(node.credentials);
		return {
			...node,
			credentials: Object.fromEntries(entries.map(([type, own]) => [type, saved[type] ?? own])),
		};
	}),
});

/** The workflows of the examples folder, by file name. */
export function exampleWorkflows(): Map<string, WorkflowFile> {
	const folder = path.join(projectFolder, 'examples');
	const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
	const read = (file: string) =>
		JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as WorkflowFile;
	return new Map(files.sort().map((file) => [file, read(file)]));
}
