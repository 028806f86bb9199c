import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { ICredentialType, INodeType, IVersionedNodeType } from 'n8n-workflow';

/** Where node and credential classes come from: this source tree, or what was built from it. */
export interface NodePackage {
	name: string;
	/** `undefined` where the package has no such node; `type` is without the package's name. */
	node(type: string): INodeType | IVersionedNodeType | undefined;
	credential(type: string): ICredentialType | undefined;
}

export const projectFolder = path.resolve(__dirname, '../..');

interface Manifest {
	name: string;
	n8n: { nodes: string[]; credentials: string[] };
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The first half of every node type's full name: `n8n-nodes-user-directory.quo`. */
export const packageName = readManifest(projectFolder).name;

/** The TypeScript sources. A class is loaded when it is first asked for. */
export function sourcePackage(folder = projectFolder): NodePackage {
	const { name, n8n } = readManifest(folder);
	const nodes = byTypeName(n8n.nodes);
	const credentials = byTypeName(n8n.credentials);
	const load = <Type>(files: Map<string, string>, type: string): Type | undefined => {
		const file = files.get(type);
		return file === undefined ? undefined : construct<Type>(path.join(folder, sourceOf(file)));
	};
	return {
		name,
		node: (type) => load(nodes, type),
		credential: (type) => load(credentials, type),
	};
}

/** `dist/nodes/Quo/Quo.node.js` → `quo`: n8n's lint holds class, file and type name together. */
function byTypeName(files: string[]): Map<string, string> {
	return new Map(
		files.map((file) => {
			const name = classOf(file);
			return [name.charAt(0).toLowerCase() + name.slice(1), file];
		}),
	);
}

const classOf = (file: string) => path.basename(file).split('.')[0] ?? '';

const sourceOf = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** For what is found by name, while running. */
const required = createRequire(__filename);

function construct<Type>(file: string): Type {
	const exported = required(file) as Record<string, new () => Type>;
	const Class = exported[classOf(file)];
	if (!Class) throw new Error(`${file} exports no class ${classOf(file)}.`);
	return new Class();
}
