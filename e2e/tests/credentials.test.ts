import { credentialOf } from '../harness/credentials';
import { providers } from '../harness/package';
import { Fixture } from './fixture';
import { providerTests } from './providerTests';

const fixture = new Fixture();

describe.each(providers)('the credential of %s', (provider) => {
	const { reason } = providerTests[provider].firstWorkflow;
	const test = async (fields: Record<string, unknown>) =>
		await fixture.rest.testCredential(credentialOf(provider), fields);

	it('passes its test with the right key', async () => {
		const { credentials, log } = fixture.sandboxes[provider];
		expect(await test(credentials)).toMatchObject({ status: 'OK' });
		expect(log.map(({ status }) => status)).toEqual([200]);
	});

	it("fails its test with a wrong one, with the provider's reason", async () => {
		const { wrongCredentials, log } = fixture.sandboxes[provider];
		const { status, message } = await test(wrongCredentials);
		expect(message).toBe(reason);
		expect(status).toBe('Error');
		expect(log.length).toBeGreaterThan(0);
	});
});
