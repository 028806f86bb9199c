import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Picker } from '../../shared/picker/picker';
import { userPicker } from '../../shared/picker/userPicker';
import { defined, text } from '../../shared/text/json';
import { worksectionBaseUrl } from '../worksection.auth';
import { oAuth2AccountUrl } from '../worksection.oAuth2.auth';
import { worksectionUsers } from './user';

/**
 * "user url address" is all that https://worksection.com/en/faq/api-user.html says of `url`: a page in
 * the account is linked, a site of the person's own is not.
 */
function pageOf(url: unknown, credentials: ICredentialDataDecryptedObject): string | undefined {
	const accountUrl = 'oauthTokenData' in credentials ? oAuth2AccountUrl : worksectionBaseUrl;
	const account = new URL(accountUrl(credentials)).origin;
	const address = text(url) ?? '';
	if (!URL.canParse(address, account)) return undefined;
	const page = new URL(address, account);
	return page.origin === account && page.pathname !== '/' ? page.href : undefined;
}

const plainPicker = userPicker(worksectionUsers);

export const worksectionUserPicker: Picker = {
	lists: plainPicker.lists,
	option: (user, id, credentials) => ({
		...plainPicker.option(user, id),
		...defined({ url: pageOf(user.url, credentials) }),
	}),
};
