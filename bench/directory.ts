import type { ProviderName } from './providers';

/** A directory of users on a sandbox in another process. Plain data, sent between the processes. */
export interface Directory {
	provider: ProviderName;
	/** The type of n8n's credential. */
	credentialType: string;
	url: string;
	credentials: Record<string, unknown>;
	users: number;
	/** Users per page: asked for, or the provider's choice. */
	pageSize: number;
	/** Voximplant's. */
	applicationId?: number;
}
