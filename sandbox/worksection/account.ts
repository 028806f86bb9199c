import { replaceItems } from '../replaceItems';
import { type WorksectionContact, worksectionContacts } from './contactRecords';
import { type WorksectionProject, worksectionProjects } from './projectRecords';
import {
	asMinutes,
	NO_PICTURE,
	TEAMS,
	type WorksectionUser,
	worksectionUsers,
} from './userRecords';

export interface Group {
	id: string | number;
	title: string;
	type: string;
	client?: 0 | 1;
}

const PRESETS = ['USERS', 'DEFAULT', 'TEAM_ONLY', 'HIDDEN'];

/** What *add_user* takes besides `email`. */
export const USER_FIELDS = ['first_name', 'last_name', 'title', 'group', 'department', 'role'];
const PHONES = ['phone', 'phone2', 'phone3', 'phone4'];
export const CONTACT_FIELDS = ['email', 'name', 'title', 'group', ...PHONES, 'address', 'address2'];

/** The given texts with these names that are not empty. */
const pickTexts = (given: Readonly<Record<string, string>>, names: readonly string[]) =>
	Object.fromEntries(Object.entries(given).filter(([name, text]) => names.includes(name) && text));

/** The state of an account: members, their projects, contacts and the groups of both. */
export class Account {
	readonly people: WorksectionUser[] = [];
	readonly contacts: WorksectionContact[] = [];
	readonly projects: WorksectionProject[] = [];
	readonly teams: Group[] = [];
	readonly folders: Group[] = [];
	private nextId = 0;

	reset(users: number): void {
		this.nextId = 4000000;
		replaceItems(this.people, worksectionUsers(users));
		replaceItems(this.projects, worksectionProjects(this.people));
		replaceItems(this.contacts, worksectionContacts(Math.min(users, 7)));
		replaceItems(this.teams, []);
		for (const title of new Set(TEAMS.map(([team]) => team))) this.team(title, 0);
		replaceItems(
			this.folders,
			PRESETS.map((title, index) => ({ id: index + 1, title, type: 'preset' })),
		);
		this.folder('Clients');
	}

	private id(): string {
		this.nextId += 4;
		return String(this.nextId);
	}

	/** The team of that name; created if there is none. */
	team(title: string, client: 0 | 1): Group {
		const existing = this.teams.find((group) => group.title === title);
		if (existing) return existing;
		const created = { id: this.id(), title, type: 'company', client };
		this.teams.push(created);
		return created;
	}

	folder(title: string): Group {
		const existing = this.folders.find((group) => group.title === title);
		if (existing) return existing;
		const created = { id: this.id(), title, type: 'folder' };
		this.folders.push(created);
		return created;
	}

	byEmail(email: string): WorksectionUser | undefined {
		const wanted = email.toLowerCase();
		return this.people.find((user) => user.email.toLowerCase() === wanted);
	}

	/** A person invited without a name gets one from the address: Postman's example. */
	invite(email: string, given: Readonly<Record<string, string>>): WorksectionUser {
		const [first = '', last = ''] = (email.split('@')[0] ?? '').split(/[._-]+/);
		const who = { first_name: first, last_name: last, title: '', department: '', role: 'user' };
		const asked = { ...who, group: TEAMS[0]?.[0] ?? '', ...pickTexts(given, USER_FIELDS) };
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
		const base = {
			email: '',
			name: '',
			title: '',
			group: 'DEFAULT',
			...pickTexts(given, CONTACT_FIELDS),
		};
		const [first_name = '', ...rest] = base.name.split(' ');
		if (base.group !== 'DEFAULT') this.folder(base.group);
		const contact = { id: this.id(), first_name, last_name: rest.join(' '), ...base };
		this.contacts.push(contact);
		return contact;
	}
}
