import { Host } from '../host';
import type { Sandbox, StartOptions } from '../sandbox';
import type { Group } from './account';
import type { WorksectionContact, WorksectionUser } from './members';
import {
	WORKSECTION_KEY,
	worksectionDefaults,
	WorksectionRoom,
	type WorksectionSettings,
} from './room';

export class WorksectionSandbox
	extends Host<WorksectionRoom>
	implements Sandbox<WorksectionUser, WorksectionSettings>
{
	get url(): string {
		return this.origin;
	}

	get credentials(): Record<string, unknown> {
		return { accountUrl: this.url, apiKey: WORKSECTION_KEY, signature: 'md5' };
	}

	get wrongCredentials(): Record<string, unknown> {
		return { ...this.credentials, apiKey: '00000000000000000000000000000000' };
	}

	get people(): WorksectionUser[] {
		return this.room.account.people;
	}

	get contacts(): WorksectionContact[] {
		return this.room.account.contacts;
	}

	get teams(): Group[] {
		return this.room.account.teams;
	}
}

export async function startWorksection(
	options: StartOptions<WorksectionSettings> = {},
): Promise<WorksectionSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const room = new WorksectionRoom({ ...worksectionDefaults, ...changes }, users);
	return await new WorksectionSandbox(room, { latencyMs, port }).listen();
}
