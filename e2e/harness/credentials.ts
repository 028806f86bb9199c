import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import type { ProviderName, Sandboxes } from '../../sandbox';
import { projectFolder } from './folders';
import { providers, titles } from './package';
import type { N8nRest, WorkflowFile } from './rest';

/** What a node refers to a saved credential by. */
export interface CredentialReference {
	id: string;
	name: string;
}

export const credentialOf = (provider: string): string => `${provider}Api`;

/** By credential type. */
export type Credentials = Record<string, CredentialReference>;

/** The fields of each provider's credential: sandboxes have them. */
export type CredentialFields = Record<ProviderName, Pick<Sandboxes[ProviderName], 'credentials'>>;

/** Saves a credential for each provider, under the names that the examples use. */
export async function addCredentials(
	rest: N8nRest,
	sandboxes: CredentialFields,
): Promise<Credentials> {
	const credentials: Credentials = {};
	for (const provider of providers) {
		const type = credentialOf(provider);
		const { credentials: fields } = sandboxes[provider];
		const name = `${titles.get(provider)} account`;
		credentials[type] = await rest.createCredential(type, fields, name);
	}
	return credentials;
}

/** For a node of that provider. */
export function credentialFrom(saved: Credentials, provider: string): Credentials {
	const type = credentialOf(provider);
	const own = saved[type];
	if (own === undefined) throw new Error(`There is no credential ${type}.`);
	return { [type]: own };
}

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
