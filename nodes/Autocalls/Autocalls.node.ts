import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from '../shared/pick';
import { run } from '../shared/run';
import { autocalls } from './autocalls.provider';
import { userFields } from './user.fields';
import { users } from './user.pick';
import { userWriteFields } from './user.writeFields';

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
			...userWriteFields,
		],
	};

	methods = { listSearch: { searchUsers: listSearch(autocalls, users) } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, autocalls);
	}
}
