import { replaceItems } from '../replaceItems';
import { Refusal } from '../server/reply';
import { apiToken, asMicroseconds, type AutocallsUser, autocallsUsers } from './userRecords';

/** https://docs.autocalls.ai/api-reference/white-label/transfer-balance */
const CREDITS_PER_MINUTE = 9;

export const ADMIN_KEY = apiToken(1);
export const PLAIN_KEY = apiToken(2);

/** Whom an API key belongs to. */
export interface KeyOwner {
	name: string;
	email: string;
	balance: () => number;
}

const rounded = (amount: number): number => Math.round(amount * 10000) / 10000;

/** The state of a white-label platform: its users, their keys and the minutes of its admin. */
export class Platform {
	readonly people: AutocallsUser[] = [];
	minutes = 0;
	private readonly keys = new Map<string, KeyOwner>();

	reset(users: number, minutes: number): void {
		replaceItems(this.people, autocallsUsers(users));
		this.minutes = minutes;
		this.keys.clear();
		const admin = { name: 'White Label Admin', email: 'admin@example.com' };
		this.keys.set(ADMIN_KEY, { ...admin, balance: () => this.minutes });
		const plain = { name: 'Plain User', email: 'plain@example.com' };
		this.keys.set(PLAIN_KEY, { ...plain, balance: () => 12.5 });
	}

	ownerOf(key: string | undefined): KeyOwner | undefined {
		return key === undefined ? undefined : this.keys.get(key);
	}

	/** Every valid key with its owner, in the order of creation. */
	get tokens(): Array<{ token: string; email: string }> {
		return [...this.keys].map(([token, { email }]) => ({ token, email }));
	}

	byEmail(email: unknown): AutocallsUser | undefined {
		const wanted = String(email).toLowerCase();
		return this.people.find((user) => user.email.toLowerCase() === wanted);
	}

	byId(id: unknown): AutocallsUser | undefined {
		return this.people.find((user) => String(user.id) === String(id));
	}

	addUser(name: string, email: string): AutocallsUser {
		const top = this.people.reduce((highest, { id }) => Math.max(highest, Number(id)), 1000);
		const balances = { minutes_balance: 0, credits_balance: 0 };
		const user = { id: top + 1, name, email, ...balances, created_at: asMicroseconds(Date.now()) };
		this.people.push(user);
		return user;
	}

	createKey(user: AutocallsUser): string {
		const key = apiToken(this.keys.size + 1);
		const { name, email } = user;
		this.keys.set(key, { name, email, balance: () => user.minutes_balance });
		return key;
	}

	/** A negative amount goes back to the admin. */
	transfer(user: AutocallsUser, credits: boolean, amount: number): void {
		const field = credits ? 'credits_balance' : 'minutes_balance';
		const ofAdmin = rounded(this.minutes - (credits ? amount / CREDITS_PER_MINUTE : amount));
		const ofUser = rounded(user[field] + amount);
		if (ofAdmin < 0 || ofUser < 0) {
			// UNCONFIRMED: status and words; the page gives none
			throw new Refusal({ status: 422, json: { message: 'Insufficient balance.' } });
		}
		this.minutes = ofAdmin;
		user[field] = ofUser;
	}
}
