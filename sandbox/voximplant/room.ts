import type { KeyObject } from 'node:crypto';

import type { Incoming, Reply } from '../exchange';
import type { Room } from '../host';
import { toJson } from '../json';
import { Throttle } from '../throttle';
import { Account } from './account';
import { addUser, delUser, setUserInfo } from './changeUsers';
import { refuse, voximplantError } from './errors';
import { getQueues } from './getQueues';
import { type Caps, getUsers } from './getUsers';
import {
	bindSkill,
	bindUserToQueue,
	getAccountInfo,
	getApplications,
	getSkills,
} from './neighbours';
import { Parameters, readParameters } from './parameters';
import { accountIn } from './token';

export interface VoximplantSettings extends Caps {
	/** How far the provider's clock is ahead of this machine's. */
	clockAheadSeconds: number;
	/** Users per account; 0 is no limit. The limits page says 1000 by default. */
	userLimit: number;
	/** Requests per second, a sliding second; beyond it error 340. 0 is off: no figure is published. */
	rateLimit: number;
	/** Methods that the service account's role does not allow: error 104. */
	forbidden: readonly string[];
}

export const voximplantDefaults: VoximplantSettings = {
	mostCount: 1000,
	countCap: 0,
	clockAheadSeconds: 0,
	userLimit: 0,
	rateLimit: 0,
	forbidden: [],
};

type Method = (account: Account, sent: Parameters, settings: VoximplantSettings) => unknown;

const METHODS: Readonly<Record<string, Method>> = {
	GetUsers: getUsers,
	AddUser: (account, sent, { userLimit }) => addUser(account, sent, userLimit),
	SetUserInfo: setUserInfo,
	DelUser: delUser,
	GetApplications: getApplications,
	GetSkills: getSkills,
	GetQueues: getQueues,
	BindSkill: bindSkill,
	BindUserToQueue: bindUserToQueue,
	GetAccountInfo: getAccountInfo,
};

export const KEY_ID = '8c1f6a5e-4c1b-4d0a-9b1e-2f7d3a9c5e60';
export const PARENT_ID = 4021177;
export const CHILD_ID = 4021888;

export class VoximplantRoom implements Room {
	readonly warnings: string[] = [];
	readonly parent: Account;
	readonly children: Account[];
	private readonly throttle = new Throttle();

	constructor(
		readonly settings: VoximplantSettings,
		users: number,
		private readonly publicKey: KeyObject,
	) {
		this.parent = new Account({ accountId: PARENT_ID, name: 'acme', users });
		this.children = [new Account({ accountId: CHILD_ID, name: 'acme-child', users: 4 })];
	}

	reset(): void {
		for (const account of [this.parent, ...this.children]) account.reset();
		this.throttle.reset();
	}

	toText(json: unknown): string {
		return toJson(json, 'user_id');
	}

	failure(status: number): unknown {
		return `<html><head><title>${status}</title></head><body>${status}</body></html>`;
	}

	answer(request: Incoming): Reply {
		const [, base, method, ...rest] = request.path.split('/');
		if (base !== 'platform_api' || rest.length > 0) {
			return { status: 404, html: String(this.failure(404)) };
		}
		// the page documents POST alone; what GET is answered with is UNCONFIRMED
		if (request.method !== 'POST') return { status: 200, json: voximplantError(101) };
		const account = this.accountOf(request);
		const given = readParameters(request);
		const name = method || (given.get('cmd') ?? refuse(102));
		if (!method) given.delete('cmd');
		return { status: 200, json: this.perform(account, name, new Parameters(given)) };
	}

	private perform(account: Account, name: string, sent: Parameters): unknown {
		const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
		if (!method) return refuse(103);
		if (this.settings.forbidden.includes(name)) refuse(104);
		if (!this.throttle.admits(this.settings.rateLimit || Infinity, 1000)) refuse(340);
		if (method !== getUsers) account.forget();
		const done = method(account, sent, this.settings);
		for (const parameter of sent.unread()) {
			this.warnings.push(`${name}: unknown parameter ${parameter}`);
		}
		return done;
	}

	private accountOf(request: Incoming): Account {
		const accountId = accountIn(request.headers.authorization, {
			keys: new Map([[KEY_ID, this.publicKey]]),
			now: Date.now() / 1000 + this.settings.clockAheadSeconds,
		});
		const accounts = [this.parent, ...this.children];
		return accounts.find(({ plan }) => plan.accountId === accountId) ?? refuse(115);
	}
}
