import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

export const projectFolder = path.resolve(__dirname, '..');

const load = createRequire(path.join(projectFolder, 'package.json'));

/** The descriptions of the built nodes, as package.json lists them, by the name of the node. */
export function nodeDescriptions(): Map<string, INodeTypeDescription> {
	const manifest = readFileSync(path.join(projectFolder, 'package.json'), 'utf8');
	const { n8n } = JSON.parse(manifest) as { n8n: { nodes: string[] } };
	const descriptions = n8n.nodes.flatMap((file) => {
		const classes = load(path.join(projectFolder, file)) as Record<string, new () => INodeType>;
		return Object.values(classes).map((Class) => new Class().description);
	});
	return new Map(descriptions.map((description) => [description.name, description]));
}

function descriptionOf(provider: string): INodeTypeDescription {
	const description = nodeDescriptions().get(provider);
	if (!description) throw new Error(`package.json lists no node "${provider}".`);
	return description;
}

export const titleOf = (provider: string): string => descriptionOf(provider).displayName;

export function credentialTypeOf(provider: string): string {
	const [credential] = descriptionOf(provider).credentials ?? [];
	if (!credential) throw new Error(`The node "${provider}" has no credential.`);
	return credential.name;
}
