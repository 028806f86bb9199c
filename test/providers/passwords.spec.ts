import type { INodeParameters } from 'n8n-workflow';
import { startSandboxes, type ProviderName, type Sandboxes } from '../../sandbox';
import { runNode } from '../harness';
import { credentialTypeOf } from '../harness/providers';
import { by } from '../operations/parameters';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 3 });
});
beforeEach(() => {
	for (const provider of ['autocalls', 'voximplant'] as const) sandboxes[provider].reset();
});
afterAll(async () => await sandboxes.close());

async function create(node: ProviderName, parameters: INodeParameters) {
	const { error, json } = await runNode({
		node,
		credentials: { [credentialTypeOf(node)]: sandboxes[node].credentials },
		parameters: { resource: 'user', ...parameters, options: { requestsPerSecond: 0 } },
	});
	expect(error).toBeUndefined();
	return json;
}

const OUTPUTS = ['simplified', 'raw', 'unified', 'scim'];

it.each(OUTPUTS)(
	'a password that is a part of name and e-mail eats neither: %s',
	async (output) => {
		const entered = { name: 'Ann Smith2024', email: 'ann.smith2024@example.com' };
		for (const password of ['smith2024', 'Smith2024', 'ann.smith2024', entered.email]) {
			sandboxes.autocalls.reset();
			const json = await create('autocalls', {
				operation: 'register',
				...entered,
				password,
				output,
			});
			expect(JSON.stringify(json)).toContain(entered.name);
			expect(JSON.stringify(json)).toContain(entered.email);
			expect(JSON.stringify(json)).not.toContain('hidden');
		}
	},
);

it.each(OUTPUTS)('nor does that of a Voximplant user eat the display name: %s', async (output) => {
	const userPassword = 'Kept-s3cret!';
	const application = by('id', sandboxes.voximplant.applications[0]?.application_id);
	const userDisplayName = `Ann ${userPassword} Smith`;
	const entered = { application, userName: 'ann', userDisplayName, userPassword };
	const json = await create('voximplant', { operation: 'create', ...entered, output });
	if (output !== 'raw') expect(JSON.stringify(json)).toContain(userDisplayName);
	expect(JSON.stringify(json)).not.toContain('hidden');
});
