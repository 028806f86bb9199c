import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import { named, text } from '../shared/read';
import { worksectionBaseUrl } from './worksection.auth';
import { worksectionUsers } from './worksection.user';

/**
 * "user url address" is all that https://worksection.com/en/faq/api-user.html says of `url`: a page in
 * the account is linked, a site of the person's own is not.
 */
function pageOf(url: unknown, credentials: ICredentialDataDecryptedObject): string | undefined {
	const account = new URL(worksectionBaseUrl(credentials)).origin;
	const address = text(url) ?? '';
	if (!URL.canParse(address, account)) return undefined;
	const page = new URL(address, account);
	return page.origin === account && page.pathname !== '/' ? page.href : undefined;
}

/** Worksection's API looks for nobody. */
export const users: Picker = {
	lists: () => [worksectionUsers],
	entry: ({ name, email, url }, value, credentials) => ({
		name: nameAndMore(value, name, email),
		value,
		...named('url', pageOf(url, credentials)),
	}),
};
