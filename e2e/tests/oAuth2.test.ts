import { startWorksection, type WorksectionSandbox } from '../../sandbox';
import { openBrowser, type Browser } from '../browser/browser';
import { Editor } from '../browser/editor';
import { connect } from '../browser/permission';
import type { CredentialReference } from '../harness/credentials';
import { startN8n, type N8n } from '../harness/n8n';
import { signedIn, type N8nRest } from '../harness/rest';
import { workflowOf } from '../harness/workflow';

let sandbox: WorksectionSandbox;
let n8n: N8n | undefined;
let rest: N8nRest;
let browser: Browser | undefined;
let credential: CredentialReference;
let connectOnce: () => Promise<void>;

const TYPE = 'worksectionOAuth2Api';

beforeAll(async () => {
	sandbox = await startWorksection({ users: 30 });
	const { clientId, clientSecret, ...urls } = sandbox.oAuth2Client;
	// The URLs are Worksection's own unless whoever runs n8n says otherwise.
	n8n = await startN8n({ env: { CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ [TYPE]: urls }) } });
	const { rest: signed, account } = await signedIn(n8n);
	rest = signed;
	credential = await rest.createCredential(TYPE, { clientId, clientSecret, scope: 'users_read' });
	browser = await openBrowser();
	const { page } = browser;
	const { url } = n8n;
	await new Editor(page, url).signIn(account);
	connectOnce = async () => await connect(page, url, credential.id);
}, 400_000);
beforeEach(() => void (sandbox.log.length = 0));
afterAll(async () => {
	await browser?.close();
	await n8n?.end();
	await sandbox?.close();
});

async function run(operation = 'getAll', parameters = {}) {
	const node = {
		type: 'worksection',
		name: 'List',
		credentials: { [TYPE]: credential },
		parameters: {
			authentication: 'oAuth2',
			operation,
			returnAll: true,
			options: { requestsPerSecond: 0, retries: 0 },
			...parameters,
		},
	};
	return await rest.run(workflowOf({ nodes: [node] }));
}

const told = ({ error }: Awaited<ReturnType<typeof run>>) =>
	`${error?.message} ${error?.description ?? ''}`;
const paths = () => sandbox.log.map(({ path }) => path);
const everybody = () => sandbox.people.map(({ name }) => name);
const LIST = '/api/oauth2';
const namesIn = (stored: Awaited<ReturnType<typeof run>>) =>
	stored.json('List').map((user) => user.name);

it('before it is connected: says so, and sends nothing', async () => {
	expect(told(await run())).toContain('not connected');
	expect(paths()).toEqual([]);
});

it('is connected in the browser, and lists everybody', async () => {
	await connectOnce();
	sandbox.log.length = 0;
	const stored = await run();
	expect(stored.error).toBeUndefined();
	expect(namesIn(stored)).toEqual(everybody());
	expect(paths()).toEqual([LIST]);
});

describe.each(['refused', 'accepted'] as const)(
	'where /oauth2/token has a renewal %s',
	(tokenRefresh) => {
		beforeAll(() => void (sandbox.settings.tokenRefresh = tokenRefresh));

		it('a token that is over is renewed, and kept', async () => {
			sandbox.expireTokens();
			expect(namesIn(await run())).toEqual(everybody());
			expect(namesIn(await run())).toEqual(everybody());
			const beside = tokenRefresh === 'refused' ? ['/oauth2/refresh'] : [];
			expect(paths()).toEqual([LIST, '/oauth2/token', ...beside, LIST, LIST]);
		});
	},
);

it('a call without its scope names it', async () => {
	const stored = await run('invite', { email: 'new@example.com' });
	expect(told(stored)).toContain("Add 'users_write' to 'Scope' in the credential");
});

it('a permission that was taken away: reconnect, and it works again', async () => {
	sandbox.settings.tokenRefresh = 'refused';
	sandbox.revokeTokens();
	const stored = await run();
	expect(told(stored)).toContain('Token has been revoked');
	expect(told(stored)).toContain('Reconnect');
	await connectOnce();
	expect(namesIn(await run())).toEqual(everybody());
});

it('a refused connection, which n8n shows as one: its words, until it is connected', async () => {
	const fields = {
		clientId: sandbox.oAuth2Client.clientId,
		clientSecret: 'wrong',
		scope: 'users_read',
	};
	credential = await rest.createCredential(TYPE, fields, 'Mistyped');
	await connectOnce();
	sandbox.log.length = 0;
	const refused = await run();
	expect(told(refused)).toContain('Client authentication failed');
	expect(told(refused)).toContain('Reconnect');
	expect(paths()).toEqual([]);

	const { clientSecret } = sandbox.oAuth2Client;
	const data = { ...fields, clientSecret };
	await rest.call('PATCH', `/rest/credentials/${credential.id}`, {
		name: 'Corrected',
		type: TYPE,
		data,
	});
	await connectOnce();
	expect(namesIn(await run())).toEqual(everybody());
});

it('a refused connection after one that worked: its words, until it is disconnected', async () => {
	const { clientId, clientSecret } = sandbox.oAuth2Client;
	const save = async (secret: string | undefined) => {
		const data = { clientId, clientSecret: secret, scope: 'users_read' };
		const body = { name: 'Worked before', type: TYPE, data };
		await rest.call('PATCH', `/rest/credentials/${credential.id}`, body);
	};
	const fields = { clientId, clientSecret, scope: 'users_read' };
	credential = await rest.createCredential(TYPE, fields, 'Worked before');
	await connectOnce();
	await save('wrong');
	await connectOnce();
	sandbox.log.length = 0;
	expect(told(await run())).toContain('Select Disconnect first');
	expect(paths()).toEqual([]);

	await save(clientSecret);
	// What the dialogue's Disconnect does.
	await rest.call('DELETE', `/rest/credentials/${credential.id}/oauth-token`);
	await connectOnce();
	expect(namesIn(await run())).toEqual(everybody());
});

it('no log of n8n holds a token or the secret of the client', () => {
	const log = n8n?.log() ?? '';
	expect(log).not.toContain(sandbox.oAuth2Client.clientSecret);
	expect(log).not.toMatch(/eyJ[\w-]{20}|def502/);
});
