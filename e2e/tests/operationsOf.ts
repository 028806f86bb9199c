import type { INodeTypeDescription } from 'n8n-workflow';

/** Every `node.resource.operation` that these node types offer. */
export function operationsOf(nodes: INodeTypeDescription[]): string[] {
	return nodes.flatMap(({ name, properties }) => {
		const node = name.replace(/^.*\./, '');
		const choices = (property: string) => properties.filter((one) => one.name === property);
		return choices('operation').flatMap(({ options = [], displayOptions }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options.map(
					(option) => `${node}.${String(resource)}.${String('value' in option && option.value)}`,
				),
			),
		);
	});
}
