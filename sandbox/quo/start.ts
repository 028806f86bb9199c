import { Host } from '../host';
import type { Sandbox, StartOptions } from '../sandbox';
import type { QuoPhoneNumber } from './phoneNumbers';
import { QUO_KEY, quoDefaults, QuoRoom, type QuoSettings } from './room';
import type { QuoUser } from './users';

export class QuoSandbox extends Host<QuoRoom> implements Sandbox<QuoUser, QuoSettings> {
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
		return this.room.people;
	}

	/** Live state; `userIds` say who shares a number. */
	get phoneNumbers(): QuoPhoneNumber[] {
		return this.room.phoneNumbers;
	}
}

export async function startQuo(options: StartOptions<QuoSettings> = {}): Promise<QuoSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const room = new QuoRoom({ ...quoDefaults, ...changes }, users);
	return await new QuoSandbox(room, { latencyMs, port }).listen();
}
