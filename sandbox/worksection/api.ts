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
import { signedParameters } from './signature';

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
	private readonly rateLimit = new RateLimit();

	constructor(
		readonly settings: WorksectionSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.account.reset(this.users);
		this.rateLimit.reset();
	}

	serialize(json: unknown): string {
		return JSON.stringify(json);
	}

	errorBody(status: number): string {
		return `<html><head><title>${status}</title></head><body>${status}</body></html>`;
	}

	answer(request: ReceivedRequest): Reply {
		if (!/^\/api\/admin\/v2\/?$/.test(request.path)) return this.httpError(404);
		if (!['GET', 'POST'].includes(request.method)) return this.httpError(405);
		const length = request.path.length + 1 + request.rawQuery.length;
		if (request.method === 'GET' && length > LONGEST_ADDRESS) return this.httpError(414);
		const limit = this.settings.rateLimit || Infinity;
		return this.rateLimit.admits(limit, 1000) ? this.call(request) : this.tooManyRequests();
	}

	private httpError(status: number): Reply {
		return { status, html: this.errorBody(status) };
	}

	/** The words are those of the FAQ on limits. */
	private tooManyRequests(): Reply {
		const { rateLimitStatus: status, rateLimitCode } = this.settings;
		const message = 'Too many requests';
		return { status, json: { status: 'error', status_code: rateLimitCode, message } };
	}

	private call(request: ReceivedRequest): Reply {
		const sent = signedParameters(request, WORKSECTION_KEY);
		if (!sent) return refuse(2, 'Action hash is missed or invalid');
		const name = required(sent, 'action');
		// UNCONFIRMED: what an unknown action is answered with
		const action = ACTIONS.get(name) ?? refuse(1, 'Action is invalid', name);
		for (const parameter of Object.keys(sent)) {
			if (parameter === 'action' || action.parameters.includes(parameter)) continue;
			this.warnings.push(`${name}: unknown parameter ${parameter}`);
		}
		const data = action.run(sent, this);
		return { status: 200, json: { status: 'ok', ...(data !== undefined && { data }) } };
	}
}
