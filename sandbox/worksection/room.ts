import { type Incoming, Refusal, type Reply } from '../exchange';
import type { Room } from '../host';
import { Throttle } from '../throttle';
import { Account, DESCRIBED, INVITED } from './account';
import type { WorksectionUser } from './members';
import { type Parameters, signedParameters } from './signature';

export interface WorksectionSettings {
	/** `date_added` is returned with an admin token only. */
	tokenKind: 'admin' | 'oauth';
	/** What `data` is when there is nothing to list. */
	emptyData: 'absent' | 'array';
	/** Lower case in the page and the SDK, capitalised in the Postman examples. */
	roleCase: 'lower' | 'capitalised';
	/** Requests per second, a sliding second; 0 is off. The FAQ says 1. */
	rateLimit: number;
	/** UNCONFIRMED which status goes with "Too many requests". */
	rateLimitStatus: 200 | 429;
	/** UNCONFIRMED: the code that goes with it. */
	rateLimitCode: number;
	/** UNCONFIRMED: whether a second invitation is refused or answered with the member. */
	duplicateInvite: 'error' | 'ok';
}

export const worksectionDefaults: WorksectionSettings = {
	tokenKind: 'admin',
	emptyData: 'absent',
	roleCase: 'lower',
	rateLimit: 0,
	rateLimitStatus: 200,
	rateLimitCode: 29,
	duplicateInvite: 'error',
};

export const WORKSECTION_KEY = '5f0c1e7ab94d4c2e8b36d1a7c9e20f48';

/** "Too many tasks (10000 max)" in the FAQ on limits; for members INFERRED. */
const MOST_RECORDS = 10000;
/** The FAQ on limits: the address of a GET. */
const LONGEST_ADDRESS = 8192;
const INVITED_ROLES = ['user', 'guest', 'reader'];

interface Action {
	/** Besides `action`. */
	parameters: readonly string[];
	run: (sent: Parameters) => unknown;
}

function refuse(code: number, message: string, details?: string): never {
	const error = { status: 'error', status_code: code, message };
	const json = details === undefined ? error : { ...error, message_details: details };
	throw new Refusal({ status: 200, json });
}

const need = (sent: Parameters, field: string): string => {
	const value = sent[field]?.trim() ?? '';
	return value === '' ? refuse(10, 'Field is required', field) : value;
};

const needEmail = (sent: Parameters): string => {
	const email = need(sent, 'email');
	return /^[^\s@,]+@[^\s@,]+\.[^\s@,.]+$/.test(email) ? email : refuse(11, 'Invalid email', email);
};

const capitalised = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

export class WorksectionRoom implements Room {
	readonly warnings: string[] = [];
	readonly account = new Account();
	private readonly throttle = new Throttle();
	private readonly actions = new Map<string, Action>([
		['get_users', { parameters: [], run: () => this.list(this.account.people, this.shown) }],
		['add_user', { parameters: ['email', ...INVITED], run: (sent) => this.invite(sent) }],
		['get_user_groups', { parameters: [], run: () => this.list(this.account.teams) }],
		['add_user_group', { parameters: ['title', 'client'], run: (sent) => this.addTeam(sent) }],
		['get_contacts', { parameters: [], run: () => this.list(this.account.contacts) }],
		['add_contact', { parameters: DESCRIBED, run: (sent) => this.addContact(sent) }],
		['get_contact_groups', { parameters: [], run: () => this.list(this.account.folders) }],
	]);

	constructor(
		readonly settings: WorksectionSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.account.reset(this.users);
		this.throttle.reset();
	}

	toText(json: unknown): string {
		return JSON.stringify(json);
	}

	failure(status: number): unknown {
		return `<html><head><title>${status}</title></head><body>${status}</body></html>`;
	}

	answer(request: Incoming): Reply {
		if (!/^\/api\/admin\/v2\/?$/.test(request.path)) {
			return { status: 404, html: String(this.failure(404)) };
		}
		if (!['GET', 'POST'].includes(request.method)) {
			return { status: 405, html: String(this.failure(405)) };
		}
		const address = request.path.length + 1 + request.rawQuery.length;
		if (request.method === 'GET' && address > LONGEST_ADDRESS) {
			return { status: 414, html: String(this.failure(414)) };
		}
		const limit = this.settings.rateLimit || Infinity;
		return this.throttle.admits(limit, 1000) ? this.perform(request) : this.tooMany();
	}

	/** The words are those of the FAQ on limits. */
	private tooMany(): Reply {
		const { rateLimitStatus: status, rateLimitCode } = this.settings;
		const message = 'Too many requests';
		return { status, json: { status: 'error', status_code: rateLimitCode, message } };
	}

	private perform(request: Incoming): Reply {
		const sent = signedParameters(request, WORKSECTION_KEY);
		if (!sent) refuse(2, 'Action hash is missed or invalid');
		const name = need(sent, 'action');
		// UNCONFIRMED: what an unknown action is answered with
		const action = this.actions.get(name) ?? refuse(1, 'Action is invalid', name);
		for (const parameter of Object.keys(sent)) {
			if (parameter === 'action' || action.parameters.includes(parameter)) continue;
			this.warnings.push(`${name}: unknown parameter ${parameter}`);
		}
		const data = action.run(sent);
		return { status: 200, json: { status: 'ok', ...(data !== undefined && { data }) } };
	}

	private list<Item>(items: readonly Item[], shown?: (item: Item) => unknown): unknown {
		if (items.length > MOST_RECORDS) refuse(1, `Too many records (${MOST_RECORDS} max)`);
		if (items.length === 0) return this.settings.emptyData === 'absent' ? undefined : [];
		return shown ? items.map(shown) : items;
	}

	private readonly shown = (user: WorksectionUser): unknown => {
		const { date_added, ...rest } = user;
		const { roleCase, tokenKind } = this.settings;
		const role = roleCase === 'lower' ? user.role : capitalised(user.role);
		return tokenKind === 'admin' ? { ...rest, role, date_added } : { ...rest, role };
	};

	private addTeam(sent: Parameters): unknown {
		return this.account.team(need(sent, 'title'), sent.client === '1' ? 1 : 0);
	}

	private addContact(sent: Parameters): unknown {
		const given = { ...sent, email: needEmail(sent), name: need(sent, 'name') };
		return this.account.addContact(given);
	}

	private invite(sent: Parameters): unknown {
		const email = needEmail(sent);
		const { role = 'user' } = sent;
		// the page lists the three; the words of a refusal are UNCONFIRMED
		if (!INVITED_ROLES.includes(role)) refuse(11, 'Invalid value', 'role');
		const there = this.account.byEmail(email);
		// UNCONFIRMED: code and words for a second invitation
		if (there && this.settings.duplicateInvite === 'error') {
			refuse(11, 'User already exists', email);
		}
		return this.shown(there ?? this.account.invite(email, sent));
	}
}
