import { CONTACT_FIELDS } from '../account';
import { type Action, list, required, requiredEmail } from '../action';

export const getContacts: Action = {
	parameters: [],
	scope: 'contacts_read',
	run: (_, context) => list(context.account.contacts, context),
};

export const addContact: Action = {
	parameters: CONTACT_FIELDS,
	scope: 'contacts_write',
	run: (sent, { account }) => {
		const given = { ...sent, email: requiredEmail(sent), name: required(sent, 'name') };
		return account.addContact(given);
	},
};

export const getContactGroups: Action = {
	parameters: [],
	scope: 'contacts_read',
	run: (_, context) => list(context.account.folders, context),
};
