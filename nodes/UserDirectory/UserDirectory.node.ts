import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import {
	directoryChoices,
	directoryCredentials,
	listFields,
	matchingField,
} from './directoryFields';
import { listSearches } from './listSearches';
import { personFields, personOperation, personOptions } from './person/person.resource';
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
		credentials: directoryCredentials,
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Person', value: 'person' }],
				default: 'person',
			},
			personOperation,
			{
				displayName: 'Directories',
				name: 'directories',
				type: 'multiOptions',
				required: true,
				options: directoryChoices,
				default: [],
				description: 'Which directories to look into. Each asks for its own credential.',
			},
			...listFields,
			...personFields,
			matchingField,
			...personOptions,
		],
	};

	methods = { listSearch: listSearches };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runUserDirectory(this);
	}
}
