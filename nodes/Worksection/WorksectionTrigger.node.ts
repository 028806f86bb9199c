import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from '../shared/picker/listSearch';
import { poll } from '../shared/trigger/poll';
import { departmentPicker, teamPicker } from './namedGroup.picker';
import { authenticationField, worksectionCredentials } from './worksection.authentication';
import { fields, worksectionTrigger } from './user/user.trigger';

const { connection } = worksectionTrigger.provider;

export class WorksectionTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Worksection Trigger',
		name: 'worksectionTrigger',
		icon: {
			light: 'file:../../icons/worksection.svg',
			dark: 'file:../../icons/worksection.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when members of a Worksection account join, change or leave',
		defaults: { name: 'Worksection Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: worksectionCredentials,
		properties: [authenticationField, ...fields],
	};

	methods = {
		listSearch: {
			searchDepartments: listSearch(connection, departmentPicker),
			searchTeams: listSearch(connection, teamPicker),
		},
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this, worksectionTrigger);
	}
}
