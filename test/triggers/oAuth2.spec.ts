import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords } from '../harness';
import { TriggerFixture, told, USERS } from './fixture';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: USERS })));
afterAll(async () => await sandboxes.close());
beforeEach(() => sandboxes.worksection.reset());

describe('the Worksection trigger by OAuth2', () => {
	const fixture = new TriggerFixture(() => sandboxes, 'worksection');

	it('watches the same account as with the API key', async () => {
		await fixture.activate();
		const [leaving] = fixture.remove(3);
		const credentials = { worksectionOAuth2Api: sandboxes.worksection.connected('users_read') };
		const node = fixture.restart({ authentication: 'oAuth2' }, { credentials });
		expect(told(await node.poll())).toEqual([`left ${fixture.idOf(leaving)}`]);
	});

	it('refuse to watch what only the admin API key gets: everybody would seem changed', async () => {
		const fieldsToWatch = ['email', 'date_added'];
		await fixture.activate({ fieldsToWatch });
		const before = fixture.node.staticData;
		const credentials = { worksectionOAuth2Api: sandboxes.worksection.connected('users_read') };
		const node = fixture.restart({ fieldsToWatch, authentication: 'oAuth2' }, { credentials });
		await expect(node.poll()).rejects.toMatchObject({
			message:
				"'Fields to Watch' has 'date_added', which Worksection returns only to the admin API key.",
			description:
				"Remove 'date_added' from 'Fields to Watch', or choose a credential with the API key.",
		});
		expect(node.staticData).toEqual(before);
	});

	it.each([
		['an account elsewhere', { account_url: 'https://acme.example' }, /account_url.*acme\.example/],
		['no account', { account_url: '' }, /account_url/],
	])('fails where the token answer names %s, and sends nothing', async (_what, answer, words) => {
		await fixture.activate();
		const before = fixture.node.staticData;
		const credential = sandboxes.worksection.connected('users_read');
		const oauthTokenData = { ...(credential.oauthTokenData as object), ...answer };
		const credentials = { worksectionOAuth2Api: { ...credential, oauthTokenData } };
		sandboxes.worksection.log.length = 0;
		const node = fixture.restart({ authentication: 'oAuth2' }, { credentials });
		await expect(node.poll()).rejects.toThrow(words);
		expect(sandboxes.worksection.log).toEqual([]);
		expect(node.staticData).toEqual(before);
	});

	it.each(['inBody', 403] as const)(
		'names the scope that is missing, refused with %s, and forgets nobody',
		async (scopeRefusal) => {
			await fixture.activate();
			const before = fixture.node.staticData;
			const credentials = { worksectionOAuth2Api: sandboxes.worksection.connected('users_write') };
			sandboxes.worksection.settings.scopeRefusal = scopeRefusal;
			const node = fixture.restart({ authentication: 'oAuth2' }, { credentials });
			const error: unknown = await node.poll().catch((thrown: unknown) => thrown);
			sandboxes.worksection.settings.scopeRefusal = 'inBody';
			expect(errorWords(error as Error)).toContain("Add 'users_read' to 'Scope' in the credential");
			expect(node.staticData).toEqual(before);
		},
	);
});
