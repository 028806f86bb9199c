import type { INodeParameters } from 'n8n-workflow';
import type { Fault, LoggedRequest, LostAnswer, WorksectionProject } from '../../../sandbox';
import { errorWords } from '../../harness';
import { patience } from '../patience';
import { at, by, type More, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(3);
const person = () => at(account.sandbox.people, 0);
const who = () => `the user with the e-mail '${person().email}'`;
const removal = async (given: INodeParameters = {}, more: More = {}) =>
	await account.run(
		'removeFromProjects',
		{ user: by('id', person().id), projects: 'all', ...given },
		more,
	);

/** The owner's projects, in the order in which the node takes them: active, then pending. */
const mine = () => {
	const of = (wanted: string) =>
		account.sandbox.projects.filter(
			({ status, memberIds }) => status === wanted && memberIds.length > 0,
		);
	return [...of('active'), ...of('pending')];
};
/** The first ones of them, and the others. */
const begun = () => {
	const all = mine();
	return { all, first: at(all, 0), second: at(all, 1), third: at(all, 2), rest: all.slice(2) };
};
const named = ({ name, id }: WorksectionProject) => `'${name}' (ID ${id})`;
const names = (projects: WorksectionProject[]) => projects.map(named).join(', ');
const idsLeft = () =>
	mine()
		.filter(({ memberIds }) => memberIds.includes(person().id))
		.map(({ id }) => id);

type Hit = (request: Pick<LoggedRequest, 'query'>) => boolean;
const isWrite: Hit = ({ query }) => query.action === 'delete_project_members';
const isOf =
	({ id }: WorksectionProject): Hit =>
	(request) =>
		isWrite(request) && request.query.id_project === id;
const writes = () => account.sandbox.log.filter(isWrite).map(({ query }) => query.id_project);
const readsAfter = () => account.actions.slice(account.actions.indexOf('delete_project_members'));

const GONE =
	'The user may have left the account, or have another e-mail address by now: check in Worksection, or run this again.';

describe('a removal that fails half-way', () => {
	const refusal = {
		kind: 'body',
		body: { status: 'error', status_code: 11, message: 'Invalid email', message_details: 'x@y.z' },
	} as const;

	it('ends there, and says which projects are done and which are left', async () => {
		const { all, first, second, third } = begun();
		const rest = all.slice(3);
		account.sandbox.faults.next(refusal, isOf(third));
		const run = await removal();
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			httpCode: '200',
			message: 'Worksection: Invalid email: x@y.z (code 11).',
			description: `Removed from ${names([first, second])}. Failed on ${named(third)}. Left: ${names(rest)}. ${GONE}`,
			context: { itemIndex: 0 },
		});
		expect(writes()).toEqual([first, second, third].map(({ id }) => id));
		expect(idsLeft()).toEqual([third, ...rest].map(({ id }) => id));
	});

	it('goes on where it ended when it is run again', async () => {
		const { second, rest } = begun();
		account.sandbox.faults.next(refusal, isOf(second));
		await removal();
		const run = await removal();
		const left = [second, ...rest].map(({ id, name }) => ({ id, name }));
		expect(run.json).toMatchObject([{ removedFrom: left }]);
		expect(idsLeft()).toEqual([]);
	});

	it('names no project as done or left where there is none', async () => {
		const { first } = begun();
		account.sandbox.faults.next(refusal, isWrite);
		const run = await removal({ projects: 'selected', projectIds: [first.id] });
		expect(errorWords(run.error)).toBe(
			`Worksection: Invalid email: x@y.z (code 11). Failed on ${named(first)}. ${GONE}`,
		);
	});

	it('is an item of its own with Continue, and the others are done', async () => {
		const { second } = begun();
		account.sandbox.faults.next(refusal, isOf(second));
		const [one, other] = account.sandbox.people.map(({ id }) => id);
		const run = await removal(
			{ user: by('id', '={{ $json.user }}') },
			{ input: [{ user: one }, { user: other }], onError: 'continueRegularOutput' },
		);
		expect(run.json).toMatchObject([
			{ error: expect.stringMatching(/Removed from '.*Failed on '.*Left: '/) },
			{ id: other },
		]);
	});

	it('names fifty projects at most', async () => {
		const { first } = begun();
		const { projects } = account.sandbox;
		const others = Array.from({ length: 60 }, (_, index) => `${90000 + index}`);
		projects.splice(1, Infinity, ...others.map((id) => ({ ...first, id, name: `No. ${id}` })));
		account.sandbox.faults.next(refusal, isWrite);
		const { error } = await removal();
		expect(errorWords(error)).toContain(
			"'No. 90049' (ID 90049) and 10 more. The user may have left",
		);
	});

	it('ends at a project that was closed meanwhile, and takes the others when it is run again', async () => {
		const { all, first, second, rest } = begun();
		const mutate = () => void (second.status = 'archive');
		account.sandbox.faults.next({ kind: 'mutate', mutate }, isOf(first));
		const run = await removal();
		expect(errorWords(run.error)).toBe(
			`Worksection: Project is invalid (code 4). Removed from ${named(first)}. Failed on ${named(second)}. Left: ${names(rest)}. Check the project: it may be archived or deleted, or belong to another account.`,
		);
		const again = await removal();
		expect(again.json).toMatchObject([{ removedFrom: rest.map(({ id, name }) => ({ id, name })) }]);
		expect(writes()).toEqual(all.map(({ id }) => id));
	});

	it('ends where the user left the account meanwhile', async () => {
		const { first, second } = begun();
		const { people, faults } = account.sandbox;
		faults.next({ kind: 'mutate', mutate: () => void people.splice(0, 1) }, isOf(second));
		const run = await removal({ user: by('id', person().id) });
		expect(errorWords(run.error)).toMatch(
			/^Worksection: Invalid email: .* \(code 11\)\. Removed from/,
		);
		expect(run.error).toHaveProperty('description', expect.stringContaining(GONE));
		expect(writes()).toEqual([first, second].map(({ id }) => id));
	});

	it('is repeated where nothing was done for certain', async () => {
		account.sandbox.faults.next({ kind: 'status', status: 429 }, isWrite);
		const run = await removal();
		expect(run.error).toBeUndefined();
		expect(writes()).toHaveLength(6);
		expect(idsLeft()).toEqual([]);
	});
});

describe('a removal whose answer is lost', () => {
	it.each<Fault | LostAnswer>([
		'reset',
		'hang',
		'resetInBody',
		'html200',
		'empty200',
		'malformed',
		'500',
		{ kind: 'body', body: { status: 'fine' } },
	])('is looked up, not repeated, and the others follow: %j', async (lost) => {
		const { all, second } = begun();
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: lost }, isOf(second));
		const run = await removal({ options: patience(lost) });
		expect(run.error).toBeUndefined();
		expect(run.json).toMatchObject([{ removedFrom: all.map(({ id, name }) => ({ id, name })) }]);
		expect(run.messages).toEqual([
			`Worksection did not confirm that ${who()} was removed from the project ${named(second)}, but a look-up found that it was done.`,
		]);
		expect(writes()).toEqual(all.map(({ id }) => id));
		expect(readsAfter().filter((action) => action !== 'delete_project_members')).toEqual([
			'get_projects',
		]);
	});

	it('gives in raw the project that the look-up found', async () => {
		const { second } = begun();
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isOf(second));
		const { json } = await removal({ output: 'raw' });
		expect(json.map(({ status }) => status)).toEqual(['ok', 'active', 'ok', 'ok', 'ok']);
		expect(json[1]).toMatchObject({ id: second.id, users: expect.any(Array) });
	});

	it('is looked up afresh, not in what another item has read', async () => {
		const { first, second } = begun();
		const { faults } = account.sandbox;
		faults.next({ kind: 'applyThen', applyThen: 'reset' }, isOf(first));
		faults.next({ kind: 'applyThen', applyThen: 'reset' }, isOf(second));
		const run = await removal({}, { input: [{}, {}] });
		expect(run.json).toMatchObject([{ id: person().id }, { removedFrom: [] }]);
		expect(readsAfter().slice(0, 4)).toEqual([
			...['delete_project_members', 'get_projects'],
			...['delete_project_members', 'get_projects'],
		]);
	});
});

describe('a removal that was not carried out', () => {
	it.each<Fault>([
		{ kind: 'reset' },
		{ kind: 'hang' },
		{ kind: 'status', status: 500 },
		{ kind: 'html200' },
	])('is an error that says it is safe to run again: %j', async (fault) => {
		const { first, second, rest } = begun();
		account.sandbox.faults.next(fault, isOf(second));
		const run = await removal({ options: patience(fault) });
		expect(run.error?.message).toMatch(/^Worksection: /);
		expect(run.error).toMatchObject({
			description: `Removed from ${named(first)}. Failed on ${named(second)}. Left: ${names(rest)}. A look-up afterwards found ${who()} still on the project ${named(second)}: it is safe to run this again.`,
		});
		expect(writes()).toEqual([first.id, second.id]);
	});
});

describe('a removal of which nothing can be known', () => {
	const unknown = (project: WorksectionProject) =>
		`Whether ${who()} was removed from the project ${named(project)} is unknown`;

	it.each<Fault>([
		{ kind: 'status', status: 403 },
		{ kind: 'status', status: 500 },
		{ kind: 'body', body: { status: 'ok', data: 'none' } },
	])('is an error that says what to check: %j', async (fault) => {
		const { first } = begun();
		const { faults } = account.sandbox;
		const mutate = () => faults.always(fault, (request) => !isWrite(request));
		faults.next({ kind: 'applyThen', applyThen: 'reset', mutate }, isWrite);
		const run = await removal({ options: { retries: 1, maxWait: 0.01 } });
		const words = errorWords(run.error);
		expect(words).toContain(`${unknown(first)}, and the look-up afterwards failed too (`);
		expect(words).toMatch(/: check in Worksection before you run this again\.$/);
		expect(writes()).toEqual([first.id]);
	});

	it('says so where the project was archived meanwhile', async () => {
		const { first } = begun();
		const mutate = () => void (first.status = 'archive');
		account.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		account.sandbox.faults.next({ kind: 'mutate', mutate }, ({ query }) => {
			return query.action === 'get_projects' && writes().length > 0;
		});
		const run = await removal();
		expect(errorWords(run.error)).toContain(
			`${unknown(first)}, and the project is no longer active: check in Worksection before`,
		);
	});
});

describe('a long removal', () => {
	it('tells how long it took for all items together, where that is more than a minute', async () => {
		const real = Date.now.bind(Date);
		let ahead = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => real() + ahead);
		const mutate = () => void (ahead += 8000);
		account.sandbox.faults.always({ kind: 'mutate', mutate }, isWrite);
		const input = account.sandbox.people.slice(0, 2).map(({ id }) => ({ user: id }));
		const run = await removal({ user: by('id', '={{ $json.user }}') }, { input });
		jest.restoreAllMocks();
		const count = writes().length;
		expect(run.error).toBeUndefined();
		expect(run.messages).toEqual([
			expect.stringMatching(
				new RegExp(
					`^It took \\d+ s to remove 2 users from projects \\(${count} removals\\): Worksection allows one request per second\\.$`,
				),
			),
		]);
		expect(count).toBeGreaterThan(7);
	});
});
