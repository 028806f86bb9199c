import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from '../shared/picker/listSearch';
import { poll } from '../shared/trigger/poll';
import { applicationPicker } from './application/application.picker';
import { queuePicker } from './queue/queue.picker';
import { skillPicker } from './skill/skill.picker';
import { voximplantUserPicker } from './user/user.picker';
import { fields, voximplantTrigger } from './user/user.trigger';

const { connection } = voximplantTrigger.provider;

export class VoximplantTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Voximplant Trigger',
		name: 'voximplantTrigger',
		icon: {
			light: 'file:../../icons/voximplant.svg',
			dark: 'file:../../icons/voximplant.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when users of a Voximplant application join, change or leave',
		defaults: { name: 'Voximplant Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'voximplantApi', required: true }],
		properties: [...fields],
	};

	methods = {
		listSearch: {
			searchApplications: listSearch(connection, applicationPicker),
			searchQueues: listSearch(connection, queuePicker),
			searchSkills: listSearch(connection, skillPicker),
			searchUsers: listSearch(connection, voximplantUserPicker),
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, voximplantTrigger);
	}
}
