/** Requests per second, as the FAQ on limits says. */
export const WORKSECTION_RATE = 1;

export interface WorksectionSettings {
	/** `date_added` is returned with an admin token only. */
	tokenKind: 'admin' | 'oauth';
	/** What `data` is when there is nothing to list. */
	emptyData: 'absent' | 'array';
	/** Lower case in the page and the SDK, capitalised in the Postman examples. */
	roleCase: 'lower' | 'capitalised';
	/** Requests per second, in a sliding second; 0 is off. */
	rateLimit: number;
	/** UNCONFIRMED which status goes with "Too many requests". */
	rateLimitStatus: 200 | 429;
	/** UNCONFIRMED: the code that goes with it. */
	rateLimitCode: number;
	/** UNCONFIRMED: whether a second invitation is refused or answered with the member. */
	duplicateInvite: 'error' | 'ok';
	/** UNCONFIRMED: what `/oauth2/token` does with a refresh, which belongs to `/oauth2/refresh`. */
	tokenRefresh: 'refused' | 'accepted';
	/** The `account_url` of a token answer: this sandbox unless given; with an empty text, there is none. */
	accountUrl?: string;
	/** The `expires_in` of a token answer, in seconds. */
	expiresIn: number;
	/** UNCONFIRMED: how a call without its scope is refused. */
	scopeRefusal: 'inBody' | 403;
}

export const worksectionDefaults: WorksectionSettings = {
	tokenKind: 'admin',
	emptyData: 'absent',
	roleCase: 'lower',
	rateLimit: 0,
	rateLimitStatus: 200,
	rateLimitCode: 29,
	duplicateInvite: 'error',
	tokenRefresh: 'refused',
	expiresIn: 86_400,
	scopeRefusal: 'inBody',
};
