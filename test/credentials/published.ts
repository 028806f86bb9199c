/** What the package publishes of a provider: `test/providers/<provider>/published.ts` exports one. */
export interface Published {
	/** The credential's fields with their defaults, which never change. */
	fields: Record<string, unknown>;
	/** The fields of the credential for OAuth2 beside n8n's own, where there is one. */
	oAuth2Fields?: Record<string, unknown>;
	/** The field that is masked. */
	secret: string;
	/** The domain of the provider's own documentation. */
	documentation: string;
	/** A word by which n8n's search finds the node. */
	alias: string;
	/** Whether people make calls with it. */
	telephony: boolean;
}
