import { refill } from '../people';
import {
	asMinutes,
	NO_PICTURE,
	TEAMS,
	type WorksectionContact,
	worksectionContacts,
	type WorksectionUser,
	worksectionUsers,
} from './members';

export interface Group {
	id: string | number;
	title: string;
	type: string;
	client?: 0 | 1;
}

const PRESETS = ['USERS', 'DEFAULT', 'TEAM_ONLY', 'HIDDEN'];

export const INVITED = ['first_name', 'last_name', 'title', 'group', 'department', 'role'];
const PHONES = ['phone', 'phone2', 'phone3', 'phone4'];
export const DESCRIBED = ['email', 'name', 'title', 'group', ...PHONES, 'address', 'address2'];

/** Of the given texts those that are wanted and not empty. */
const known = (given: Readonly<Record<string, string>>, wanted: readonly string[]) =>
	Object.fromEntries(Object.entries(given).filter(([name, text]) => wanted.includes(name) && text));

/** An account's members, contacts and the groups that both are in. */
export class Account {
	readonly people: WorksectionUser[] = [];
	readonly contacts: WorksectionContact[] = [];
	readonly teams: Group[] = [];
	readonly folders: Group[] = [];
	private nextId = 0;

	reset(users: number): void {
		this.nextId = 4000000;
		refill(this.people, worksectionUsers(users));
		refill(this.contacts, worksectionContacts(Math.min(users, 7)));
		refill(this.teams, []);
		for (const title of new Set(TEAMS.map(([team]) => team))) this.team(title, 0);
		refill(
			this.folders,
			PRESETS.map((title, index) => ({ id: index + 1, title, type: 'preset' })),
		);
		this.folder('Clients');
	}

	private id(): string {
		this.nextId += 4;
		return String(this.nextId);
	}

	/** The team of that name, made where there is none. */
	team(title: string, client: 0 | 1): Group {
		const there = this.teams.find((group) => group.title === title);
		if (there) return there;
		const made = { id: this.id(), title, type: 'company', client };
		this.teams.push(made);
		return made;
	}

	folder(title: string): Group {
		const there = this.folders.find((group) => group.title === title);
		if (there) return there;
		const made = { id: this.id(), title, type: 'folder' };
		this.folders.push(made);
		return made;
	}

	byEmail(email: string): WorksectionUser | undefined {
		const wanted = email.toLowerCase();
		return this.people.find((user) => user.email.toLowerCase() === wanted);
	}

	/** An invited person without a name is called as their address is: Postman's example. */
	invite(email: string, given: Readonly<Record<string, string>>): WorksectionUser {
		const [first = '', last = ''] = (email.split('@')[0] ?? '').split(/[._-]+/);
		const who = { first_name: first, last_name: last, title: '', department: '', role: 'user' };
		const asked = { ...who, group: TEAMS[0]?.[0] ?? '', ...known(given, INVITED) };
		this.team(asked.group, 0);
		const user = {
			id: this.id(),
			...asked,
			name: `${asked.first_name} ${asked.last_name}`.trim(),
			url: '',
			services: { chats: {}, socials: {} },
			date_added: asMinutes(Date.now()),
			avatar: NO_PICTURE,
			email,
		};
		this.people.push(user);
		return user;
	}

	addContact(given: Readonly<Record<string, string>>): WorksectionContact {
		const base = { email: '', name: '', title: '', group: 'DEFAULT', ...known(given, DESCRIBED) };
		const [first_name = '', ...rest] = base.name.split(' ');
		if (base.group !== 'DEFAULT') this.folder(base.group);
		const contact = { id: this.id(), first_name, last_name: rest.join(' '), ...base };
		this.contacts.push(contact);
		return contact;
	}
}
