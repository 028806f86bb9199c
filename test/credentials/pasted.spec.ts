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

const quoted: Array<[string, (value: string) => string]> = [
	['double quotes', (value) => `"${value}"`],
	['single quotes', (value) => `'${value}'`],
	['curled quotes', (value) => ` “${value}”\n`],
	['a line of JSON', (value) => `"${value}",`],
	['the source of a program', (value) => `'${value}';`],
];

const ways = [
	...INVISIBLE.map(
		([what, mark]) => [what, (value: string) => marked(value, mark)] as (typeof quoted)[number],
	),
	...quoted,
];

it.each(texts)('%s takes its credential with marks in a field', async (provider, property) => {
	const { name }: INodeProperties = property;
	const under = operations.find(
		({ node, operation }) => node === provider && operation.value === 'getAll',
	);
	if (!under) throw new Error(`${provider} lists nothing.`);
	const { credentials } = sandboxes[provider];
	for (const [what, paste] of ways) {
		const data = { ...credentials, [name]: paste(String(credentials[name] ?? '')) };
		const { error, json } = await runNode({
			node: provider,
			parameters: { ...parametersOf(under, sandboxes), options: { requestsPerSecond: 0 } },
			credentials: { [credentialTypeOf(provider)]: data },
		});
		expect([what, error]).toEqual([what, undefined]);
		expect(json.length).toBeGreaterThan(0);
	}
});
