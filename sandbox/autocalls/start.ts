import { Host } from '../host';
import type { Sandbox, StartOptions } from '../sandbox';
import { ADMIN_KEY, PLAIN_KEY } from './platform';
import { autocallsDefaults, AutocallsRoom, type AutocallsSettings } from './room';
import type { AutocallsUser } from './users';

export class AutocallsSandbox
	extends Host<AutocallsRoom>
	implements Sandbox<AutocallsUser, AutocallsSettings>
{
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
		return this.room.platform.people;
	}

	get tokens(): Array<{ token: string; email: string }> {
		return this.room.platform.tokens;
	}

	/** What the admin has left to give. */
	get adminMinutes(): number {
		return this.room.platform.minutes;
	}
}

export async function startAutocalls(
	options: StartOptions<AutocallsSettings> = {},
): Promise<AutocallsSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const room = new AutocallsRoom({ ...autocallsDefaults, ...changes }, users);
	return await new AutocallsSandbox(room, { latencyMs, port }).listen();
}
