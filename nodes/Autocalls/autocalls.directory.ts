import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Directory } from '../shared/directory/directory';
import { autocallsBaseUrl } from './autocalls.auth';
import { autocalls } from './autocalls.provider';
import { onboardAutocalls } from './user/onboard';

const appOf = (credentials: ICredentialDataDecryptedObject): string =>
	new URL(autocallsBaseUrl(credentials)).origin;

export const autocallsDirectory: Directory = {
	provider: autocalls,
	onboard: onboardAutocalls,
	offboard: {
		note: "Autocalls' API changes no users: close the account in Autocalls under White Label → Users.",
		url: appOf,
	},
};
