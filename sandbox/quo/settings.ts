/** Requests per second and key: https://www.quo.com/docs/mdx/api-reference/rate-limits */
export const QUO_RATE = 10;

export interface QuoSettings {
	/** `wrapped` is what the docs page shows for a 401 today; seen in public code. */
	errorShape: 'spec' | 'wrapped';
	/** The older spec says openphone.com, the one of 2026-08 quo.com. */
	docs: 'https://openphone.com/docs' | 'https://quo.com/docs';
	/** How far `totalItems` is off: the spec itself says that it is wrong. */
	lyingTotal: number;
	/** Requests per second and key, in a sliding second; 0 is off. */
	rateLimit: number;
	/** Sent with a 429; the docs name no such header. */
	retryAfter: string | null;
	/** Whether a full last page still has a next one, which is then empty (UNCONFIRMED). */
	trailingEmptyPage: boolean;
}

export const quoDefaults: QuoSettings = {
	errorShape: 'spec',
	docs: 'https://openphone.com/docs',
	lyingTotal: 3,
	rateLimit: 0,
	retryAfter: null,
	trailingEmptyPage: false,
};
