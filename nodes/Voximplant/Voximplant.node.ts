import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from '../shared/pick';
import { run } from '../shared/run';
import { applicationFields } from './application.fields';
import { queueFields } from './queue.fields';
import { skillFields } from './skill.fields';
import { userBindFields } from './user.bindFields';
import { userFields } from './user.fields';
import { userFilterFields } from './user.filterFields';
import { users } from './user.pick';
import { userWriteFields } from './user.writeFields';
import { applications, queues, skills } from './voximplant.pick';
import { voximplant } from './voximplant.provider';

export class Voximplant implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voximplant',
		name: 'voximplant',
		icon: {
			light: 'file:../../icons/voximplant.svg',
			dark: 'file:../../icons/voximplant.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'List, find, create, change and delete the users of a Voximplant application, and bind them to skills and queues',
		defaults: { name: 'Voximplant' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'voximplantApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Application', value: 'application' },
					{ name: 'Queue', value: 'queue' },
					{ name: 'Skill', value: 'skill' },
					{ name: 'User', value: 'user' },
				],
				default: 'user',
			},
			...userFields,
			...userFilterFields,
			...userWriteFields,
			...userBindFields,
			...applicationFields,
			...queueFields,
			...skillFields,
		],
	};

	methods = {
		listSearch: {
			searchApplications: listSearch(voximplant, applications),
			searchQueues: listSearch(voximplant, queues),
			searchSkills: listSearch(voximplant, skills),
			searchUsers: listSearch(voximplant, users),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, voximplant);
	}
}
