import { createRequire } from 'node:module';
import type { ProviderName, Sandboxes } from '../../sandbox';
import { providers } from '../harness/package';
import type { ProviderTests } from './providerTest';

const load = createRequire(__filename);

export const providerTests = Object.fromEntries(
	providers.map((name) => [name, (load(`./providers/${name}`) as { tests: ProviderTests }).tests]),
) as Record<ProviderName, ProviderTests>;

/** `provider.resource.operation` → how it is tested. */
export const operationTests = Object.fromEntries(
	providers.flatMap((provider) =>
		Object.entries(providerTests[provider].operations).map(
			([operation, test]) => [`${provider}.${operation}`, test] as const,
		),
	),
);

/** What all providers keep. A copy: what becomes of the sandboxes afterwards doesn't show in it. */
export const stateOf = (sandboxes: Sandboxes) =>
	structuredClone(
		Object.fromEntries(providers.map((name) => [name, providerTests[name].state(sandboxes)])),
	) as Record<ProviderName, Record<string, unknown>>;
