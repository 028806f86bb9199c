import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import type { ProviderName } from '../../sandbox';
import {
	addCredentials,
	credentialFrom,
	credentialOf,
	type CredentialFields,
	type Credentials,
} from '../harness/credentials';
import { packageName, providers } from '../harness/package';
import { workflowOf } from '../harness/workflow';
import { Fixture } from './fixture';
import { providerTests } from './providerTests';

/** In the n8n of all files, whose protection is on (setUp.ts). */
const fixture = new Fixture();

const picked = async (provider: ProviderName, credentials: Credentials) =>
	(await fixture.rest.choices({
		path: 'parameters.user',
		methodName: 'searchUsers',
		nodeTypeAndVersion: { name: `${packageName}.${provider}`, version: 1 },
		currentNodeParameters: providerTests[provider].application ?? {},
		credentials,
	})) as { results: unknown[] };

async function listed(provider: ProviderName, credentials: Credentials) {
	const parameters = {
		...{ resource: 'user', operation: 'getAll', returnAll: true },
		...providerTests[provider].application,
	};
	const node = { type: provider, name: 'Node', credentials, parameters };
	return await fixture.rest.run(workflowOf({ nodes: [node] }));
}

describe("with n8n's SSRF protection on, at an address that is allowed", () => {
	it.each(providers)('%s has its credential accepted and users to choose from', async (name) => {
		const { credentials } = fixture.sandboxes[name];
		const tested = await fixture.rest.testCredential(credentialOf(name), credentials);
		expect(tested).toMatchObject({ status: 'OK' });
		const { results } = await picked(name, fixture.credential(name));
		expect(results.length).toBeGreaterThan(0);
	});

	it.each(providers)('%s gets its users', async (name) => {
		const stored = await listed(name, fixture.credential(name));
		expect(stored.error).toBeUndefined();
		expect(stored.json('Node')).toHaveLength(fixture.sandboxes[name].people.length);
	});
});

describe("with n8n's SSRF protection on, at the next address, which isn't allowed", () => {
	let connections = 0;
	const server = createServer((socket) => {
		connections += 1;
		socket.destroy();
	});
	let elsewhere: CredentialFields;
	let saved: Credentials;
	const ledTo = (address: string, name: ProviderName) => {
		const { url, credentials } = fixture.sandboxes[name];
		const key = 'accountUrl' in credentials ? 'accountUrl' : 'baseUrl';
		return { credentials: { ...credentials, [key]: url.replace(new URL(url).origin, address) } };
	};

	beforeAll(async () => {
		server.listen(0, '127.0.0.2');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		// what came there would be seen
		await once(connect(port, '127.0.0.2'), 'close');
		expect(connections).toBe(1);
		connections = 0;
		const address = `http://127.0.0.2:${port}`;
		elsewhere = Object.fromEntries(
			providers.map((name) => [name, ledTo(address, name)]),
		) as CredentialFields;
		saved = await addCredentials(fixture.rest, elsewhere);
	});
	afterEach(() => expect(connections).toBe(0));
	afterAll(() => server.close());

	it.each(providers)('%s has its credential refused and offers no users', async (name) => {
		const { credentials } = elsewhere[name];
		const tested = await fixture.rest.testCredential(credentialOf(name), credentials);
		expect(tested).toEqual({
			status: 'Error',
			message: expect.stringMatching(/blocked/i) as unknown,
		});
		await expect(picked(name, credentialFrom(saved, name))).rejects.toThrow(/blocked/i);
	});

	it.each(providers)('%s sends nothing and says why', async (name) => {
		const stored = await listed(name, credentialFrom(saved, name));
		expect(stored.status).toBe('error');
		expect(JSON.stringify(stored.error)).toMatch(/blocked/i);
	});
});
