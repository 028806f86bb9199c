import type { INodeProperties } from 'n8n-workflow';
import { startSandboxes, type ProviderName, type Sandboxes } from '../../sandbox';
import { runNode, sourcePackage } from '../harness';
import { credentialTypeOf, providerNames } from '../harness/providers';
import { operations } from '../operations/operations';
import { parametersOf } from '../operations/parameters';
import { INVISIBLE } from '../pasted/marks';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 3 });
});
afterAll(async () => await sandboxes.close());

const texts = providerNames.flatMap((name) => {
	const provider = name as ProviderName;
	const { properties } = sourcePackage().credential(credentialTypeOf(provider)) ?? {};
	return (properties ?? [])
		.filter(({ type }) => type === 'string')
		.map((property) => [provider, property] as const);
});

const marked = (value: string, mark: string) =>
	`${mark}${value.slice(0, 1)}${mark}${value.slice(1)}${mark} `;

it.each(texts)('%s takes its credential with marks in a field', async (provider, property) => {
	const { name }: INodeProperties = property;
	const under = operations.find(
		({ node, operation }) => node === provider && operation.value === 'getAll',
	);
	if (!under) throw new Error(`${provider} lists nothing.`);
	const { credentials } = sandboxes[provider];
	for (const [what, mark] of INVISIBLE) {
		const data = { ...credentials, [name]: marked(String(credentials[name] ?? ''), mark) };
		const { error, json } = await runNode({
			node: provider,
			parameters: { ...parametersOf(under, sandboxes), options: { requestsPerSecond: 0 } },
			credentials: { [credentialTypeOf(provider)]: data },
		});
		expect([what, error]).toEqual([what, undefined]);
		expect(json.length).toBeGreaterThan(0);
	}
});
