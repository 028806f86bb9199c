import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { UserTrigger } from './userTrigger';

/**
 * A trigger's `poll`. What it takes is loaded with the first poll: n8n loads all nodes when it starts.
 *
 * @returns null where nothing happened, or while another poll of the same node is running
 * @throws NodeApiError | NodeOperationError where the list could not be read whole, or too many are
 * missing from it: what is remembered then stays as it was
 */
export async function poll(
	functions: IPollFunctions,
	trigger: UserTrigger,
): Promise<INodeExecutionData[][] | null> {
	const { pollUsers } = await import('./pollUsers');
	return await pollUsers(functions, trigger);
}
