import { asDateTime, type Person, people, refill } from '../people';
import { Ordered } from './order';
import { bound, type Queue, queuesOf } from './queues';

export interface Application {
	application_id: number;
	application_name: string;
	modified: string;
	secure_record_storage: boolean;
}

export interface Skill {
	skill_id: number;
	skill_name: string;
}

/** A queue as a user's binding shows it. */
export interface BoundQueue {
	acd_queue_id: number;
	acd_queue_name: string;
	auto_link: boolean;
}

/** UserInfoType of https://docs.voximplant.ai/api-reference/management-api/reference/users/get-users */
export interface VoximplantUser {
	/** A string of digits is written as a bare number. */
	user_id: number | string;
	user_name: string;
	user_display_name: string;
	user_active: boolean;
	parent_accounting: boolean;
	live_balance: number;
	/** As answered by default: the alias of `live_balance`. */
	balance: number;
	fixed_balance: number;
	user_custom_data?: string;
	applications: Application[];
	/** Answered with `with_skills` only. */
	skills: Skill[];
	/** Answered with `with_queues` only. */
	acd_queues: BoundQueue[];
	acd_status: string;
	acd_status_change_time: string;
	created: string;
	modified: string;
	frozen: boolean;
}

export const ACD_STATUSES = [
	'OFFLINE',
	'ONLINE',
	'READY',
	'BANNED',
	'IN_SERVICE',
	'AFTER_SERVICE',
	'TIMEOUT',
	'DND',
] as const;

const named = (base: number, account: string, names: readonly string[]): Application[] =>
	names.map((name, index) => ({
		application_id: base + index,
		application_name: `${name}.${account}.voximplant.com`,
		modified: '2026-03-02 10:15:00',
		secure_record_storage: index === 1,
	}));

export interface AccountPlan {
	accountId: number;
	name: string;
	users: number;
}

const money = (dice: Person['dice']): number => dice.between(0, 999999) / 10000;

/** One account: the people of `users` are all in the first application, every third in the second. */
export class Account {
	readonly people: VoximplantUser[] = [];
	readonly applications: Application[] = [];
	readonly skills: Skill[] = [];
	readonly queues: Queue[] = [];
	readonly ordered = new Ordered();
	private readonly answers = new Map<string, readonly VoximplantUser[]>();
	private inForeignHands = false;

	constructor(readonly plan: AccountPlan) {
		this.reset();
	}

	/**
	 * Finds, or remembers what was found to the same question: a list of 50,000 is read in hundreds of
	 * pages, and each would be sorted and searched for again.
	 */
	found(question: string, find: () => readonly VoximplantUser[]): readonly VoximplantUser[] {
		if (this.inForeignHands) return find();
		const answer = this.answers.get(question) ?? find();
		this.answers.set(question, answer);
		return answer;
	}

	/** Before the API changes something. */
	forget(): void {
		this.answers.clear();
	}

	/** Whoever holds the live lists may change them at any time: nothing is remembered any more. */
	handOut(): this {
		this.inForeignHands = true;
		return this;
	}

	reset(): void {
		this.forget();
		const base = this.plan.accountId * 10;
		const names = ['support', 'sales', 'support-archive'];
		refill(this.applications, named(base, this.plan.name, names));
		const skills = ['english', 'українська', 'deutsch', 'billing', 'vip', 'technical'];
		refill(
			this.skills,
			skills.map((skill_name, index) => ({ skill_id: base + 100 + index, skill_name })),
		);
		refill(this.queues, queuesOf(base, this.skills));
		const seed = 31 + (this.plan.accountId % 97);
		refill(
			this.people,
			people(this.plan.users, seed).map((person) => this.user(person)),
		);
	}

	private user(person: Person): VoximplantUser {
		const { index, dice } = person;
		const live = money(dice);
		const inSecond = index % 3 === 0;
		const custom = { user_custom_data: JSON.stringify({ crm: index + 1 }) };
		return {
			user_id: this.plan.accountId * 1000 + index * 7 + 1,
			user_name: person.slug,
			user_display_name: person.fullName,
			user_active: index % 10 !== 9,
			parent_accounting: index % 4 !== 0,
			live_balance: live,
			balance: live,
			fixed_balance: index % 2 === 0 ? live : money(dice),
			...(index % 5 !== 4 && custom),
			applications: this.applications.slice(0, inSecond ? 2 : 1),
			skills: this.skills.filter((_, skill) => (index + skill) % 4 === 0),
			acd_queues: this.queues.filter((_, queue) => index % 3 === queue).map(bound),
			acd_status: ACD_STATUSES[index % ACD_STATUSES.length] ?? 'OFFLINE',
			acd_status_change_time: asDateTime(person.updatedAt),
			created: asDateTime(person.createdAt),
			modified: asDateTime(person.updatedAt),
			frozen: index % 12 === 11,
		};
	}

	/** One beyond the highest, also beyond 2^53. */
	nextUserId(): number | string {
		let top = BigInt(this.plan.accountId * 1000);
		for (const { user_id: id } of this.people) if (BigInt(id) > top) top = BigInt(id);
		const next = top + 1n;
		return next > BigInt(Number.MAX_SAFE_INTEGER) ? String(next) : Number(next);
	}
}
