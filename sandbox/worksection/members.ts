import { type Person, people } from '../people';

/** As the FAQ describes get_users. */
export interface WorksectionUser {
	id: string;
	first_name: string;
	last_name: string;
	name: string;
	title: string;
	url: string;
	services: { chats: Record<string, string>; socials: Record<string, string> };
	/** Not returned if empty, as are all the optional ones. */
	contacts?: string;
	/** `YYYY-MM-DD HH:MM`; left out of the answer without an admin token. */
	date_added: string;
	rate?: number;
	avatar: string;
	group: string;
	department: string;
	role: string;
	email: string;
	phone?: string;
	phone2?: string;
	phone3?: string;
	phone4?: string;
	address?: string;
	address2?: string;
}

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

export const TEAMS: readonly [string, string][] = [
	['Development', 'Web'],
	['Development', 'QA'],
	['Продажі', 'Київ'],
	['Singing bird', ''],
];

export const NO_PICTURE = 'https://acme.worksection.com/images/user/0m.gif';

const ROLES = ['owner', 'account admin', 'team admin', 'department admin'];

function roleOf(index: number): string {
	if (index < ROLES.length) return ROLES[index] ?? 'user';
	if (index % 11 === 0) return 'guest';
	return index % 13 === 0 ? 'reader' : 'user';
}

/** `YYYY-MM-DD HH:MM`, in a zone that the provider does not name. */
export const asMinutes = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** Every fourth person has no `phone` of their own, but another one. */
function phonesOf({ index, dice }: Person): Partial<WorksectionUser> {
	const number = (area: number) => `+380 ${area} ${dice.between(100, 999)} ${index + 1000}`;
	if (index % 4 === 3) return index % 8 === 3 ? { phone3: number(67) } : { phone2: number(44) };
	if (index % 5 === 4) return {};
	const main = { phone: number(50) };
	return index % 3 === 0 ? { ...main, phone2: number(44), phone4: number(32) } : main;
}

function extrasOf({ index, slug, dice }: Person): Partial<WorksectionUser> {
	return {
		...(index % 6 === 0 && { contacts: `Signal: ${slug}` }),
		...(index % 2 === 0 && { rate: dice.between(8, 60) }),
		...(index % 5 === 0 && { address: `${index + 1} Хрещатик, Київ` }),
		...(index % 10 === 0 && { address2: `Unit ${index + 1}` }),
	};
}

function member(person: Person): WorksectionUser {
	const { index, firstName, lastName, fullName, slug, email } = person;
	const [group, department] = TEAMS[index % TEAMS.length] ?? ['Development', ''];
	const chats: Record<string, string> = index % 3 === 0 ? { WhatsApp: `+38067${index}` } : {};
	return {
		id: String(3990 + index * 3),
		first_name: firstName,
		last_name: lastName,
		name: fullName,
		title: index % 4 === 2 ? '' : 'developer',
		url: index % 2 === 0 ? `https://example.com/${slug}` : '',
		services: { chats, socials: index % 4 === 0 ? { LinkedIn: slug } : {} },
		date_added: asMinutes(person.createdAt),
		avatar: NO_PICTURE,
		group,
		department,
		role: roleOf(index),
		email,
		...phonesOf(person),
		...extrasOf(person),
	};
}

export const worksectionUsers = (count: number): WorksectionUser[] =>
	people(count, 41).map((person) => member(person));

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
