import { SeededRandom } from '../seededRandom';
import type { QuoUser } from './userRecords';

type Restriction = 'restricted' | 'unrestricted';
type Regions = Record<'CA' | 'Intl' | 'US', Restriction>;

/** GET /v1/phone-numbers in Quo's OpenAPI document, but for `users`. */
export interface QuoPhoneNumber {
	id: string;
	groupId: string;
	portRequestId: string | null;
	formattedNumber: string | null;
	forward: string | null;
	name: string;
	number: string;
	portingStatus: string | null;
	symbol: string | null;
	createdAt: string;
	updatedAt: string;
	restrictions: { calling: Regions; messaging: Regions };
	/** Who shares it; answered as `users` with their current data. */
	userIds: string[];
}

const ALL_REGIONS: Regions = { CA: 'unrestricted', Intl: 'unrestricted', US: 'unrestricted' };
const NO_INTERNATIONAL: Regions = { CA: 'unrestricted', Intl: 'restricted', US: 'unrestricted' };

/** Of ten users, some have a number of their own, some share one, some have two and some none. */
function ownersOf(index: number, users: readonly QuoUser[]): string[] {
	const start = Math.floor(index / 6) * 10;
	const pattern = [[0], [1, 2], [3], [3], [4, 5, 6], [7]][index % 6] ?? [];
	return pattern.flatMap((offset) => users[start + offset]?.id ?? []);
}

export function quoPhoneNumbers(users: readonly QuoUser[]): QuoPhoneNumber[] {
	const count = Math.ceil(users.length / 10) * 6;
	const numbers = Array.from({ length: count }, (_, index): QuoPhoneNumber => {
		const random = new SeededRandom(9001 + index);
		const number = `+1415${String(5550000 + index).slice(-7)}`;
		const ported = random.chance(0.2);
		return {
			id: `PN${random.text(10)}`,
			groupId: `GR${random.text(10)}`,
			portRequestId: ported ? random.text(8) : null,
			formattedNumber: `(415) ${number.slice(5, 8)}-${number.slice(8)}`,
			forward: random.chance(0.1) ? '+14155559999' : null,
			name: random.oneOf(['Support', 'Sales', 'Büro Köln', 'Основний', '本社']),
			number,
			portingStatus: ported ? 'completed' : null,
			symbol: random.chance(0.5) ? '🏡' : null,
			createdAt: '2024-02-01T09:00:00.000Z',
			updatedAt: '2025-11-20T16:45:00.000Z',
			restrictions: {
				calling: ALL_REGIONS,
				messaging: random.chance(0.5) ? NO_INTERNATIONAL : ALL_REGIONS,
			},
			userIds: ownersOf(index, users),
		};
	});
	return numbers.filter(({ userIds }) => userIds.length > 0);
}

/** As the API answers it. A user who left the workspace has left the number, too. */
export function phoneNumberAnswer(
	record: QuoPhoneNumber,
	usersById: ReadonlyMap<string, QuoUser>,
): unknown {
	const { userIds, ...rest } = record;
	const users = userIds.flatMap((id) => {
		const user = usersById.get(id);
		if (!user) return [];
		const { email, firstName, lastName, role } = user;
		return [{ email, firstName, lastName, id, role, groupId: record.groupId }];
	});
	return { ...rest, users };
}
