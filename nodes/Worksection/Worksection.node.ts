import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from '../shared/execution/run';
import { listSearch } from '../shared/picker/listSearch';
import { loadOptions } from '../shared/picker/loadOptions';
import { contactFields } from './contact/contact.resource';
import { departmentPicker, folderPicker, teamPicker } from './namedGroup.picker';
import { projectPicker } from './project/project.picker';
import { teamFields } from './team/team.resource';
import { worksectionUserPicker } from './user/user.picker';
import { userFields } from './user/user.resource';
import { authenticationField, worksectionCredentials } from './worksection.authentication';
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
			'List, find and invite the members of a Worksection account, remove them from projects, and list teams and contacts',
		defaults: { name: 'Worksection' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: worksectionCredentials,
		properties: [
			authenticationField,
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
			...contactFields,
			...teamFields,
		],
	};

	methods = {
		loadOptions: {
			getProjects: loadOptions(worksection.connection, projectPicker),
		},
		listSearch: {
			searchDepartments: listSearch(worksection.connection, departmentPicker),
			searchFolders: listSearch(worksection.connection, folderPicker),
			searchTeams: listSearch(worksection.connection, teamPicker),
			searchUsers: listSearch(worksection.connection, worksectionUserPicker),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, worksection);
	}
}
