import { PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';
const connected = (...scopes: string[]) => ({
	worksectionOAuth2Api: fixture.sandboxes.worksection.connected(...scopes),
});
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
});
