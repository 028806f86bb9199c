import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ProviderName } from '../../sandbox';
import { descriptionOf, folderOf, providerNames } from '../harness/providers';

/** One operation of one resource of one node, with the fields that the editor shows for it. */
export interface OperationUnderTest {
	node: ProviderName;
	/** The node's folder. */
	folder: string;
	resource: string;
	operation: INodePropertyOptions;
	properties: INodeProperties[];
}

const shows = ({ displayOptions }: INodeProperties, name: string, value: string): boolean => {
	const values: unknown[] | undefined = displayOptions?.show?.[name];
	return values === undefined || values.includes(value);
};

const optionsOf = (property: INodeProperties | undefined): INodePropertyOptions[] =>
	(property?.options ?? []) as INodePropertyOptions[];

function operationsOf(name: string): OperationUnderTest[] {
	const { properties } = descriptionOf(name);
	const folder = folderOf(name);
	const resources = optionsOf(properties.find((property) => property.name === 'resource'));
	return resources.flatMap(({ value }) => {
		const resource = String(value);
		const shown = properties.filter((property) => shows(property, 'resource', resource));
		const choice = shown.find((property) => property.name === 'operation');
		return optionsOf(choice).map((operation) => ({
			node: name as ProviderName,
			folder,
			resource,
			operation,
			properties: shown.filter((property) => shows(property, 'operation', String(operation.value))),
		}));
	});
}

/** Every operation of the providers' nodes, as they describe them. */
export const operations = providerNames.flatMap(operationsOf);

/** "quo.user.getAll" */
export const nameOf = ({ node, resource, operation }: OperationUnderTest): string =>
	[node, resource, operation.value].join('.');

/** For `describe.each`. */
export const table = operations.map((each) => [nameOf(each), each] as const);
