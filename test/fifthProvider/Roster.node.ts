import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../../nodes/shared/execution/run';
import { listSearch } from '../../nodes/shared/picker/listSearch';
import { userPicker } from '../../nodes/shared/picker/userPicker';
import { roster } from './roster.provider';
import { userFields } from './user/user.resource';

export class Roster implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Roster',
		name: 'roster',
		group: ['input'],
		version: 1,
		description: 'List, find and create the members of a roster',
		defaults: { name: 'Roster' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'rosterApi', required: true }],
		properties: [
			{ displayName: 'Resource', name: 'resource', type: 'string', default: 'user' },
			...userFields,
		],
	};

	methods = {
		listSearch: { searchUsers: listSearch(roster.connection, userPicker(roster.users)) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, roster);
	}
}
