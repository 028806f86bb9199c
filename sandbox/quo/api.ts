import { RateLimit } from '../server/rateLimit';
import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { ProviderApi } from '../server/server';
import type { Resource } from './endpoint';
import { phoneNumbers } from './endpoints/phoneNumbers';
import { users } from './endpoints/users';
import { type Area, errorBody } from './errors';
import { Parameters } from './parameters';
import type { QuoSettings } from './settings';
import { Workspace } from './workspace';

/** A raw key, the form of Quo's own. */
export const QUO_KEY = 'q7Zr2VtN5mWc8XbK1pYd4HsJ6gLf9TeA';

const RESOURCES: ReadonlyMap<string, Resource> = new Map([
	['users', users],
	['phone-numbers', phoneNumbers],
]);

export class QuoApi implements ProviderApi {
	readonly warnings: string[] = [];
	readonly workspace = new Workspace();
	private readonly rateLimit = new RateLimit();

	constructor(
		readonly settings: QuoSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.workspace.reset(this.users);
		this.rateLimit.reset();
	}

	serialize(json: unknown): string {
		return JSON.stringify(json);
	}

	errorBody(status: number): unknown {
		return errorBody(this.settings, status, { area: 'users', message: `HTTP ${status}` });
	}

	answer(request: ReceivedRequest): Reply {
		const [, path = '', id] = /^\/v1\/([a-z-]+)(?:\/([^/]+))?$/.exec(request.path) ?? [];
		const resource = RESOURCES.get(path);
		// UNCONFIRMED: what an unknown path or method is answered with
		if (!resource || request.method !== 'GET') {
			return { status: 404, json: { message: 'Not Found' } };
		}
		const { settings, workspace } = this;
		const parameters = new Parameters(settings, resource.area, this.warnings);
		checkKey(request, parameters);
		if (!this.rateLimit.admits(settings.rateLimit || Infinity, 1000)) {
			return this.tooManyRequests(resource.area);
		}
		const context = { workspace, settings, parameters };
		return id === undefined ? resource.list(request, context) : resource.get(id, context);
	}

	/** UNCONFIRMED: the body of a 429. */
	private tooManyRequests(area: Area): Reply {
		const json = errorBody(this.settings, 429, { area, message: 'Too many requests' });
		const { retryAfter } = this.settings;
		const headers: Record<string, string> =
			retryAfter === null ? {} : { 'retry-after': retryAfter };
		return { status: 429, json, headers };
	}
}

function checkKey(request: ReceivedRequest, parameters: Parameters): void {
	const key = request.headers.authorization;
	if (key === QUO_KEY) return;
	parameters.refuse(401, key ? 'Invalid API key' : 'Missing authorization header');
}
