import { errorWords } from '../harness';
import { NEWCOMER, PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = NEWCOMER.email;
const connected = (...scopes: string[]) => ({
	worksectionOAuth2Api: fixture.sandboxes.worksection.connected(...scopes),
});
const person = { ...NEWCOMER, dryRun: false };
const worksection = { directories: ['worksection'], worksectionAuthentication: 'oAuth2' };

describe('Worksection by OAuth2', () => {
	it('is read with the credential that was connected', async () => {
		fixture.setEmail('worksection', 1, ANN);
		const { json, error } = await fixture.run(
			{ operation: 'get', email: ANN, ...worksection },
			{ credentials: connected('users_read') },
		);
		expect(error).toBeUndefined();
		expect(json[0]).toMatchObject({ found: true, directories: ['worksection'] });
		expect(fixture.sandboxes.worksection.log.map(({ path }) => path)).toEqual(['/api/oauth2']);
	});

	it('needs that credential', async () => {
		const { error } = await fixture.run({ operation: 'get', email: ANN, ...worksection });
		expect(error?.message).toMatch(/credential/i);
	});

	it('names the page of its account where a person does the rest', async () => {
		fixture.setEmail('worksection', 1, ANN).role = 'user';
		const { json, error } = await fixture.run(
			{ operation: 'offboard', email: ANN, ...worksection },
			{ credentials: connected('users_read', 'projects_read') },
		);
		expect(error).toBeUndefined();
		expect(json[0]?.url).toBe(fixture.sandboxes.worksection.url);
	});

	it.each(['compare', 'get', 'offboard', 'onboard'])(
		'%s sends nothing to an account elsewhere, and changes nothing in another directory',
		async (operation) => {
			const credential = fixture.sandboxes.worksection.connected('users_read', 'users_write');
			const token = credential.oauthTokenData as object;
			const oauthTokenData = { ...token, account_url: 'https://acme.example' };
			const credentials = {
				...fixture.credentials,
				worksectionOAuth2Api: { ...credential, oauthTokenData },
			};
			const { error } = await fixture.run(
				{ ...person, operation, worksectionAuthentication: 'oAuth2' },
				{ credentials, input: [{ email: ANN }] },
			);
			expect(error?.message).toMatch(/account_url.*acme\.example/);
			expect(fixture.sandboxes.worksection.log).toEqual([]);
			expect(fixture.writes).toEqual([]);
		},
	);

	it('names the scope that is missing for a write, and tells the other directories', async () => {
		const { json } = await fixture.run(
			{
				...person,
				...worksection,
				operation: 'onboard',
				directories: ['worksection', 'autocalls'],
			},
			{ credentials: { ...fixture.credentials, ...connected('users_read') } },
		);
		expect(json).toMatchObject([
			{ directory: 'worksection', status: 'failed', note: expect.stringContaining('users_write') },
			{ directory: 'autocalls', status: 'created' },
		]);
	});

	it('names the scopes that are missing where a person leaves', async () => {
		fixture.setEmail('worksection', 1, ANN).role = 'user';
		const offboard = async (...scopes: string[]) =>
			await fixture.run(
				{ ...worksection, operation: 'offboard', email: ANN, dryRun: false },
				{ credentials: connected(...scopes) },
			);
		const unread = await offboard('users_read', 'projects_write');
		expect(errorWords(unread.error)).toContain("Add 'projects_read' to 'Scope'");
		expect(fixture.writes).toEqual([]);
		const { json } = await offboard('users_read', 'projects_read');
		expect(json).toMatchObject([
			{ status: 'failed', note: expect.stringContaining("Add 'projects_write' to 'Scope'") },
		]);
		expect(fixture.writes).toHaveLength(1);
	});
});
