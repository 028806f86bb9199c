import { isRecord } from '../text/json';
import type { Item } from '../execution/item';
import type { Execute } from '../execution/provider';
import type { MadeAccount } from './directory';

/**
 * Creates an account by the operation of the provider's own node.
 *
 * @param flag what its simplified output calls a new user: `created` or `invited`
 */
export async function madeAccount(
	execute: Execute,
	item: Item,
	flag: 'created' | 'invited',
): Promise<MadeAccount> {
	const results = await execute(item);
	const [record] = Array.isArray(results) ? results : await results.afterAll();
	if (!isRecord(record)) throw new Error(`${item.provider} gave no user.`);
	const { [flag]: isNew, confirmed, ...user } = record;
	const note =
		confirmed === undefined
			? undefined
			: `${item.provider} did not confirm it, but a look-up found the account.`;
	return { record: user, existed: isNew === false, note };
}
