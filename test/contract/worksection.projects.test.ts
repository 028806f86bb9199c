import { startWorksection, type WorksectionSandbox } from '../../sandbox';
import { at } from '../harness/at';
import { worksection } from './clients';
import { worksectionError } from './errorAnswers';
import { expectShape } from './expectShape';

interface Project {
	id: string;
	status: string;
	users?: { id: string; email: string; name: string }[];
}

let sandbox: WorksectionSandbox;
let client: ReturnType<typeof worksection>;
beforeAll(async () => {
	sandbox = await startWorksection({ users: 30 });
	client = worksection(sandbox);
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const idsOf = (status: string) =>
	sandbox.projects.filter((project) => project.status === status).map(({ id }) => id);

describe('get_projects', () => {
	const projects = async (query = '') => {
		const answer = await client.get<Project[]>(`action=get_projects${query}`);
		expectShape(answer, 'worksection#/$defs/projects');
		expect(sandbox.warnings).toEqual([]);
		return answer.data;
	};

	test.each(['active', 'pending', 'archive'])('lists those that are %s', async (filter) => {
		const answered = await projects(`&filter=${filter}`);
		expect(answered.map(({ id }) => id)).toEqual(idsOf(filter));
		expect(new Set(answered.map(({ status }) => status))).toEqual(new Set([filter]));
	});

	test('also calls those that are archived so', async () => {
		const ids = (await projects('&filter=archived')).map(({ id }) => id);
		expect(ids).toEqual(idsOf('archive'));
	});

	test('lists all without a filter', async () => {
		const ids = (await projects()).map(({ id }) => id);
		expect(ids).toEqual(sandbox.projects.map(({ id }) => id));
	});

	test('says who is on each with extra=users alone', async () => {
		const named = sandbox.people.map(({ id, email, name }) => ({ id, email, name }));
		const all = await projects('&extra=users');
		expect(all[0]?.users).toEqual(named);
		expect(all.at(-1)?.users).toEqual([]);
		expect(all.map(({ users }) => users?.length)).toEqual(
			sandbox.projects.map(({ memberIds }) => memberIds.length),
		);
		expect((await projects()).some((project) => 'users' in project)).toBe(false);
	});

	test.each(['&extra=text', '&extra=html', '&extra=text,options'])('adds %s', async (extra) => {
		const all = await projects(extra);
		expect(all.every((project) => 'text' in project)).toBe(true);
		expect(all.every((project) => 'options' in project)).toBe(extra.includes('options'));
	});

	test('leaves data out where there is none, or gives an empty list', async () => {
		sandbox.projects.splice(0);
		expect(await client.get('action=get_projects')).toEqual({ status: 'ok' });
		sandbox.settings.emptyData = 'array';
		expect(await client.get('action=get_projects')).toEqual({ status: 'ok', data: [] });
	});

	test.each([
		['filter=all', 'filter'],
		['extra=everything', 'extra'],
	])('refuses %s', async (query, field) => {
		const answer = await client.get(`action=get_projects&${query}`);
		expect(answer).toEqual(worksectionError(11, 'Invalid value', field));
	});
});

describe('delete_project_members', () => {
	const remove = async (parameters: Record<string, string>) => {
		const query = new URLSearchParams(parameters).toString();
		const answer = await client.post(`action=delete_project_members&${query}`);
		expect(sandbox.warnings).toEqual([]);
		return answer;
	};
	const members = () => sandbox.projects.map(({ memberIds }) => [...memberIds]);

	test('takes members off the project, and off no other', async () => {
		const before = members();
		const [first, second] = [at(sandbox.people, 0), at(sandbox.people, 3)];
		const answer = await remove({
			id_project: at(sandbox.projects, 0).id,
			members: `${first.email.toUpperCase()}, ${second.email}`,
		});
		expectShape(answer, 'worksection#/$defs/done');
		const [own = [], ...others] = before;
		const left = own.filter((id) => id !== first.id && id !== second.id);
		expect(members()).toEqual([left, ...others]);
		expect(left).toHaveLength(28);
		expect(sandbox.people).toHaveLength(30);
	});

	test('is no error for a member who is not on the project', async () => {
		const before = members();
		const who = { id_project: at(sandbox.projects, 6).id, members: at(sandbox.people, 1).email };
		expect(await remove(who)).toEqual({ status: 'ok' });
		expect(members()).toEqual(before);
	});

	test('works by the header of the SDKs', async () => {
		const project = at(sandbox.projects, 0);
		const body = { id_project: project.id, members: at(sandbox.people, 0).email };
		expect(await client.send('delete_project_members', body)).toEqual({ status: 'ok' });
		expect(project.memberIds).toHaveLength(29);
	});

	const some = 'someone.else@example.com';
	test.each([
		[{}, worksectionError(10, 'Field is required', 'id_project')],
		[{ id_project: '6622' }, worksectionError(10, 'Field is required', 'members')],
		[{ id_project: '6622', members: ' ' }, worksectionError(10, 'Field is required', 'members')],
		[{ id_project: '6622', members: some }, worksectionError(11, 'Invalid email', some)],
		[{ id_project: '6622', members: 'nobody' }, worksectionError(11, 'Invalid email', 'nobody')],
		// of another account
		[{ id_project: '6623', members: some }, worksectionError(4, 'Project is invalid')],
		[{ id_project: 'all', members: some }, worksectionError(4, 'Project is invalid')],
		[{ id_project: '6622,6936', members: some }, worksectionError(4, 'Project is invalid')],
	])('refuses %j', async (parameters, expected) => {
		const before = members();
		const answer = await remove(parameters as Record<string, string>);
		expectShape(answer, 'worksection#/$defs/error');
		expect(answer).toEqual(expected);
		expect(members()).toEqual(before);
	});

	test('takes nobody off where one of the addresses is nobody', async () => {
		const before = members();
		const both = `${at(sandbox.people, 0).email},${some}`;
		const answer = await remove({ id_project: '6622', members: both });
		expect(answer).toEqual(worksectionError(11, 'Invalid email', some));
		expect(members()).toEqual(before);
	});

	test('refuses an archived project', async () => {
		const [id_project = ''] = idsOf('archive');
		const answer = await remove({ id_project, members: at(sandbox.people, 0).email });
		expect(answer).toEqual(worksectionError(4, 'Project is invalid'));
	});
});
