import type { INodeParameters } from 'n8n-workflow';
import { WorksectionSandbox } from '../../../../sandbox/worksection/sandbox';
import type { Column } from '../../column';

/** The same with a token instead of the key. */
export const byOAuth2 = (column: Column, more: INodeParameters = {}): Column => ({
	...column,
	operation: `${column.operation} (OAuth2)`,
	hasToken: true,
	start: async () => {
		const { parameters, ...fixture } = await column.start();
		const { sandbox } = fixture;
		if (!(sandbox instanceof WorksectionSandbox)) throw new Error("This isn't Worksection.");
		const scopes = ['users', 'contacts', 'projects'].flatMap((area) => [
			`${area}_read`,
			`${area}_write`,
		]);
		const credentials = sandbox.connected(...scopes);
		const token = credentials.oauthTokenData as Record<string, string>;
		const { access_token: access = '', refresh_token: refresh = '' } = token;
		return {
			...fixture,
			credential: 'worksectionOAuth2Api',
			credentials,
			parameters: { ...parameters, ...more, authentication: 'oAuth2' },
			usualHint: /^Worksection returned no 'date_added'/,
			secrets: [access, refresh, String(credentials.clientSecret)],
		};
	},
});
