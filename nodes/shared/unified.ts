import { text } from './read';
import { isoUtc } from './time';

/** One flat shape for the users of all providers. Names are SCIM's; `null` where nothing is known. */
export type UnifiedUser = {
	provider: string;
	id: string | null;
	userName: string | null;
	displayName: string | null;
	givenName: string | null;
	familyName: string | null;
	/** Lower case. */
	email: string | null;
	phone: string | null;
	title: string | null;
	department: string | null;
	team: string | null;
	/** Lower case. */
	role: string | null;
	active: boolean | null;
	photoUrl: string | null;
	/** `YYYY-MM-DDTHH:mm:ss.sssZ`; without `Z` where the zone is unknown. */
	createdAt: string | null;
	updatedAt: string | null;
};

/** A room's own values, as the provider gave them. */
export type Given = { provider: string; id: unknown } & Partial<
	Record<Exclude<keyof UnifiedUser, 'provider' | 'id' | 'active'>, unknown>
> & { active?: boolean | null };

const lower = (value: unknown): string | null => text(value)?.toLowerCase() ?? null;

/** A time whose zone is unknown stays without one. */
const ZONELESS = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;

function time(value: unknown): string | null {
	const words = text(value);
	const utc = isoUtc(words);
	return utc !== words && utc !== null && ZONELESS.test(words ?? '') ? words : utc;
}

/** All keys, in order. `userName` is the e-mail where the provider has no names of its own. */
export function unifiedUser(given: Given): UnifiedUser {
	const email = lower(given.email);
	return {
		provider: given.provider,
		id: text(given.id),
		userName: text(given.userName) ?? email,
		displayName: text(given.displayName),
		givenName: text(given.givenName),
		familyName: text(given.familyName),
		email,
		phone: text(given.phone),
		title: text(given.title),
		department: text(given.department),
		team: text(given.team),
		role: lower(given.role),
		active: given.active ?? null,
		photoUrl: text(given.photoUrl),
		createdAt: time(given.createdAt),
		updatedAt: time(given.updatedAt),
	};
}
