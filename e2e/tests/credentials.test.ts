import { newcomers } from '../browser/newcomers';
import { credentialOf, providers } from '../harness/furnish';
import { Site } from './site';

const site = new Site();

describe.each(providers)('the credential of %s', (provider) => {
	const reason = newcomers.find((newcomer) => newcomer.provider === provider)?.reason;
	const test = async (fields: Record<string, unknown>) =>
		await site.rest.testCredential(credentialOf(provider), fields);

	it('passes its test with the right key', async () => {
		const { credentials, log } = site.sandboxes[provider];
		expect(await test(credentials)).toMatchObject({ status: 'OK' });
		expect(log.map(({ status }) => status)).toEqual([200]);
	});

	it("fails its test with a wrong one, with the provider's reason", async () => {
		const { wrongCredentials, log } = site.sandboxes[provider];
		const { status, message } = await test(wrongCredentials);
		expect(message).toBe(reason);
		expect(status).toBe('Error');
		expect(log.length).toBeGreaterThan(0);
	});
});
