import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateRoster } from './roster.auth';

export class RosterApi implements ICredentialType {
	name = 'rosterApi';

	displayName = 'Roster API';

	properties: INodeProperties[] = [
		{ displayName: 'API Key', name: 'apiKey', type: 'string', default: '' },
		{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	];

	authenticate = authenticateRoster;
}
