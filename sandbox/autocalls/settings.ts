import type { Paginate } from './pagination';

export interface AutocallsSettings {
	paginate: Paginate;
	perPage: number;
	/** The minutes that the admin can transfer after a reset. */
	adminMinutes: number;
	/** Without `Accept: …json` Laravel answers a 401 with a redirect to its login page (INFERRED). */
	needsAccept: boolean;
}

export const autocallsDefaults: AutocallsSettings = {
	paginate: 'bare',
	perPage: 15,
	adminMinutes: 10000,
	needsAccept: true,
};
