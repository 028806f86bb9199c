import { InputError, onProviderError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Answer } from '../../shared/http/connection';
import { idOf, isRecord, record, records } from '../../shared/text/json';
import { readAccount } from '../voximplant.account';

/** The API doesn't know this method, or this service account's role may not use it. */
const CODES_OF_NO_ANSWER = ['103', '104'];

/** The client's type says a list. */
function ownersIn({ body }: Answer, keyId: string): string[] {
	const keys = records(record(body)?.result) ?? [];
	const owners = keys
		.filter(({ key_id: id }) => id === keyId)
		.flatMap(({ subuser }) => records(subuser) ?? (isRecord(subuser) ? [subuser] : []));
	return owners.flatMap(({ subuser_id: id }) => idOf(id) ?? []);
}

/**
 * Whose key the credential has, where that can be known: a service account's is nobody's, and not every
 * role may ask. A parent's key is none of its child account's sub-users'.
 * https://voximplant.com/docs/references/httpapi/rolesystem#getkeys
 */
async function keyOwners(item: Item): Promise<string[]> {
	const { keyId, accountId, issuer } = readAccount(await item.credentials());
	if (issuer !== accountId) return [];
	const call = { method: 'POST', path: '/GetKeys', query: { key_id: keyId } } as const;
	return await onProviderError(
		async () => await item.read(call, (answer) => ownersIn(answer, keyId)),
		(error) => {
			const { code = '', status } = error.details;
			if (status === 404 || CODES_OF_NO_ANSWER.includes(code)) return [];
			throw error.with({
				text: `whose key the credential has could not be read, so nothing was deleted: ${error.details.text}`,
			});
		},
	);
}

/**
 * A sub-user's keys go with it.
 *
 * @throws {InputError} where the key in use is this sub-user's
 * @throws {ProviderError} where that could not be asked; nothing was deleted then
 */
export async function refuseKeyOwner(item: Item, id: string): Promise<void> {
	const owners = await item.oncePerRun('owners of the key', async () => await keyOwners(item));
	if (!owners.includes(id)) return;
	throw new InputError(
		`'Sub-User' (${id}) is the one whose key this credential uses: without it, n8n could no longer sign in.`,
		"Use a credential with another sub-user's key or a service account's, or delete the sub-user in Voximplant's control panel.",
	);
}
