import { text } from '../text/json';
import { isoUtc } from '../text/time';

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

/** The values of one user, as the provider gave them. */
export type UserValues = { provider: string; id: unknown } & Partial<
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
export function unifiedUser(values: UserValues): UnifiedUser {
	const email = lower(values.email);
	return {
		provider: values.provider,
		id: text(values.id),
		userName: text(values.userName) ?? email,
		displayName: text(values.displayName),
		givenName: text(values.givenName),
		familyName: text(values.familyName),
		email,
		phone: text(values.phone),
		title: text(values.title),
		department: text(values.department),
		team: text(values.team),
		role: lower(values.role),
		active: values.active ?? null,
		photoUrl: text(values.photoUrl),
		createdAt: time(values.createdAt),
		updatedAt: time(values.updatedAt),
	};
}
