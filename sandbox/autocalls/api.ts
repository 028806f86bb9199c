import { toJson } from '../server/json';
import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { ProviderApi } from '../server/server';
import { createToken } from './endpoints/createToken';
import { getMe } from './endpoints/getMe';
import { listUsers } from './endpoints/listUsers';
import { registerUser } from './endpoints/registerUser';
import { transferBalance } from './endpoints/transferBalance';
import type { Endpoint } from './endpoint';
import { refuse } from './errors';
import { Platform } from './platform';
import type { AutocallsSettings } from './settings';

const ENDPOINTS = new Map<string, Readonly<Partial<Record<string, Endpoint>>>>([
	['/api/user/me', { GET: getMe }],
	['/api/white-label/users', { GET: listUsers }],
	['/api/white-label/register', { POST: registerUser }],
	['/api/white-label/transfer', { POST: transferBalance }],
	['/api/white-label/token', { POST: createToken }],
]);

export class AutocallsApi implements ProviderApi {
	readonly platform = new Platform();
	readonly warnings: string[] = [];

	constructor(
		readonly settings: AutocallsSettings,
		private readonly users: number,
	) {
		this.reset();
	}

	reset(): void {
		this.platform.reset(this.users, this.settings.adminMinutes);
	}

	serialize(json: unknown): string {
		return toJson(json, 'id');
	}

	errorBody(status: number): unknown {
		const messages: Record<number, string> = { 429: 'Too Many Attempts.', 500: 'Server Error' };
		return { message: messages[status] ?? `HTTP ${status}` };
	}

	/** Laravel's own messages for 404 and 405; these and the 401 are UNCONFIRMED for this host. */
	answer(request: ReceivedRequest): Reply {
		const methods = ENDPOINTS.get(request.path);
		const name = request.path.slice(1);
		if (!methods) return refuse(404, { message: `The route ${name} could not be found.` });
		const endpoint = methods[request.method];
		if (endpoint) return endpoint(request, this);
		const allow = Object.keys(methods).join(', ');
		const message = `The ${request.method} method is not supported for route ${name}. Supported methods: ${allow}.`;
		return { status: 405, headers: { allow }, json: { message } };
	}
}
