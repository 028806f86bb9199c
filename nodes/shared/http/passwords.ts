import { fold } from '../text/fold';
import { isRecord, text } from '../text/json';
import type { Call } from './connection';
import { HIDDEN, spellings } from './redact';

/** What the user entered for a call: its passwords, and everything else. */
export class Passwords {
	readonly values: string[];

	private readonly names: ReadonlySet<string>;

	private readonly hidden: ReadonlySet<string>;

	private readonly others: ReadonlySet<string>;

	constructor({ passwords = [], query, form, json }: Call) {
		const entered = Object.entries({ ...query, ...form, ...json });
		const [own, others] = [true, false].map((isOwn) =>
			entered.filter(([name]) => passwords.includes(name) === isOwn).map(([, value]) => value),
		);
		this.names = new Set(passwords);
		this.values = (own ?? []).filter((value) => typeof value === 'string');
		this.hidden = new Set(this.values.flatMap(spellings));
		const compared = this.values.length > 0 ? (others ?? []) : [];
		this.others = new Set(compared.map((value) => fold(text(value) ?? '')));
	}

	/**
	 * An answer's body without the passwords. Only whole values are hidden, and none that the user entered
	 * for another field as well: a name or an address that holds the password is data.
	 */
	hideInData(value: unknown, name = ''): unknown {
		if (this.hidden.size === 0) return value;
		if (typeof value === 'string') return this.isPassword(value, name) ? HIDDEN : value;
		if (Array.isArray(value)) return value.map((entry) => this.hideInData(entry, name));
		if (!isRecord(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, entry]) => [key, this.hideInData(entry, key)]),
		);
	}

	private isPassword(value: string, name: string): boolean {
		return this.hidden.has(value) && (this.names.has(name) || !this.others.has(fold(value)));
	}
}
