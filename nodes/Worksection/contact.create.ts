import { emailIn, textIn } from '../shared/parameters';
import type { Operation } from '../shared/provider';
import { add, additional } from './worksection.addition';
import type { Place } from './worksection.addition';
import { contactDirectory, worksectionContact } from './worksection.contact';

const CONTACTS: Place = {
	kind: worksectionContact,
	directory: contactDirectory,
	deed: ['creation', 'created'],
	flag: 'created',
};

/** https://worksection.com/en/faq/api-user.html: `add_contact` invites nobody. */
export const createContact: Operation = async (item) =>
	await add(item, CONTACTS, () => {
		const email = emailIn(item.parameter('email'), 'Email');
		const name = textIn(item.parameter('name'), 'Name');
		const fields = additional(item, {
			title: ['Title', 'title'],
			folder: ['Folder', 'group'],
			phone: ['Phone', 'phone'],
			phone2: ['Phone 2', 'phone2'],
			phone3: ['Phone 3', 'phone3'],
			phone4: ['Phone 4', 'phone4'],
			address: ['Address', 'address'],
			address2: ['Additional Address', 'address2'],
		});
		return {
			name: 'add_contact',
			query: { email, name, ...fields },
			locator: { mode: 'email', value: email },
			who: `the contact with the e-mail '${email}'`,
		};
	});
