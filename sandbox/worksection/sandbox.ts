import type { Sandbox, StartOptions } from '../sandbox';
import { SandboxServer } from '../server/server';
import type { Group } from './account';
import { OAUTH2_CLIENT } from './oauth2/client';
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

	/** The fields of the OAuth2 credential before it is connected; n8n keeps the two URLs itself. */
	get oAuth2Client(): Record<string, string> {
		return {
			clientId: OAUTH2_CLIENT.id,
			clientSecret: OAUTH2_CLIENT.secret,
			authUrl: `${this.url}/oauth2/authorize`,
			accessTokenUrl: `${this.url}/oauth2/token`,
		};
	}

	/** The same once a person gave the permission, as n8n keeps it. */
	connected(...scopes: string[]): Record<string, unknown> {
		const { accessToken, refreshToken } = this.api.grants.grant(scopes);
		const { accountUrl = this.url, expiresIn } = this.api.settings;
		const oauthTokenData = {
			token_type: 'Bearer',
			expires_in: expiresIn,
			access_token: accessToken,
			refresh_token: refreshToken,
			...(accountUrl !== '' && { account_url: accountUrl }),
		};
		return { ...this.oAuth2Client, scope: scopes.join(), oauthTokenData };
	}

	/** Every access token is over; refresh tokens stay valid. */
	expireTokens(): void {
		this.api.grants.expire();
	}

	/** The person took the permission away. */
	revokeTokens(): void {
		this.api.grants.revoke();
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
