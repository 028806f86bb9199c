import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { poll } from '../shared/trigger/poll';
import { fields, quoTrigger } from './user/user.trigger';

export class QuoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Quo Trigger',
		name: 'quoTrigger',
		icon: { light: 'file:../../icons/quo.svg', dark: 'file:../../icons/quo.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description:
			'Starts the workflow when users of a Quo (formerly OpenPhone) workspace join, change or leave',
		defaults: { name: 'Quo Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'quoApi', required: true }],
		properties: [...fields],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, quoTrigger);
	}
}
