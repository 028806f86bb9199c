import { NodeApiError, NodeConnectionTypes, NodeOperationError, sleep } from 'n8n-workflow';
import type {
	ICredentialType,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	JsonObject,
} from 'n8n-workflow';

export class PlanetsApi implements ICredentialType {
	name = 'planetsApi';

	displayName = 'Planets API';

	properties: ICredentialType['properties'] = [
		{ displayName: 'Key', name: 'key', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: 'http://localhost:1' },
	];

	authenticate: NonNullable<ICredentialType['authenticate']> = {
		type: 'generic',
		properties: { headers: { 'x-key': '={{ $credentials.key }}' } },
	};

	test: NonNullable<ICredentialType['test']> = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/planets/earth' },
		rules: [
			{ type: 'responseSuccessBody', properties: { key: 'fault', value: 'key', message: 'No.' } },
		],
	};
}

/** Asks a server for a planet per item; waits for ever if told to. */
export class Planets implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Planets',
		name: 'planets',
		group: ['input'],
		version: 1,
		description: 'Planets',
		defaults: { name: 'Planets' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'planetsApi', required: true }],
		properties: [
			{ displayName: 'Planet', name: 'planet', type: 'string', default: '', required: true },
			{ displayName: 'Wait', name: 'wait', type: 'boolean', default: false },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const signal = this.getExecutionCancelSignal();
		const items: INodeExecutionData[] = [];
		for (const [item] of this.getInputData().entries()) {
			if (this.getNodeParameter('wait', item) === true) await sleep(60_000, signal);
			items.push({ json: await json(this, item), pairedItem: { item } });
		}
		this.addExecutionHints({ message: `${items.length} planets`, location: 'outputPane' });
		return [items];
	}
}

async function json(context: IExecuteFunctions, itemIndex: number): Promise<IDataObject> {
	try {
		const { baseUrl } = await context.getCredentials<{ baseUrl: string }>('planetsApi');
		const planet = context.getNodeParameter('planet', itemIndex) as string;
		if (planet === 'pluto') {
			throw new NodeOperationError(context.getNode(), 'Not a planet', { itemIndex });
		}
		const request = { url: `${baseUrl}/planets/${planet}`, json: true };
		return (await context.helpers.httpRequestWithAuthentication.call(
			context,
			'planetsApi',
			request,
		)) as IDataObject;
	} catch (error) {
		if (context.continueOnFail()) return { error: (error as Error).message };
		if (error instanceof NodeOperationError) throw error;
		const failure = new NodeApiError(context.getNode(), error as JsonObject);
		failure.context.itemIndex = itemIndex;
		throw failure;
	}
}
