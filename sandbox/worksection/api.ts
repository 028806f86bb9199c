import { RateLimit } from '../server/rateLimit';
import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { ProviderApi } from '../server/server';
import { Account } from './account';
import { type Action, required } from './action';
import { addContact, getContactGroups, getContacts } from './actions/contacts';
import { deleteProjectMembers, getProjects } from './actions/projects';
import { addUserGroup, getUserGroups } from './actions/teams';
import { addUser, getUsers } from './actions/users';
import { refuse } from './errors';
import type { WorksectionSettings } from './settings';
import { authorize } from './oauth2/authorize';
import { checkScope, scopesOf, sentParameters } from './oauth2/access';
import { Grants } from './oauth2/grants';
import { token } from './oauth2/token';
import { type Parameters, signedParameters } from './signature';

const ACTIONS = new Map<string, Action>([
	['get_users', getUsers],
	['add_user', addUser],
	['get_user_groups', getUserGroups],
	['add_user_group', addUserGroup],
	['get_contacts', getContacts],
	['add_contact', addContact],
	['get_contact_groups', getContactGroups],
	['get_projects', getProjects],
	['delete_project_members', deleteProjectMembers],
]);

export const WORKSECTION_KEY = '5f0c1e7ab94d4c2e8b36d1a7c9e20f48';

/** The FAQ on limits: the address of a GET. */
const LONGEST_ADDRESS = 8192;

export class WorksectionApi implements ProviderApi {
	readonly warnings: string[] = [];
	readonly account = new Account();
	readonly grants = new Grants();
	private readonly rateLimit = new RateLimit();
	private readonly endpoints = new Map<string, (request: ReceivedRequest) => Reply>([
		['/api/admin/v2', (request) => this.limited(() => this.signed(request))],
		['/api/oauth2', (request) => this.limited(() => this.permitted(request))],
		['/oauth2/authorize', (request) => authorize(request, this.grants)],
		['/oauth2/token', (request) => token(request, this)],
		['/oauth2/refresh', (request) => token(request, this)],
	]);

	constructor(
		readonly settings: WorksectionSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.account.reset(this.users);
		this.grants.reset();
		this.rateLimit.reset();
	}

	serialize(json: unknown): string {
		return JSON.stringify(json);
	}

	errorBody(status: number): string {
		return `<html><head><title>${status}</title></head><body>${status}</body></html>`;
	}

	answer(request: ReceivedRequest): Reply {
		const endpoint = this.endpoints.get(request.path.replace(/\/$/, ''));
		if (!endpoint) return this.httpError(404);
		if (!['GET', 'POST'].includes(request.method)) return this.httpError(405);
		const length = request.path.length + 1 + request.rawQuery.length;
		if (request.method === 'GET' && length > LONGEST_ADDRESS) return this.httpError(414);
		return endpoint(request);
	}

	private httpError(status: number): Reply {
		return { status, html: this.errorBody(status) };
	}

	private limited(call: () => Reply): Reply {
		const limit = this.settings.rateLimit || Infinity;
		return this.rateLimit.admits(limit, 1000) ? call() : this.tooManyRequests();
	}

	/** The words are those of the FAQ on limits. */
	private tooManyRequests(): Reply {
		const { rateLimitStatus: status, rateLimitCode } = this.settings;
		const message = 'Too many requests';
		return { status, json: { status: 'error', status_code: rateLimitCode, message } };
	}

	/** With the admin API key. */
	private signed(request: ReceivedRequest): Reply {
		const sent = signedParameters(request, WORKSECTION_KEY);
		if (!sent) return refuse(2, 'Action hash is missed or invalid');
		return this.call(sent, this.settings);
	}

	/** With an OAuth2 token. */
	private permitted(request: ReceivedRequest): Reply {
		const scopes = scopesOf(request, this.grants);
		return this.call(sentParameters(request), { ...this.settings, tokenKind: 'oauth' }, scopes);
	}

	private call(sent: Parameters, settings: WorksectionSettings, scopes?: readonly string[]): Reply {
		const name = required(sent, 'action');
		// UNCONFIRMED: what an unknown action is answered with
		const action = ACTIONS.get(name) ?? refuse(1, 'Action is invalid', name);
		if (scopes) checkScope(action, scopes, settings);
		for (const parameter of Object.keys(sent)) {
			if (parameter === 'action' || action.parameters.includes(parameter)) continue;
			this.warnings.push(`${name}: unknown parameter ${parameter}`);
		}
		const data = action.run(sent, { account: this.account, settings });
		return { status: 200, json: { status: 'ok', ...(data !== undefined && { data }) } };
	}
}
