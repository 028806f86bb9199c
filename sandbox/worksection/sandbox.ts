import type { Sandbox, StartOptions } from '../sandbox';
import { SandboxServer } from '../server/server';
import type { Group } from './account';
import { WORKSECTION_KEY, WorksectionApi } from './api';
import type { WorksectionContact } from './contactRecords';
import type { WorksectionProject } from './projectRecords';
import { worksectionDefaults, type WorksectionSettings } from './settings';
import type { WorksectionUser } from './userRecords';

export class WorksectionSandbox
	extends SandboxServer<WorksectionApi>
	implements Sandbox<WorksectionUser, WorksectionSettings>
{
	readonly title = 'Worksection';

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
		return this.api.account.people;
	}

	get contacts(): WorksectionContact[] {
		return this.api.account.contacts;
	}

	get projects(): WorksectionProject[] {
		return this.api.account.projects;
	}

	get teams(): Group[] {
		return this.api.account.teams;
	}
}

export async function startWorksection(
	options: StartOptions<WorksectionSettings> = {},
): Promise<WorksectionSandbox> {
	const { users = 25, latencyMs = 0, port = 0, ...changes } = options;
	const api = new WorksectionApi({ ...worksectionDefaults, ...changes }, users);
	return await new WorksectionSandbox(api, { latencyMs, port }).listen();
}
