import type { IDataObject } from 'n8n-workflow';
import { unifiedUser } from '../nodes/shared/output/unified';
import type { UnifiedUser } from '../nodes/shared/output/unified';

/** Users of a directory, without a server: the addresses of two directories overlap by nine tenths. */
export function madePeople(directory: string, count: number, from = 0): UnifiedUser[] {
	return Array.from({ length: count }, (_, index) => {
		const number = from + index;
		return unifiedUser({
			...{ provider: directory, id: String(1_000_000 + number) },
			...{
				displayName: `Person Number ${number}`,
				givenName: 'Person',
				familyName: `No ${number}`,
			},
			...{ email: `person.number${number}@example.com`, role: 'member', title: 'Agent' },
			...{ phone: `+1555${String(number).padStart(7, '0')}`, createdAt: '2024-01-31T09:00:00Z' },
		});
	});
}

export const asItems = (users: readonly UnifiedUser[]): IDataObject[] =>
	users.map((user) => ({ ...user }));
