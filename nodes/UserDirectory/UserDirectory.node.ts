import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { directories } from './directories';
import { directoryCredentials } from './directoryCredentials';
import { listSearches } from './listSearches';
import { personFields } from './person/person.resource';
import { runUserDirectory } from './run';

export class UserDirectory implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'User Directory',
		name: 'userDirectory',
		icon: {
			light: 'file:../../icons/userDirectory.svg',
			dark: 'file:../../icons/userDirectory.dark.svg',
		},
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'See one person across several directories: list, find, compare with a roster, onboard and offboard',
		defaults: { name: 'User Directory' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter["operation"] === "compare" ? [{ type: "main", displayName: "Matched" }, { type: "main", displayName: "Missing" }, { type: "main", displayName: "Extra" }, { type: "main", displayName: "Review" }] : [{ type: "main" }] }}',
		credentials: directoryCredentials(directories),
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Person', value: 'person' }],
				default: 'person',
			},
			...personFields(directories),
		],
	};

	methods = { listSearch: listSearches(directories) };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runUserDirectory(this, directories);
	}
}
