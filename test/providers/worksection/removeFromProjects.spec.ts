import type { INodeParameters } from 'n8n-workflow';
import type { WorksectionProject } from '../../../sandbox';
import { errorWords } from '../../harness';
import { defined } from '../../harness/defined';
import { begins } from '../begins';
import { at, by, type More, paired, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(12);
const READS = ['get_users', 'get_projects', 'get_projects'];

const person = (index: number) => at(account.sandbox.people, index);
const removal = async (given: INodeParameters = {}, more: More = {}) =>
	await account.run('removeFromProjects', { projects: 'all', ...given }, more);
const isOpen = ({ status }: WorksectionProject) => status !== 'archive';
const projectsOf = (index: number) =>
	account.sandbox.projects.filter(({ memberIds }) => memberIds.includes(person(index).id));
const inOrder = (projects: WorksectionProject[]) =>
	['active', 'pending'].flatMap((wanted) => projects.filter(({ status }) => status === wanted));
const shortOf = (projects: WorksectionProject[]) => projects.map(({ id, name }) => ({ id, name }));
const project = (name: string) =>
	defined(account.sandbox.projects.find((each) => each.name === name));
const removed = () =>
	account.asked
		.filter(({ action }) => action === 'delete_project_members')
		.map(({ id_project, members }) => [id_project, members]);
const simplified = (index: number) => {
	const { id, name, email, role, title, group, department, phone = null } = person(index);
	const { avatar, date_added } = person(index);
	return { id, name, email, role, title, group, department, phone, avatar, date_added };
};

describe('Remove From Projects', () => {
	it('removes a member from every active and pending project, and from nothing else', async () => {
		const mine = inOrder(projectsOf(0));
		const others = account.sandbox.projects.map(({ memberIds }) => memberIds.slice(1));
		expect(mine).toHaveLength(5);
		const run = await removal({ user: by('email', person(0).email) });
		expect(run.error).toBeUndefined();
		expect(run.items).toEqual([
			{ json: { ...simplified(0), removedFrom: shortOf(mine) }, pairedItem: { item: 0 } },
		]);
		expect(run.hints).toEqual([]);
		expect(removed()).toEqual(mine.map(({ id }) => [id, person(0).email]));
		expect(projectsOf(0).map(({ status }) => status)).toEqual(['archive']);
		expect(account.sandbox.projects.filter(isOpen).map(({ memberIds }) => memberIds)).toEqual(
			others.filter((_, index) => isOpen(at(account.sandbox.projects, index))),
		);
		expect(account.sandbox.people).toHaveLength(12);
		expect(account.sandbox.warnings).toEqual([]);
	});

	it('reads who is on them in two requests before it', async () => {
		await removal({ user: by('id', person(1).id) });
		expect(account.asked.slice(0, 3)).toEqual([
			{ action: 'get_users' },
			{ action: 'get_projects', filter: 'active', extra: 'users' },
			{ action: 'get_projects', filter: 'pending', extra: 'users' },
		]);
	});

	it.each(['md5', 'hmac'])('sends the address as it is: %s', async (signature) => {
		const email = "Nathan+O'Brien@example.com";
		person(3).email = email;
		const credentials = { worksectionApi: { ...account.sandbox.credentials, signature } };
		const run = await removal({ user: by('email', email.toUpperCase()) }, { credentials });
		expect(run.json).toMatchObject([{ email, removedFrom: [{}, {}] }]);
		expect(new Set(removed().map(([, members]) => members))).toEqual(new Set([email]));
		expect(account.sandbox.warnings).toEqual([]);
	});

	it('is no error for somebody who is on none', async () => {
		for (const each of account.sandbox.projects) each.memberIds = [];
		const run = await removal({ user: by('email', person(2).email) });
		expect(run.json).toEqual([{ ...simplified(2), removedFrom: [] }]);
		expect(run.messages).toEqual([]);
		expect(account.actions).toEqual(READS);
	});

	it('is no error in an account without projects', async () => {
		account.sandbox.projects.splice(0);
		const run = await removal({ user: by('email', person(2).email) });
		expect(run.json).toMatchObject([{ removedFrom: [] }]);
	});

	it('takes only the projects that are selected, and of these the ones that the user is on', async () => {
		const [first, none] = [project('R&D + Ärger'), project('Nobody is on it')];
		const projectIds = [none.id, first.id, first.id];
		const user = by('email', person(0).email);
		const run = await removal({ user, projects: 'selected', projectIds });
		expect(run.json).toMatchObject([{ removedFrom: shortOf([first]) }]);
		expect(removed()).toEqual([[first.id, person(0).email]]);
		expect(projectsOf(0)).toHaveLength(5);
	});

	it.each([
		['a list', (ids: string[]) => ids],
		['numbers', (ids: string[]) => ids.map(Number)],
		['a text with commas', (ids: string[]) => ids.join(', ')],
		['a JSON array', (ids: string[]) => JSON.stringify(ids)],
		['pasted IDs', (ids: string[]) => ids.map((id) => `\u200b ${id}\u00ad`)],
	])('takes the selection as %s', async (_what, written) => {
		const wanted = [project('Performance improvement'), project('Prototyping')];
		const run = await removal(
			{
				user: by('id', person(0).id),
				projects: '={{ "Selected" }}',
				projectIds: '={{ $json.ids }}',
			},
			{ input: [{ ids: written(wanted.map(({ id }) => id)) }] },
		);
		expect(run.json).toMatchObject([{ removedFrom: shortOf(wanted) }]);
	});

	it('reads users and projects once for all items, and removes from each project once', async () => {
		const input = [0, 1, 0, 2].map((index) => ({ id: person(index).id }));
		const before = [0, 1, 2].map((index) => shortOf(inOrder(projectsOf(index)).filter(isOpen)));
		const run = await removal({ user: by('id', '={{ $json.id }}') }, { input });
		expect(run.json.map(({ id }) => id)).toEqual(input.map(({ id }) => id));
		const [first, second, third] = before;
		expect(run.json.map(({ removedFrom }) => removedFrom)).toEqual([first, second, [], third]);
		expect(paired(run)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		expect(account.actions.filter((action) => action !== 'delete_project_members')).toEqual(READS);
		expect(removed()).toHaveLength(before.flat().length);
	});

	it('gives a failing item its error, and does the others', async () => {
		const input = [person(1).email, 'nobody@example.com', person(2).email];
		const run = await removal(
			{ user: by('email', '={{ $json.email }}') },
			{ input: input.map((email) => ({ email })), onError: 'continueRegularOutput' },
		);
		expect(run.json).toMatchObject([
			{ email: input[0] },
			{ error: begins("Worksection: there is no user with the e-mail 'nobody@example.com'.") },
			{ email: input[2] },
		]);
	});

	it("runs with n8n's Retry On Fail, as it is safe to repeat", async () => {
		const run = await removal({ user: by('id', person(1).id) }, { retryOnFail: true });
		expect(run.error).toBeUndefined();
	});
});

describe('the outputs of Remove From Projects', () => {
	it.each([
		['unified', { provider: 'worksection' }],
		['scim', { externalId: 'worksection:3990' }],
		['selected', { email: 'anna.shevchenko.1@example.com', rate: null }],
	])('%s is the user in that shape alone, in no further request', async (output, expected) => {
		delete person(0).rate;
		person(0).email = 'anna.shevchenko.1@example.com';
		const user = by('id', person(0).id);
		const run = await removal({ user, output, fields: ['email', 'rate'] });
		expect(run.json).toMatchObject([expected]);
		expect(run.json[0]).not.toHaveProperty('removedFrom');
		expect(account.actions.slice(0, 3)).toEqual(READS);
		expect(account.actions).toHaveLength(8);
	});

	it("raw is Worksection's answer to each removal as it is", async () => {
		const run = await removal({ user: by('id', person(0).id), output: 'raw' });
		expect(run.json).toEqual(Array.from({ length: 5 }, () => ({ status: 'ok' })));
		expect(paired(run)).toEqual(Array.from({ length: 5 }, () => ({ item: 0 })));
		const again = await removal({ user: by('id', person(0).id), output: 'raw' });
		expect(again.items).toEqual([]);
		expect(again.messages).toEqual([begins('Where the user is on none of the projects,')]);
	});
});

describe('what Remove From Projects refuses', () => {
	const selected = (projectIds: unknown): INodeParameters => ({
		projects: 'selected',
		projectIds: projectIds as string[],
	});

	it.each<[string, () => INodeParameters, string]>([
		['an empty selection', () => selected('={{ [] }}'), "'Project Names or IDs' is empty"],
		[
			'no ID',
			() => selected(['Prototyping']),
			"'Project Names or IDs' must be an ID made of digits",
		],
		['a wildcard', () => selected(['*']), "'Project Names or IDs' must be an ID made of digits"],
		[
			'another choice',
			() => ({ projects: '={{ "every" }}' }),
			"'Projects' must be one of all, selected",
		],
		['no choice', () => ({ projects: '={{ null }}' }), "'Projects' must be one of all, selected"],
		['no user', () => ({ user: by('id', '={{ $json.missing }}') }), "'User' is empty"],
		['an address as ID', () => ({ user: by('id', person(0).email) }), "'User' is not an ID"],
		['nonsense to select', () => ({ output: 'selected', fields: [] }), "'Fields' is empty"],
	])('%s, before anything is sent', async (_what, given, message) => {
		const run = await removal({ user: by('id', person(0).id), ...given() });
		expect(run.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(message),
		});
		expect(account.asked).toEqual([]);
	});

	it.each([
		['an unknown project', () => '12345'],
		["another account's project", () => '6623'],
		['an archived project', () => project('Launch 2024').id],
	])('%s, before anybody is removed', async (_what, id) => {
		const projectIds = [project('Prototyping').id, id()];
		const run = await removal({ user: by('id', person(0).id), ...selected(projectIds) });
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toBe(
			`Worksection: there is no active or pending project with the ID '${id()}'. Check 'Project Names or IDs': the project may be archived, or belong to another account.`,
		);
		expect(account.actions).toEqual(READS);
	});

	it.each(['', 'no address', 'a@example.com,b@example.com'])(
		'a user with the e-mail %j, which could mean somebody else',
		async (email) => {
			person(0).email = email;
			const run = await removal({ user: by('id', person(0).id) });
			expect(run.error?.message).toContain('the user has no e-mail address');
			expect(removed()).toEqual([]);
		},
	);

	it('lists of projects that do not say who is on them', async () => {
		const { people, projects } = account.sandbox;
		const data = projects.map(({ id, name, status }) => ({ id, name, status }));
		account.sandbox.faults.always({ kind: 'body', body: { status: 'ok', data } }, ({ query }) =>
			String(query.action).startsWith('get_projects'),
		);
		const run = await removal({ user: by('id', at(people, 0).id) });
		expect(run.error?.message).toContain('the list of projects does not say who is on them');
		expect(removed()).toEqual([]);
	});
});
