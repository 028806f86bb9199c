import type { INodeTypeDescription } from 'n8n-workflow';

/** n8n 1 adds it to every node with an OAuth2 credential. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** Every `node.resource.operation` that these node types offer. */
export function operationsOf(nodes: INodeTypeDescription[]): string[] {
	return nodes.flatMap(({ name, properties }) => {
		const node = name.replace(/^.*\./, '');
		const choices = (property: string) => properties.filter((one) => one.name === property);
		return choices('operation').flatMap(({ options = [], displayOptions }) =>
			(displayOptions?.show?.resource ?? []).flatMap((resource) =>
				options
					.map((option) => String('value' in option && option.value))
					.filter((value) => value !== CUSTOM_API_CALL)
					.map((value) => `${node}.${String(resource)}.${value}`),
			),
		);
	});
}
