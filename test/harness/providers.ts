import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { n8n } from '../../package.json';
import { projectFolder, sourcePackage } from './nodePackage';

/** A provider's node stands beside its `*.provider.ts`, and is named after its folder: `Quo/Quo.node.ts`. */
function providerOf(file: string): string[] {
	const folder = path.dirname(file).replace(/^dist\//, '');
	const name = path.basename(folder);
	const provider = name.charAt(0).toLowerCase() + name.slice(1);
	const isOwnNode = path.basename(file) === `${name}.node.js`;
	const definition = path.join(projectFolder, folder, `${provider}.provider.ts`);
	return isOwnNode && existsSync(definition) ? [provider] : [];
}

/** The node types of the providers, from the manifest. */
export const providerNames: readonly string[] = n8n.nodes.flatMap(providerOf);

/** `nodes/Quo` of `quo`. */
export const folderOf = (provider: string): string =>
	path.join(projectFolder, 'nodes', provider.charAt(0).toUpperCase() + provider.slice(1));

export function descriptionOf(provider: string): INodeTypeDescription {
	const node = sourcePackage().node(provider);
	if (!node || !('execute' in node || 'poll' in node))
		throw new Error(`There is no node ${provider}.`);
	return node.description;
}

export const titleOf = (provider: string): string => descriptionOf(provider).displayName;

/** The credential that a provider's node asks for first. */
export function credentialTypeOf(provider: string): string {
	const [first] = descriptionOf(provider).credentials ?? [];
	if (!first) throw new Error(`The node ${provider} has no credential.`);
	return first.name;
}

const required = createRequire(__filename);

/** By provider, what `test/providers/<provider>/<name>.ts` exports as `<name>`. */
export function fromEachProvider<Value>(name: string): Record<string, Value> {
	const entries = providerNames.map((provider) => {
		const file = path.join(projectFolder, 'test/providers', provider, `${name}.ts`);
		const { [name]: value } = required(file) as Record<string, Value>;
		if (value === undefined) throw new Error(`${file} exports no ${name}.`);
		return [provider, value] as const;
	});
	return Object.fromEntries(entries);
}
