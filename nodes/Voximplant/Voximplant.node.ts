import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../shared/execution/run';
import { listSearch } from '../shared/picker/listSearch';
import { agentFields } from './agent/agent.resource';
import { applicationPicker } from './application/application.picker';
import { applicationFields } from './application/application.resource';
import { queuePicker } from './queue/queue.picker';
import { queueFields } from './queue/queue.resource';
import { skillPicker } from './skill/skill.picker';
import { skillFields } from './skill/skill.resource';
import { smartQueuePicker } from './smartQueue/smartQueue.picker';
import { subUserPicker } from './subUser/subUser.picker';
import { subUserFields } from './subUser/subUser.resource';
import { voximplantUserPicker } from './user/user.picker';
import { userFields } from './user/user.resource';
import { voximplant } from './voximplant.provider';

const { connection } = voximplant;

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
			'List, find, create, change and delete the users of a Voximplant application, bind them to skills, queues and SmartQueues, and review who reaches the control panel',
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
					{ name: 'Agent (SmartQueue)', value: 'agent' },
					{ name: 'Application', value: 'application' },
					{ name: 'Queue', value: 'queue' },
					{ name: 'Skill', value: 'skill' },
					{ name: 'Sub-User (Control Panel)', value: 'subUser' },
					{ name: 'User', value: 'user' },
				],
				default: 'user',
			},
			...userFields,
			...agentFields,
			...applicationFields,
			...queueFields,
			...skillFields,
			...subUserFields,
		],
	};

	methods = {
		listSearch: {
			searchApplications: listSearch(connection, applicationPicker),
			searchQueues: listSearch(connection, queuePicker),
			searchSmartQueues: listSearch(connection, smartQueuePicker),
			searchSubUsers: listSearch(connection, subUserPicker),
			searchSkills: listSearch(connection, skillPicker),
			searchUsers: listSearch(connection, voximplantUserPicker),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, voximplant);
	}
}
