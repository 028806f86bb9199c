import type { Sandbox, StartOptions } from '../sandbox';
import { SandboxServer } from '../server/server';
import { AutocallsApi } from './api';
import { ADMIN_KEY, PLAIN_KEY } from './platform';
import { autocallsDefaults, type AutocallsSettings } from './settings';
import type { AutocallsUser } from './userRecords';

export class AutocallsSandbox
	extends SandboxServer<AutocallsApi>
	implements Sandbox<AutocallsUser, AutocallsSettings>
{
	readonly title = 'Autocalls.ai';

	get url(): string {
		return `${this.origin}/api`;
	}

	get credentials(): Record<string, unknown> {
		return { apiKey: ADMIN_KEY, baseUrl: this.url };
	}

	get wrongCredentials(): Record<string, unknown> {
		return { apiKey: '1|thisKeyWasRevoked', baseUrl: this.url };
	}

	/** The key of a user who is no white-label admin. */
	get nonAdminCredentials(): Record<string, unknown> {
		return { apiKey: PLAIN_KEY, baseUrl: this.url };
	}

	get people(): AutocallsUser[] {
		return this.api.platform.people;
	}

	get tokens(): Array<{ token: string; email: string }> {
		return this.api.platform.tokens;
	}

	/** The minutes that the admin can still transfer. */
	get adminMinutes(): number {
		return this.api.platform.minutes;
	}
}

export async function startAutocalls(
	options: StartOptions<AutocallsSettings> = {},
): Promise<AutocallsSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const api = new AutocallsApi({ ...autocallsDefaults, ...changes }, users);
	return await new AutocallsSandbox(api, { latencyMs, port }).listen();
}
