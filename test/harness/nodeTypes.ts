import { NodeHelpers } from 'n8n-workflow';
import type { INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { builtInNodes } from './builtIn';
import type { NodePackage } from './nodePackage';

export class UnknownNodeType extends Error {
	constructor(readonly nodeType: string) {
		super(`Unrecognized node type: ${nodeType}`);
	}
}

/** The node types of one package, of n8n as far as it is there, and those that a test made up. */
export class HarnessNodeTypes implements INodeTypes {
	private readonly loaded = new Map<string, INodeType | IVersionedNodeType>();

	constructor(
		private readonly source: NodePackage,
		added: Record<string, INodeType>,
	) {
		for (const [type, node] of Object.entries({ ...builtInNodes, ...added })) {
			this.loaded.set(type, node);
		}
	}

	has(nodeType: string): boolean {
		return this.find(nodeType) !== undefined;
	}

	getByName(nodeType: string): INodeType | IVersionedNodeType {
		const node = this.find(nodeType);
		if (!node) throw new UnknownNodeType(nodeType);
		return node;
	}

	getByNameAndVersion(nodeType: string, version?: number): INodeType {
		return NodeHelpers.getVersionedNodeType(this.getByName(nodeType), version);
	}

	getKnownTypes() {
		return {};
	}

	private find(nodeType: string): INodeType | IVersionedNodeType | undefined {
		const known = this.loaded.get(nodeType);
		if (known) return known;
		const [packageName, name] = nodeType.split('.');
		const node = packageName === this.source.name && name ? this.source.node(name) : undefined;
		if (node) this.loaded.set(nodeType, node);
		return node;
	}
}
