import path from 'node:path';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ProviderName, Sandboxes } from '../../sandbox';
import { PollingNode } from '../harness/pollingNode';
import { sourcePackage } from '../harness/nodePackage';
import { descriptionOf, folderOf, providerNames } from '../harness/providers';
import { objectOf, type Schema } from './emitted';
import { credentialsFor, parametersOf } from './parameters';
import { operations } from './operations';

export interface TriggerUnderPreview {
	/** `quoTrigger` */
	node: string;
	provider: ProviderName;
	/** The node's folder. */
	folder: string;
	properties: INodeProperties[];
}

/** The triggers of the providers, as they describe them. */
export const triggers: TriggerUnderPreview[] = providerNames
	.filter((provider) => sourcePackage().node(`${provider}Trigger`) !== undefined)
	.map((provider) => ({
		node: `${provider}Trigger`,
		provider: provider as ProviderName,
		folder: folderOf(provider),
		properties: descriptionOf(`${provider}Trigger`).properties,
	}));

/** n8n asks for the preview of a node without resource and operation by its version alone. */
export const triggerFileOf = ({ folder }: TriggerUnderPreview): string =>
	path.join(folder, '__schema__', 'v1.0.0.json');

/** Test events of each kind, from a trigger as it is added to a workflow. */
export async function eventsOf(
	{ node, provider }: TriggerUnderPreview,
	sandboxes: Sandboxes,
): Promise<IDataObject[]> {
	const list = operations.find((under) => under.node === provider && under.resource === 'user');
	const { application } = parametersOf(list!, sandboxes);
	const polling = new PollingNode({
		node,
		credentials: credentialsFor(provider, sandboxes),
		parameters: { ...(application === undefined ? {} : { application }) },
	});
	return (await polling.poll({ mode: 'manual' })) ?? [];
}

/** The schema of a trigger's events; their user is that of the list. */
export async function triggerSchemaOf(
	under: TriggerUnderPreview,
	sandboxes: Sandboxes,
	operationSchemas: ReadonlyMap<string, Schema>,
): Promise<Schema> {
	const events = await eventsOf(under, sandboxes);
	const user = operationSchemas.get(`${under.provider}.user.getAll`);
	// One type per field: a value that is told is a text in most changes
	const told = events.map(({ changes, user: _, ...event }) => ({
		...event,
		user: {},
		changes: (changes as IDataObject[]).filter(({ to }) => typeof to === 'string'),
	}));
	const { properties, ...schema } = objectOf(told, under.node);
	return { ...schema, properties: { ...properties, ...(user && { user }) } };
}
