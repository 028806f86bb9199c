import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../shared/execution/run';
import { listSearch } from '../shared/picker/listSearch';
import { userPicker } from '../shared/picker/userPicker';
import { autocalls } from './autocalls.provider';
import { userFields } from './user/user.resource';

export class Autocalls implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Autocalls',
		name: 'autocalls',
		icon: { light: 'file:../../icons/autocalls.svg', dark: 'file:../../icons/autocalls.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'List, find, register and top up the users of an Autocalls white-label platform',
		defaults: { name: 'Autocalls' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'autocallsApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'User', value: 'user' }],
				default: 'user',
			},
			...userFields,
		],
	};

	methods = {
		listSearch: { searchUsers: listSearch(autocalls.connection, userPicker(autocalls.users)) },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, autocalls);
	}
}
