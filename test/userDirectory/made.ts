import { unifiedUser } from '../../nodes/shared/output/unified';
import { matchKey, type MatchingRules } from '../../nodes/UserDirectory/matching';
import type { Account } from '../../nodes/UserDirectory/person';

/** Accounts that no directory sent. */

export const rules = (more: Partial<MatchingRules> = {}): MatchingRules => ({
	ignorePlusTags: false,
	ignoreGmailDots: false,
	domainAliases: new Map(),
	...more,
});

type User = Partial<Parameters<typeof unifiedUser>[0]>;

export function account(
	directory: string,
	email: string | null,
	user: User = {},
	by: MatchingRules = rules(),
): Account {
	const key = matchKey(email, by);
	return {
		directory,
		user: unifiedUser({ provider: directory, id: 'u1', email, ...user }),
		email: key === undefined ? null : email,
		key,
	};
}
