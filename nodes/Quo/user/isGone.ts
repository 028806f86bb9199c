import { onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import { getById } from '../getById';
import { USER } from './get.operation';

/** As Quo's page documents them: https://www.quo.com/docs/mdx/api-reference/users/get-a-user-by-id */
const USER_ID = /^US\w+$/;
const NO_SUCH_USER = /404$/;

/**
 * Whether Quo says that there is no such user. What doesn't answer that is no proof: the list is then
 * read again.
 */
export async function isGone(item: Item, id: string): Promise<boolean> {
	if (!USER_ID.test(id)) return false;
	return await onProviderError(
		async () => {
			await getById(item, USER, id);
			return false;
		},
		(error) => {
			const { kind, details } = error;
			// Other servers on the way answer 404, too, without a code of Quo's.
			if (kind === 'notFound') return NO_SUCH_USER.test(details.code ?? '');
			if (details.status === 200 || details.status === 404) return false;
			throw error;
		},
	);
}
