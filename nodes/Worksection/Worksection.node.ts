import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from '../shared/pick';
import { run } from '../shared/run';
import { contactFields } from './contact.fields';
import { teamFields } from './team.fields';
import { inviteFields } from './user.inviteFields';
import { userFields } from './user.fields';
import { users } from './user.pick';
import { worksection } from './worksection.provider';

export class Worksection implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Worksection',
		name: 'worksection',
		icon: {
			light: 'file:../../icons/worksection.svg',
			dark: 'file:../../icons/worksection.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'List, find and invite the members of a Worksection account, with its teams and contacts',
		defaults: { name: 'Worksection' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'worksectionApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Contact', value: 'contact' },
					{ name: 'Team', value: 'team' },
					{ name: 'User', value: 'user' },
				],
				default: 'user',
			},
			...userFields,
			...inviteFields,
			...contactFields,
			...teamFields,
		],
	};

	methods = { listSearch: { searchUsers: listSearch(worksection, users) } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, worksection);
	}
}
