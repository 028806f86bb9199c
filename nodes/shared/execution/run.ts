import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Provider } from './provider';

/**
 * A node's `execute`. What it takes is loaded with the first run: n8n loads all nodes when it starts.
 *
 * @throws NodeApiError | NodeOperationError for the first failing item, unless the node continues
 */
export async function run(
	functions: IExecuteFunctions,
	provider: Provider,
): Promise<INodeExecutionData[][]> {
	const { runItems } = await import('./runItems');
	return await runItems(functions, provider);
}
