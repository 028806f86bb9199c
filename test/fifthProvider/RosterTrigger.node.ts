import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { poll } from '../../nodes/shared/trigger/poll';
import { fields, rosterTrigger } from './user/user.trigger';

export class RosterTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Roster Trigger',
		name: 'rosterTrigger',
		group: ['trigger'],
		version: 1,
		description: 'Starts the workflow when members of a roster join, change or leave',
		defaults: { name: 'Roster Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'rosterApi', required: true }],
		properties: [...fields],
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, rosterTrigger);
	}
}
