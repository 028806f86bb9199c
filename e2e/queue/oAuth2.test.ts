import axios from 'axios';
import { randomBytes } from 'node:crypto';
import { startWorksection, type WorksectionSandbox } from '../../sandbox';
import { startQueueMode, type QueueMode } from '../harness/queueMode';
import { signedIn, type N8nRest } from '../harness/rest';
import { webhookAt, workflowOf } from '../harness/workflow';

const TYPE = 'worksectionOAuth2Api';
const USERS = 20;

let sandbox: WorksectionSandbox;
let n8n: QueueMode | undefined;
let rest: N8nRest;
let list: (times: number) => Promise<unknown[]>;
let workflowId: string;

/** As a person's browser does it: to Worksection's page, and back with its answer. */
async function connect(credentialId: string): Promise<void> {
	const http = axios.create({ proxy: false, maxRedirects: 0, validateStatus: () => true });
	const page = await rest.call<string>('GET', `/rest/oauth2-credential/auth?id=${credentialId}`);
	const { headers } = await http.post(page);
	const { browser, cookie } = rest.session;
	const signed = { headers: { cookie, 'browser-id': browser } };
	const { data } = await http.get<string>(String(headers.location), signed);
	if (data.includes('Failed to connect')) throw new Error(data);
}

beforeAll(async () => {
	sandbox = await startWorksection({ users: USERS, latencyMs: 300 });
	const { clientId, clientSecret, ...urls } = sandbox.oAuth2Client;
	const env = { CREDENTIALS_OVERWRITE_DATA: JSON.stringify({ [TYPE]: urls }) };
	n8n = await startQueueMode({ workers: 2, concurrency: 5, env });
	({ rest } = await signedIn(n8n.main));
	const fields = { clientId, clientSecret, scope: 'users_read' };
	const credential = await rest.createCredential(TYPE, fields);
	await connect(credential.id);
	const path = `list-${randomBytes(4).toString('hex')}`;
	const node = {
		type: 'worksection',
		name: 'List',
		credentials: { [TYPE]: credential },
		parameters: {
			authentication: 'oAuth2',
			operation: 'getAll',
			returnAll: true,
			options: { requestsPerSecond: 0, retries: 0 },
		},
	};
	workflowId = await rest.createWorkflow(workflowOf({ trigger: webhookAt(path), nodes: [node] }));
	await rest.activate(workflowId);
	list = async (times) =>
		await Promise.all(Array.from({ length: times }, async () => await rest.webhook(path)));
}, 600_000);

afterAll(async () => {
	await n8n?.end();
	await sandbox?.close();
}, 120_000);

const count = (path: string) => sandbox.log.filter((request) => request.path === path).length;

it.each(['refused', 'accepted'] as const)(
	'two workers need a new token at once, and neither is thrown out: renewal at /oauth2/token %s',
	async (tokenRefresh) => {
		sandbox.settings.tokenRefresh = tokenRefresh;
		expect(await list(1)).toEqual([expect.any(Array)]);
		sandbox.expireTokens();
		sandbox.log.length = 0;
		const answers = (await list(8)) as unknown[][];
		expect(answers.map((users) => users.length)).toEqual(Array(8).fill(USERS));
		// Both had a part in it, and one of them alone renewed the token.
		const shares = n8n?.workers.map((worker) => worker.started().length) ?? [];
		expect(Math.min(...shares)).toBeGreaterThan(0);
		expect(count('/oauth2/token')).toBe(1);
		expect(count('/oauth2/refresh')).toBe(tokenRefresh === 'refused' ? 1 : 0);
		expect(sandbox.log.filter(({ status }) => status === 401).length).toBeGreaterThan(1);
	},
);
