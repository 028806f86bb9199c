import type { Sandbox, StartOptions } from '../sandbox';
import { SandboxServer } from '../server/server';
import { QUO_KEY, QuoApi } from './api';
import type { QuoPhoneNumber } from './phoneNumberRecords';
import { quoDefaults, type QuoSettings } from './settings';
import type { QuoUser } from './userRecords';

export class QuoSandbox extends SandboxServer<QuoApi> implements Sandbox<QuoUser, QuoSettings> {
	readonly title = 'Quo (OpenPhone)';

	get url(): string {
		return this.origin;
	}

	get credentials(): Record<string, unknown> {
		return { apiKey: QUO_KEY, baseUrl: this.url };
	}

	get wrongCredentials(): Record<string, unknown> {
		return { apiKey: 'thisKeyWasRevoked', baseUrl: this.url };
	}

	get people(): QuoUser[] {
		return this.api.workspace.people;
	}

	/** Live state; `userIds` say who shares a number. */
	get phoneNumbers(): QuoPhoneNumber[] {
		return this.api.workspace.phoneNumbers;
	}
}

export async function startQuo(options: StartOptions<QuoSettings> = {}): Promise<QuoSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const api = new QuoApi({ ...quoDefaults, ...changes }, users);
	return await new QuoSandbox(api, { latencyMs, port }).listen();
}
