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

/** `YYYY-MM-DD HH:MM`, in a time zone that the provider does not name. */
export const asMinutes = (ms: number): string =>
	new Date(ms).toISOString().slice(0, 16).replace('T', ' ');

/** Every fourth person has no `phone`, but another number. */
function phonesOf({ index, random }: Person): Partial<WorksectionUser> {
	const number = (area: number) => `+380 ${area} ${random.between(100, 999)} ${index + 1000}`;
	if (index % 4 === 3) return index % 8 === 3 ? { phone3: number(67) } : { phone2: number(44) };
	if (index % 5 === 4) return {};
	const main = { phone: number(50) };
	return index % 3 === 0 ? { ...main, phone2: number(44), phone4: number(32) } : main;
}

function extrasOf({ index, slug, random }: Person): Partial<WorksectionUser> {
	return {
		...(index % 6 === 0 && { contacts: `Signal: ${slug}` }),
		...(index % 2 === 0 && { rate: random.between(8, 60) }),
		...(index % 5 === 0 && { address: `${index + 1} Хрещатик, Київ` }),
		...(index % 10 === 0 && { address2: `Unit ${index + 1}` }),
	};
}

function userRecord(person: Person): WorksectionUser {
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
	people(count, 41).map((person) => userRecord(person));
