import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName } from '../../sandbox';
import { projectFolder, sourcePackage } from '../harness/nodePackage';

/** One operation of one resource of one node, with the fields that the editor shows for it. */
export interface OperationUnderTest {
	node: ProviderName;
	/** The node's folder. */
	folder: string;
	resource: string;
	operation: INodePropertyOptions;
	properties: INodeProperties[];
}

interface Manifest {
	n8n: { nodes: string[] };
}

const manifest = JSON.parse(
	readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
) as Manifest;

const shows = ({ displayOptions }: INodeProperties, name: string, value: string): boolean => {
	const values: unknown[] | undefined = displayOptions?.show?.[name];
	return values === undefined || values.includes(value);
};

const optionsOf = (property: INodeProperties | undefined): INodePropertyOptions[] =>
	(property?.options ?? []) as INodePropertyOptions[];

function operationsOf(file: string): OperationUnderTest[] {
	const folder = path.join(projectFolder, path.dirname(file).replace(/^dist\//, ''));
	const base = path.basename(folder);
	const name = (base.charAt(0).toLowerCase() + base.slice(1)) as ProviderName;
	const node = sourcePackage().node(name);
	if (!node || !('properties' in node.description)) throw new Error(`There is no node ${name}.`);
	const { properties } = node.description;
	const resources = optionsOf(properties.find((property) => property.name === 'resource'));
	return resources.flatMap(({ value }) => {
		const resource = String(value);
		const shown = properties.filter((property) => shows(property, 'resource', resource));
		const choice = shown.find((property) => property.name === 'operation');
		return optionsOf(choice).map((operation) => ({
			node: name,
			folder,
			resource,
			operation,
			properties: shown.filter((property) => shows(property, 'operation', String(operation.value))),
		}));
	});
}

/** Every operation that the package has, as its nodes describe them. */
export const operations = manifest.n8n.nodes.flatMap(operationsOf);

/** "quo.user.getAll" */
export const nameOf = ({ node, resource, operation }: OperationUnderTest): string =>
	[node, resource, operation.value].join('.');

/** For `describe.each`. */
export const table = operations.map((each) => [nameOf(each), each] as const);
