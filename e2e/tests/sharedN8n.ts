import type { N8n } from '../harness/n8n';
import { N8nRest } from '../harness/rest';
import type { Account, Session } from '../harness/session';

const key = 'USER_DIRECTORY_E2E_N8N';

/** What the set-up gives to the test files, which Jest runs apart from it. */
export const sharedN8n = {
	n8n: undefined as N8n | undefined,

	give(n8n: N8n, account: Account, session: Session): void {
		sharedN8n.n8n = n8n;
		process.env[key] = JSON.stringify({ url: n8n.url, account, session });
	},

	login(): { url: string; account: Account; session: Session } {
		return JSON.parse(process.env[key] ?? '') as ReturnType<typeof sharedN8n.login>;
	},

	/** Signed in to the n8n that all tests use, as its owner. */
	rest(): N8nRest {
		const { url, session } = sharedN8n.login();
		return new N8nRest(url, session);
	},
};
