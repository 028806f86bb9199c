import { people } from '../people';

export interface WorksectionContact {
	id: string;
	first_name: string;
	last_name: string;
	name: string;
	title: string;
	group: string;
	email?: string;
	phone?: string;
	phone2?: string;
	phone3?: string;
	phone4?: string;
	address?: string;
	address2?: string;
}

const CONTACT_EXTRAS = {
	phone2: '486 09 77',
	phone3: '(8984) 345 65 02',
	phone4: '389 87 35',
	address: '406 Renner Trail, Rowemouth',
	address2: '59064 Robby Prairie',
};

export const worksectionContacts = (count: number): WorksectionContact[] =>
	people(count, 43).map((person) => ({
		id: String(700000 + person.index),
		first_name: person.firstName,
		last_name: person.lastName,
		name: person.fullName,
		title: person.index % 2 === 0 ? 'manager' : '',
		group: person.index % 2 === 0 ? 'Clients' : 'DEFAULT',
		...(person.index % 3 !== 2 && { email: `contact.${person.email}` }),
		...(person.index % 3 !== 1 && { phone: `+44 20 7946 ${1000 + person.index}` }),
		...(person.index % 4 === 0 && CONTACT_EXTRAS),
	}));
