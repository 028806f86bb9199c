import { arrived } from '../harness/arrived';
import { defined } from '../harness/defined';
import { Lists } from './lists';

const lists = new Lists({ users: 4 });

it('a member links the page in the account that Worksection names, and no other site', async () => {
	const { people, url } = lists.sandboxes.worksection;
	const account = new URL(url).origin;
	const urls = ['https://example.com/anna', '', '/user/42/', `${account}/user/43/`];
	for (const [index, person] of people.entries()) person.url = urls[index] ?? '';
	const { results } = await lists.open('worksection');
	expect(results.map((entry) => entry.url)).toEqual([
		undefined,
		undefined,
		`${account}/user/42/`,
		`${account}/user/43/`,
	]);
});

it.each(['javascript:alert(1)', '//example.com/', 'http://', 'https://a b', '/', ' '])(
	'%j is no link',
	async (url) => {
		for (const person of lists.sandboxes.worksection.people) person.url = url;
		const { results } = await lists.open('worksection');
		expect(results.filter((entry) => 'url' in entry)).toEqual([]);
	},
);

describe('the names to choose from', () => {
	const open = async (method: string, field: string, filter = '') => {
		const parameters = { operation: 'getAll' };
		const { results } = await lists.open('worksection', { method, field, filter, parameters });
		return results;
	};
	const named = (titles: string[]) => titles.map((name) => ({ name, value: name }));

	it('teams and folders are those of the account', async () => {
		const { teams } = lists.sandboxes.worksection;
		const titles = teams.map(({ title }) => title);
		expect(await open('searchTeams', 'filters.team')).toEqual(named(titles));
		const folders = ['USERS', 'DEFAULT', 'TEAM_ONLY', 'HIDDEN', 'Clients'];
		expect(await open('searchFolders', 'filters.folder')).toEqual(named(folders));
		expect(await open('searchFolders', 'filters.folder', 'cLiE')).toEqual(named(['Clients']));
	});

	it('departments are those of the members, each once', async () => {
		const { people } = lists.sandboxes.worksection;
		for (const [index, person] of people.entries()) {
			person.department = ['Sales', '', 'Web', 'Sales'][index] ?? '';
		}
		// The list of members was read before, and isn't taken for that of departments.
		await open('searchUsers', 'user');
		expect(await open('searchDepartments', 'filters.department')).toEqual(named(['Sales', 'Web']));
	});
});

describe('the projects to choose from', () => {
	const open = async () =>
		await lists.openSeveral('worksection', {
			method: 'getProjects',
			field: 'projectIds',
			parameters: { operation: 'removeFromProjects' },
		});

	it('say what Worksection says where they cannot be read', async () => {
		const body = { status: 'error', status_code: 20, message: 'Access denied' };
		lists.sandboxes.worksection.faults.always({ kind: 'body', body });
		await expect(open()).rejects.toThrow('Worksection: Access denied (code 20).');
		// The other list was asked for at its side.
		await arrived(lists.sandboxes.worksection, 2);
	});

	it('are all that are active or pending, whatever their number, without who is on them', async () => {
		const { projects, log } = lists.sandboxes.worksection;
		const model = defined(projects[0]);
		for (let more = 0; more < 120; more++) {
			projects.push({ ...model, id: `9000${more}`, name: `Project ${more}` });
		}
		const shown = (status: string, mark = '') =>
			projects
				.filter((project) => project.status === status)
				.map(({ id, name }) => ({ name: `${name}${mark}`, value: id }));
		expect(await open()).toEqual([...shown('active'), ...shown('pending', ' (pending)')]);
		expect(log.map(({ query }) => [query.action, query.filter, query.extra])).toEqual([
			['get_projects', 'active', undefined],
			['get_projects', 'pending', undefined],
		]);
	});

	it('are read again only after a while', async () => {
		const first = await open();
		expect(await open()).toEqual(first);
		expect(lists.requests('worksection')).toBe(2);
	});

	it('are none in an account without projects', async () => {
		lists.sandboxes.worksection.projects.splice(0);
		expect(await open()).toEqual([]);
	});
});

describe('the lists by OAuth2', () => {
	const open = async (credential: Record<string, unknown>, method: string) => {
		const more = {
			method,
			credentials: { worksectionOAuth2Api: credential },
			parameters: { operation: 'removeFromProjects', authentication: 'oAuth2' },
		};
		return method === 'getProjects'
			? await lists.openSeveral('worksection', { ...more, field: 'projectIds' })
			: await lists.open('worksection', { ...more, field: 'user' });
	};

	it.each(['searchUsers', 'getProjects'])(
		'%s sends nothing to an account elsewhere',
		async (of) => {
			const credential = lists.sandboxes.worksection.connected('users_read', 'projects_read');
			const token = credential.oauthTokenData as object;
			const oauthTokenData = { ...token, account_url: 'https://acme.example' };
			await expect(open({ ...credential, oauthTokenData }, of)).rejects.toThrow(
				/account_url.*acme\.example/,
			);
			expect(lists.requests('worksection')).toBe(0);
		},
	);

	it.each([
		['searchUsers', 'users_read', 'projects_read'],
		['getProjects', 'projects_read', 'users_read'],
	])('%s names the scope %s', async (method, scope, other) => {
		const credential = lists.sandboxes.worksection.connected(other);
		await expect(open(credential, method)).rejects.toMatchObject({
			description: expect.stringContaining(`Add '${scope}' to 'Scope' in the credential`),
		});
		if (method === 'getProjects') await arrived(lists.sandboxes.worksection, 2);
	});
});
