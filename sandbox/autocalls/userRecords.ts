import { people } from '../people';
import { SeededRandom } from '../seededRandom';

/** https://docs.autocalls.ai/api-reference/white-label/get-users */
export interface AutocallsUser {
	/** A string of digits is written as a bare number. */
	id: number | string;
	name: string;
	email: string;
	minutes_balance: number;
	credits_balance: number;
	created_at: string;
}

/** ISO 8601 with microseconds, as Laravel writes it. */
export const asMicroseconds = (ms: number, micros = 0): string =>
	`${new Date(ms).toISOString().slice(0, 19)}.${String(micros).padStart(6, '0')}Z`;

export const autocallsUsers = (count: number): AutocallsUser[] =>
	people(count, 11).map(({ index, fullName, email, createdAt, random }) => ({
		id: 1001 + index,
		name: fullName,
		email,
		minutes_balance: random.between(0, 2000) / 4,
		credits_balance: random.between(0, 900),
		created_at: asMicroseconds(createdAt, random.chance(0.5) ? 0 : random.between(1, 999999)),
	}));

/** `17|…`, the form of the tokens in the provider's examples. */
export const apiToken = (number: number): string =>
	`${number}|${new SeededRandom(number * 31 + 5).text(40)}`;
