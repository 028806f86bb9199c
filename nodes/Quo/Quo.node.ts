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
import { phoneNumberPicker } from './phoneNumber/phoneNumber.picker';
import { phoneNumberFields } from './phoneNumber/phoneNumber.resource';
import { quo } from './quo.provider';
import { userFields } from './user/user.resource';

export class Quo implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Quo',
		name: 'quo',
		icon: { light: 'file:../../icons/quo.svg', dark: 'file:../../icons/quo.dark.svg' },
		group: ['input'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'List and find the users and phone numbers of a Quo (formerly OpenPhone) workspace',
		defaults: { name: 'Quo' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'quoApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Phone Number', value: 'phoneNumber' },
					{ name: 'User', value: 'user' },
				],
				default: 'user',
			},
			...userFields,
			...phoneNumberFields,
		],
	};

	methods = {
		listSearch: {
			searchPhoneNumbers: listSearch(quo.connection, phoneNumberPicker),
			searchUsers: listSearch(quo.connection, userPicker(quo.users)),
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, quo);
	}
}
