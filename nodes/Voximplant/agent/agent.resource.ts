import type { INodeProperties } from 'n8n-workflow';
import * as bind from './bind.operation';
import * as getAll from './getAll.operation';
import * as unbind from './unbind.operation';

/** The operations of SmartQueue's agents, and the fields of each. */
export const agentFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['agent'] } },
		options: [
			{
				name: 'Bind',
				value: 'bind',
				description:
					'Bind an agent to a SmartQueue, so that its calls and chats reach the agent. Other SmartQueues of the agent stay.',
				action: 'Bind agent',
			},
			{
				name: 'Get Many',
				value: 'getAll',
				description: 'List the SmartQueue agents of an application, with filters',
				action: 'Get many agents',
			},
			{
				name: 'Unbind',
				value: 'unbind',
				description:
					'Take an agent off a SmartQueue, so that its calls and chats no longer reach the agent',
				action: 'Unbind agent',
			},
		],
		default: 'getAll',
	},
	...bind.fields,
	...getAll.fields,
	...unbind.fields,
];

export const agentOperations = { bind, getAll, unbind };
