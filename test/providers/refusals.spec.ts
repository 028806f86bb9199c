import type { INodeParameters } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { by } from './fixture';

const NAMES = ['autocalls', 'quo', 'voximplant', 'worksection'] as const;
type Name = (typeof NAMES)[number];

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

const WORDS = 'The email has already been taken';

/** Each shape in which APIs, frameworks and gateways refuse, and what is shown of it. */
const shapes: Array<[object, string]> = [
	[{ message: `${WORDS}.` }, WORDS],
	[{ msg: WORDS }, WORDS],
	[{ error: WORDS }, WORDS],
	[{ error_description: WORDS }, WORDS],
	[{ detail: WORDS }, WORDS],
	[{ title: WORDS }, WORDS],
	[{ errors: [WORDS] }, WORDS],
	[{ errors: { 0: WORDS } }, WORDS],
	[{ errors: { email: WORDS } }, `email: ${WORDS}`],
	[{ errors: { email: [WORDS] } }, `email: ${WORDS}`],
	[{ errors: { email: [{ message: WORDS }] } }, `email: ${WORDS}`],
	[{ errors: [{ field: 'email', detail: WORDS }] }, `email: ${WORDS}`],
	[{ detail: [{ loc: ['body', 'email'], msg: WORDS }] }, `body.email: ${WORDS}`],
	[{ error: { message: WORDS } }, WORDS],
	[{ email: [WORDS] }, `email: ${WORDS}`],
	[{ email: [{ message: WORDS }] }, `email: ${WORDS}`],
];

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

	it.each(shapes)('is shown in its own words: %j', async (body, words) => {
		for (const status of [400, 403, 422]) {
			sandboxes[provider].faults.next({ kind: 'body', status, body });
			const { error } = await list();
			expect(errorWords(error)).toContain(`: ${words} (HTTP ${status})`);
			expect(error).toMatchObject({ httpCode: String(status) });
		}
	});
});
