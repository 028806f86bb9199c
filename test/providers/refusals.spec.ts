import type { INodeParameters } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { by } from './fixture';
import { refusals } from './refusals';

const NAMES = ['autocalls', 'quo', 'voximplant', 'worksection'] as const;
type Name = (typeof NAMES)[number];

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

const application = by('name', 'support');

describe.each(NAMES)('a refusal by %s or by what stands before it', (provider: Name) => {
	const list = async () => {
		const more: INodeParameters = provider === 'voximplant' ? { application } : {};
		return await runNode({
			node: provider,
			credentials: { [`${provider}Api`]: sandboxes[provider].credentials },
			parameters: {
				...{ resource: 'user', operation: 'getAll', ...more },
				options: { requestsPerSecond: 0, retries: 0 },
			},
		});
	};

	it.each(refusals)('is shown in its own words: %j', async (body, words) => {
		for (const status of [400, 403, 422]) {
			sandboxes[provider].faults.next({ kind: 'body', status, body: JSON.stringify(body) });
			const { error } = await list();
			expect(errorWords(error)).toContain(`: ${words} (HTTP ${status})`);
			expect(error).toMatchObject({ httpCode: String(status) });
		}
	});

	it.each([null, true, 40, [], {}, '', [null]])('without words is not quoted: %j', async (body) => {
		sandboxes[provider].faults.next({ kind: 'body', status: 400, body: JSON.stringify(body) });
		const { error } = await list();
		expect(errorWords(error)).toContain(': the request was refused (HTTP 400)');
	});
});
