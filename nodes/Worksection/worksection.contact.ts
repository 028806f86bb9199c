import type { Directory } from '../shared/find';
import { byEmail, byId } from '../shared/find';
import type { Kind } from '../shared/output';
import { pick } from '../shared/read';
import { contactRawFields } from './contact.fields';
import { worksectionList } from './worksection.list';

const SIMPLIFIED = [
	'id',
	'name',
	'email',
	'title',
	'group',
	'phone',
	'phone2',
	'phone3',
	'phone4',
	'address',
];

export const worksectionContact: Kind = {
	fields: contactRawFields,
	simplify: (contact) => pick(contact, SIMPLIFIED),
};

/** https://worksection.com/en/faq/api-user.html: `get_contacts`, not paged. */
export const contactDirectory: Directory = {
	listing: worksectionList('contacts', 'get_contacts'),
	keys: { id: byId('id'), email: byEmail('email') },
	noun: 'contact',
};
