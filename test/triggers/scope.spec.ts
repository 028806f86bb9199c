import type { INodeParameters } from 'n8n-workflow';
import { credentialTypeOf } from '../harness/providers';
import type { PollingNodeOptions } from '../harness/pollingNode';
import { describeTriggers } from './fixture';

const ADDRESS = ['accountUrl', 'baseUrl'];

describeTriggers('what is remembered is of one account, list and choice of fields', (fixture) => {
	const restarted = async (parameters: INodeParameters, more: Partial<PollingNodeOptions> = {}) => {
		await fixture.activate();
		fixture.remove(4);
		return await fixture.restart(parameters, more).poll();
	};
	const withCredentials = (changes: object) => ({
		credentials: {
			[credentialTypeOf(fixture.provider)]: { ...fixture.sandbox.credentials, ...changes },
		},
	});
	const address = () => ADDRESS.find((name) => name in fixture.sandbox.credentials)!;
	const namesItsAccount = () => ['voximplant', 'worksection'].includes(fixture.provider);

	it('the same with another spelling of the address', async () => {
		const spelled = `${String(fixture.sandbox.credentials[address()])}/`;
		expect(await restarted({}, withCredentials({ [address()]: spelled }))).toHaveLength(1);
	});

	it("the same with another credential of n8n, where the provider's account is known", async () => {
		const events = await restarted({}, { credentialId: 'another' });
		expect(events?.length ?? 0).toBe(namesItsAccount() ? 1 : 0);
	});

	it('the same with other events, outputs and options', async () => {
		const options = { maxLeftPercent: 50, remember: 'fingerprints', timeout: 9000 };
		expect(await restarted({ events: ['left'], output: 'scim', options })).toHaveLength(1);
	});

	it('with nothing of the credential in it', async () => {
		await fixture.activate();
		const saved = JSON.stringify(fixture.node.staticData);
		for (const value of Object.values(fixture.sandbox.credentials)) {
			if (String(value).length > 6) expect(saved).not.toContain(String(value));
		}
	});

	it.each<[string, INodeParameters]>([
		['other fields to watch', { fieldsToWatch: ['email'] }],
		['a filter', { filters: { search: 'a' } }],
	])('another with %s', async (_what, parameters) => {
		const { id } = fixture.about;
		const own = fixture.provider === 'voximplant' ? { fieldsToWatch: [id] } : parameters;
		const { scope } = (await fixture.activate()).staticData;
		fixture.remove(4);
		expect(await fixture.restart(own).poll()).toBeNull();
		expect(fixture.node.staticData.scope).not.toBe(scope);
	});
});
