import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { poll } from '../shared/trigger/poll';
import { fields, autocallsTrigger } from './user/user.trigger';

export class AutocallsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Autocalls Trigger',
		name: 'autocallsTrigger',
		icon: { light: 'file:../../icons/autocalls.svg', dark: 'file:../../icons/autocalls.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when white-label users of Autocalls join, change or leave',
		defaults: { name: 'Autocalls Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'autocallsApi', required: true }],
		properties: [...fields],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, autocallsTrigger);
	}
}
