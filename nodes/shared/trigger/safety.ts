import { ProviderError } from '../errors';
import { counted } from '../text/plural';

/** Fewer may always leave at once. */
const FEW = 5;
const MOST_NAMED = 20;

export interface Leaving {
	provider: string;
	/** How those who are missing from the provider's list are called. */
	gone: string[];
	remembered: number;
	/** How many users the provider's list has, in the shorter of its two readings. */
	listed: number;
	maxLeftPercent: number;
}

/**
 * A list that suddenly lacks many users is more often a mistake than the truth.
 *
 * @throws {ProviderError} that counts and names them
 */
export function refuseTooManyLeft(leaving: Leaving): void {
	const { provider, gone, remembered, listed, maxLeftPercent } = leaving;
	if (gone.length === 0 || !isTooMany(leaving)) return;
	const named = gone.slice(0, MOST_NAMED).join(', ');
	const more = gone.length > MOST_NAMED ? ` and ${gone.length - MOST_NAMED} more` : '';
	const are = gone.length === 1 ? 'is' : 'are';
	const [why, remedy] =
		listed === 0
			? ['which came empty', "set 'Max Left (Percent)' under Options to 100"]
			: [
					`more than 'Max Left (Percent)' allows (${maxLeftPercent})`,
					"raise 'Max Left (Percent)' under Options (100 allows all)",
				];
	throw new ProviderError({
		provider,
		kind: 'incompleteList',
		text: `${gone.length} of ${counted(remembered, 'remembered users')} ${are} no longer in the list, ${why}: ${named}${more}`,
		next: `Nothing was reported, and nothing is forgotten. If they have really left, ${remedy} until the next poll has run.`,
	});
}

function isTooMany({ gone, remembered, listed, maxLeftPercent }: Leaving): boolean {
	if (maxLeftPercent >= 100) return false;
	if (listed === 0) return true;
	return gone.length > FEW && gone.length * 100 > remembered * maxLeftPercent;
}
