import type { INodeParameters } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { credentialTypeOf, fromEachProvider } from '../harness/providers';
import { nameOf, type OperationUnderTest } from './operations';

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: unknown) => ({ __rl: true, mode, value: String(value) });

type From<Sandbox, Value> = Record<string, (sandbox: Sandbox) => Value>;

/** What a provider's operations are run with: `test/providers/<provider>/parameters.ts` exports one. */
export interface OperationParameters<Sandbox> {
	/** What an operation such as `user.get` needs to give a result. A `getAll` may need nothing. */
	operations: From<Sandbox, INodeParameters>;
	/** Values of fields that the provider checks, by the field's name. */
	values?: From<Sandbox, unknown>;
}

const ofProviders = fromEachProvider<OperationParameters<unknown>>('parameters');

/** Parameters with which the operation gives a result. */
export function parametersOf(under: OperationUnderTest, sandboxes: Sandboxes): INodeParameters {
	const { node, resource, operation } = under;
	const name = `${resource}.${operation.value}`;
	const own = ofProviders[node]?.operations[name];
	if (!own && operation.value !== 'getAll') {
		throw new Error(`Add ${nameOf(under)} to test/providers/${node}/parameters.ts.`);
	}
	return {
		resource,
		operation: String(operation.value),
		...(operation.value === 'getAll' && { returnAll: true }),
		...own?.(sandboxes[node]),
	};
}

/** A value that the provider accepts in this field, where it checks that. */
export const valueOf = (
	node: OperationUnderTest['node'],
	field: string,
	sandboxes: Sandboxes,
): unknown => ofProviders[node]?.values?.[field]?.(sandboxes[node]);

/** What the sandbox accepts for this node. */
export function credentialsFor(node: OperationUnderTest['node'], sandboxes: Sandboxes) {
	return { [credentialTypeOf(node)]: sandboxes[node].credentials };
}
