import type { INodeParameters } from 'n8n-workflow';
import type { NodeRun } from '../../harness';
import type { CredentialData } from '../../harness';
import type { More } from '../fixture';
import { WorksectionFixture } from './fixture';

/** The account, with the permission of a person instead of the admin API key. */
export class OAuth2Fixture extends WorksectionFixture {
	/** The credential as it is stored, also after a run. */
	stored: CredentialData = {};

	constructor(users = 25) {
		super(users);
		beforeEach(() => this.connect('users_read', 'users_write'));
	}

	connect(...scopes: string[]): void {
		this.stored = { worksectionOAuth2Api: this.sandbox.connected(...scopes) };
	}

	get token(): Record<string, unknown> {
		return this.stored.worksectionOAuth2Api?.oauthTokenData as Record<string, unknown>;
	}

	/** What n8n stores of a token answer: it is merged into what was there. */
	answered(answer: Record<string, unknown>, before = this.token): void {
		const { worksectionOAuth2Api: credential } = this.stored;
		const oauthTokenData = { ...before, ...answer };
		this.stored = { worksectionOAuth2Api: { ...credential, oauthTokenData } };
	}

	override async run(
		operation: string,
		parameters: INodeParameters = {},
		more: More = {},
	): Promise<NodeRun> {
		const credentials = this.stored;
		const choice = { authentication: 'oAuth2', ...parameters };
		const run = await super.run(operation, choice, { credentials, ...more });
		this.stored = run.run.stored;
		return run;
	}

	/** The path of each request, with its action. */
	get paths(): string[] {
		return this.sandbox.log.map(({ path, query }) => [path, query.action ?? []].flat().join(' '));
	}

	protected override secrets(): string[] {
		const { clientSecret, oauthTokenData } = this.stored.worksectionOAuth2Api ?? {};
		const { access_token, refresh_token } = (oauthTokenData ?? {}) as Record<string, unknown>;
		const sent = this.sandbox.log.flatMap(({ headers, bodyText }) => [
			(headers.authorization ?? '').replace('Bearer ', ''),
			new URLSearchParams(bodyText).get('refresh_token') ?? '',
		]);
		return [clientSecret, access_token, refresh_token, ...sent].flatMap((secret) =>
			typeof secret === 'string' && secret !== '' ? [secret] : [],
		);
	}
}
