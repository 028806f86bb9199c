import type { KeyObject } from 'node:crypto';

import { toJson } from '../server/json';
import { RateLimit } from '../server/rateLimit';
import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { ProviderApi } from '../server/server';
import { Account } from './account';
import { refuse, voximplantError } from './errors';
import type { Method } from './method';
import { addUser } from './methods/addUser';
import { bindSkill } from './methods/bindSkill';
import { bindUserToQueue } from './methods/bindUserToQueue';
import { delSubUser } from './methods/delSubUser';
import { delUser } from './methods/delUser';
import { getAccountInfo } from './methods/getAccountInfo';
import { getApplications } from './methods/getApplications';
import { getKeys } from './methods/getKeys';
import { getQueues } from './methods/getQueues';
import { getSkills } from './methods/getSkills';
import { getSubUsers } from './methods/getSubUsers';
import { getUsers } from './methods/getUsers';
import { setUserInfo } from './methods/setUserInfo';
import { sqBindAgent } from './methods/sqBindAgent';
import { sqGetAgents } from './methods/sqGetAgents';
import { sqGetQueues } from './methods/sqGetQueues';
import { sqUnbindAgent } from './methods/sqUnbindAgent';
import { Parameters, readParameters } from './parameters';
import type { VoximplantSettings } from './settings';
import { accountIn } from './token';

const METHODS: Readonly<Record<string, Method>> = {
	GetUsers: getUsers,
	AddUser: addUser,
	SetUserInfo: setUserInfo,
	DelUser: delUser,
	GetApplications: getApplications,
	GetSkills: getSkills,
	GetQueues: getQueues,
	BindSkill: bindSkill,
	BindUserToQueue: bindUserToQueue,
	GetAccountInfo: getAccountInfo,
	GetSubUsers: getSubUsers,
	DelSubUser: delSubUser,
	GetKeys: getKeys,
	SQ_GetAgents: sqGetAgents,
	SQ_BindAgent: sqBindAgent,
	SQ_UnbindAgent: sqUnbindAgent,
	SQ_GetQueues: sqGetQueues,
};

export const KEY_ID = '8c1f6a5e-4c1b-4d0a-9b1e-2f7d3a9c5e60';
export const PARENT_ID = 4021177;
export const CHILD_ID = 4021888;

export class VoximplantApi implements ProviderApi {
	readonly warnings: string[] = [];
	readonly parent: Account;
	readonly children: Account[];
	private readonly rateLimit = new RateLimit();

	constructor(
		readonly settings: VoximplantSettings,
		users: number,
		private readonly publicKey: KeyObject,
	) {
		const { subUsers } = settings;
		const parent = { accountId: PARENT_ID, name: 'acme', users, subUsers, keyId: KEY_ID };
		this.parent = new Account(parent);
		this.children = [new Account({ accountId: CHILD_ID, name: 'acme-child', users: 4, subUsers })];
	}

	reset(): void {
		for (const account of [this.parent, ...this.children]) account.reset();
		this.rateLimit.reset();
	}

	serialize(json: unknown): string {
		return toJson(json, 'user_id');
	}

	errorBody(status: number): string {
		return `<html><head><title>${status}</title></head><body>${status}</body></html>`;
	}

	answer(request: ReceivedRequest): Reply {
		const [, base, method, ...rest] = request.path.split('/');
		if (base !== 'platform_api' || rest.length > 0) {
			return { status: 404, html: this.errorBody(404) };
		}
		// the page documents POST alone; what GET is answered with is UNCONFIRMED
		if (request.method !== 'POST') return { status: 200, json: voximplantError(101) };
		const account = this.accountOf(request);
		const given = readParameters(request);
		const name = method || (given.get('cmd') ?? refuse(102));
		if (!method) given.delete('cmd');
		return { status: 200, json: this.call(account, name, new Parameters(given)) };
	}

	private call(account: Account, name: string, sent: Parameters): unknown {
		const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
		if (!method) return refuse(103);
		if (this.settings.forbidden.includes(name)) refuse(104);
		if (!this.rateLimit.admits(this.settings.rateLimit || Infinity, 1000)) refuse(340);
		if (method !== getUsers) account.clearCache();
		const answer = method(account, sent, this.settings);
		for (const parameter of sent.unread()) {
			this.warnings.push(`${name}: unknown parameter ${parameter}`);
		}
		return answer;
	}

	private accountOf(request: ReceivedRequest): Account {
		const accountId = accountIn(request.headers.authorization, {
			keys: new Map(this.parent.keys.map(({ key_id }) => [key_id, this.publicKey])),
			now: Date.now() / 1000 + this.settings.clockAheadSeconds,
		});
		const accounts = [this.parent, ...this.children];
		return accounts.find(({ plan }) => plan.accountId === accountId) ?? refuse(115);
	}
}
