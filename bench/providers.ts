/** Plain data that goes between the processes. */

export const providers = ['voximplant', 'autocalls', 'quo', 'worksection'] as const;
export type ProviderName = (typeof providers)[number];

export const titles: Record<ProviderName, string> = {
	voximplant: 'Voximplant',
	autocalls: 'Autocalls',
	quo: 'Quo',
	worksection: 'Worksection',
};

/** A directory to read, on a sandbox that runs elsewhere. */
export interface Directory {
	provider: ProviderName;
	url: string;
	credentials: Record<string, unknown>;
	users: number;
	/** Users per page: asked for, or the provider's choice. */
	pageSize: number;
	/** Voximplant's. */
	applicationId: number;
}

export const credentialType = ({ provider }: Directory): string => `${provider}Api`;
