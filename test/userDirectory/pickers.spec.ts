import { startSandboxes, type Sandboxes } from '../../sandbox';
import { chooseFrom } from '../harness';

/** The lists that the User Directory node opens for single directories. */

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 25 })));
afterAll(async () => await sandboxes.close());

const open = async (method: string, field: string, parameters: object = {}, credentials?: object) =>
	await chooseFrom({
		node: 'userDirectory',
		method,
		field,
		credentials: {
			voximplantApi: sandboxes.voximplant.credentials,
			worksectionApi: sandboxes.worksection.credentials,
			...credentials,
		},
		parameters: {
			...{ resource: 'person', operation: 'onboard' },
			directories: ['voximplant', 'worksection'],
			...parameters,
		},
	});

it('shows the applications of Voximplant', async () => {
	const { results } = await open('searchApplications', 'application');
	const wanted = sandboxes.voximplant.applications.map((each) => String(each.application_id));
	expect(results.map(({ value }) => value).sort()).toEqual(wanted.sort());
});

it.each([
	['searchTeams', 'worksectionFields.team'],
	['searchDepartments', 'worksectionFields.department'],
])('shows what %s finds in Worksection', async (method, field) => {
	const { results } = await open(method, field);
	expect(results.length).toBeGreaterThan(0);
	const all = sandboxes.worksection.people.flatMap(({ group, department }) => [group, department]);
	for (const { value } of results)
		expect(JSON.stringify([all, sandboxes.worksection.contacts])).toContain(String(value));
});

it('shows them with the credential that Worksection Authentication says', async () => {
	sandboxes.worksection.reset();
	const parameters = { worksectionAuthentication: 'oAuth2' };
	const worksectionOAuth2Api = sandboxes.worksection.connected('users_read', 'contacts_read');
	const { results } = await open('searchTeams', 'worksectionFields.team', parameters, {
		worksectionOAuth2Api,
	});
	expect(results.length).toBeGreaterThan(0);
	const paths = sandboxes.worksection.log.map(({ path }) => path);
	expect(new Set(paths)).toEqual(new Set(['/api/oauth2']));
});
