import type { IDataObject } from 'n8n-workflow';
import type { EmailSource } from '../../shared/directory/directory';
import { isRecord, text } from '../../shared/text/json';

/** A user of Voximplant has no e-mail address: an account keeps it where it likes. */
export const CUSTOM_DATA = 'userCustomData';
export const DISPLAY_NAME = 'userDisplayName';
export const NAME_AND_DOMAIN = 'userNameAndDomain';

export const emailSources: EmailSource[] = [
	{
		value: CUSTOM_DATA,
		name: 'User Custom Data',
		description: 'The address itself, or JSON with an email in it',
		read: ({ user_custom_data: data }) => addressIn(data),
	},
	{
		value: DISPLAY_NAME,
		name: 'User Display Name',
		description: 'The display name is the address',
		read: ({ user_display_name: name }) => text(name),
	},
	{
		value: NAME_AND_DOMAIN,
		name: 'User Name and Domain',
		description: 'The user name is the part before the @; Email Domain is the rest',
		needsDomain: true,
		read: ({ user_name: name }, domain) => (text(name) === null ? null : `${text(name)}@${domain}`),
	},
];

function addressIn(data: IDataObject[string]): string | null {
	const words = text(data);
	if (words === null || !words.startsWith('{')) return words;
	try {
		const parsed: unknown = JSON.parse(words);
		return isRecord(parsed) ? text(parsed.email) : null;
	} catch {
		return null;
	}
}
