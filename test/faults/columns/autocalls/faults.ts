import { AutocallsSandbox } from '../../../../sandbox/autocalls/sandbox';
import { bothTimes, type Fault, planFault } from '../../fault';
import type { Setup } from '../../setup';

const TOKEN = '77|Zq3xV8nT1kLw5RbY7cJd2HsM9pGf4AeUo6iKtBv0';

/** The answer with a new user's token may break off; an error shows how it begins. */
function brokenToken(setup: Setup, fault: Fault): void {
	setup.fixture.secrets.push(TOKEN);
	planFault(setup, { kind: 'body', body: `{"token":"${TOKEN}","user":{"id":1` }, fault);
}

function notAdmin({ fixture, credentials }: Setup): void {
	const { sandbox } = fixture;
	if (!(sandbox instanceof AutocallsSandbox)) return;
	const { apiKey } = sandbox.nonAdminCredentials;
	Object.assign(credentials, { apiKey });
	fixture.secrets.push(String(apiKey));
}

export const faults: Fault[] = [
	{
		name: 'a right key that may not do this',
		is: 'refused',
		times: 'ever',
		status: () => 403,
		says: () => [/not a white label admin/, /white-label admin/],
		plan: notAdmin,
	},
	...bothTimes({
		name: 'malformed JSON that begins with a token',
		is: 'broken',
		carriedOut: false,
		appliesTo: ({ operation }) => ['register', 'createToken'].includes(operation),
		status: () => 200,
		plan: brokenToken,
	}),
];
