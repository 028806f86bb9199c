import type { INodeParameters } from 'n8n-workflow';
import { type LoggedRequest, type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { at, by } from './fixture';
import { refusals } from './refusals';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
beforeEach(() => {
	for (const { provider } of operations) sandboxes[provider].reset();
});
afterAll(async () => await sandboxes.close());

interface Creating {
	provider: 'autocalls' | 'voximplant' | 'worksection';
	operation: string;
	/** A user with the given address or name. */
	parameters: (key: string) => INodeParameters;
	isWrite: (request: LoggedRequest) => boolean;
	/** What the second user is called by, and looks like. */
	taken: () => string;
	existing: () => object;
	/** Says in simplified output that the user is new. */
	flag: string;
	key: string;
	unified: () => object;
}

const operations: Creating[] = [
	{
		provider: 'autocalls',
		operation: 'register',
		parameters: (email) => ({ email, name: 'Ada', password: 'correct horse' }),
		isWrite: ({ path }) => path.endsWith('/register'),
		taken: () => at(sandboxes.autocalls.people, 1).email,
		existing: () => {
			const { id, name, email } = at(sandboxes.autocalls.people, 1);
			return { id, name, email };
		},
		flag: 'created',
		key: 'e-mail address',
		unified: () => ({ id: String(at(sandboxes.autocalls.people, 1).id) }),
	},
	{
		provider: 'voximplant',
		operation: 'create',
		parameters: (userName) => ({
			...{ application: by('name', 'support'), userName },
			...{ userDisplayName: 'Ada', userPassword: 'Kept-s3cret!' },
		}),
		isWrite: ({ path }) => path.endsWith('/AddUser'),
		taken: () => at(sandboxes.voximplant.people, 1).user_name,
		existing: () => {
			const { user_id, user_name, user_display_name } = at(sandboxes.voximplant.people, 1);
			return { user_id, user_name, user_display_name };
		},
		flag: 'created',
		key: 'user name',
		unified: () => ({ id: String(at(sandboxes.voximplant.people, 1).user_id) }),
	},
	{
		provider: 'worksection',
		operation: 'invite',
		parameters: (email) => ({ email }),
		isWrite: ({ query }) => query.action === 'add_user',
		taken: () => at(sandboxes.worksection.people, 1).email,
		existing: () => {
			const { id, name, email, role } = at(sandboxes.worksection.people, 1);
			return { id, name, email, role };
		},
		flag: 'invited',
		key: 'e-mail address',
		unified: () => ({ id: at(sandboxes.worksection.people, 1).id }),
	},
];

describe.each(operations)('$operation of $provider', (creating) => {
	const { provider, operation, flag, isWrite } = creating;
	const create = async (key: string, more: INodeParameters = {}, input?: object[]) =>
		await runNode({
			node: provider,
			credentials: { [`${provider}Api`]: sandboxes[provider].credentials },
			parameters: {
				...{ resource: 'user', operation, output: 'simplified' },
				...creating.parameters(key),
				...more,
				options: { requestsPerSecond: 0, retries: 0, ...(more.options as INodeParameters) },
			},
			...(input ? { input: input as never } : {}),
		});
	const returnExisting = { options: { ifUserExists: 'returnExisting' } };
	const writes = () => sandboxes[provider].log.filter(isWrite);
	const NEXT = `Choose another ${creating.key}, or set 'If User Exists' under Options to 'Return Existing User'.`;

	it.each([{}, { options: { ifUserExists: 'fail' } }])('names the cure: %j', async (more) => {
		const run = await create(creating.taken(), more);
		expect(errorWords(run.error)).toMatch(new RegExp(`\\)\\. ${NEXT}$`));
		expect(sandboxes[provider].log).toHaveLength(1);
	});

	it('returns the user who is there, without a second write', async () => {
		const run = await create(creating.taken(), returnExisting);
		expect(run.items).toMatchObject([
			{ json: { ...creating.existing(), [flag]: false }, pairedItem: { item: 0 } },
		]);
		expect(run.hints).toEqual([]);
		expect(writes()).toHaveLength(1);
		expect(sandboxes[provider].people).toHaveLength(3);
	});

	it.each(['raw', 'unified', 'scim', 'selected'])('returns that user as %s', async (output) => {
		const field = Object.keys(creating.existing())[0] ?? '';
		const run = await create(creating.taken(), { ...returnExisting, output, fields: [field] });
		expect(run.json).toMatchObject([
			output === 'unified' || output === 'scim'
				? creating.unified()
				: { [field]: Object.values(creating.existing())[0] },
		]);
		expect(run.json[0]?.[flag]).not.toBe(false);
		expect(writes()).toHaveLength(1);
	});

	it('creates who is new, and looks nobody up', async () => {
		const key = creating.key === 'user name' ? 'nora' : 'nora@example.net';
		const run = await create(key, returnExisting);
		expect(run.json).toMatchObject([{ [flag]: true }]);
		expect(sandboxes[provider].log).toHaveLength(1);
	});

	it.each(refusals)('knows a taken one however it is told: %j', async (body) => {
		for (const status of [400, 409, 422]) {
			const refusal = { kind: 'body', status, body: JSON.stringify(body) } as const;
			sandboxes[provider].faults.next(refusal, isWrite);
			const failed = await create(creating.taken());
			expect(errorWords(failed.error)).toContain(NEXT);
			sandboxes[provider].faults.next(refusal, isWrite);
			const run = await create(creating.taken(), returnExisting);
			expect(run.json).toMatchObject([{ ...creating.existing(), [flag]: false }]);
		}
		expect(writes()).toHaveLength(6);
	});

	it.each([
		[403, { message: 'It is already taken.' }],
		[404, { message: 'It is already taken.' }],
		[422, { message: 'The time zone is unknown.' }],
	])('is no way around another refusal: %d %j', async (status, body) => {
		sandboxes[provider].faults.next({ kind: 'body', status, body: JSON.stringify(body) }, isWrite);
		const run = await create(creating.taken(), returnExisting);
		expect(errorWords(run.error)).toContain(body.message.slice(0, -1));
		expect(errorWords(run.error)).not.toContain('If User Exists');
		expect(sandboxes[provider].log).toHaveLength(1);
	});

	it('is the refusal where nobody is found', async () => {
		const body = { message: 'The email has already been taken.' };
		sandboxes[provider].faults.next({ kind: 'body', status: 422, body }, isWrite);
		const key = creating.key === 'user name' ? 'nora' : 'nora@example.net';
		const run = await create(key, returnExisting);
		expect(errorWords(run.error)).toMatch(/already been taken \(HTTP 422\)\./);
		expect(writes()).toHaveLength(1);
	});

	it('refuses another choice before anything is sent', async () => {
		const run = await create(creating.taken(), { options: { ifUserExists: '={{ "update" }}' } });
		expect(errorWords(run.error)).toMatch(/^'If User Exists' must be one of fail, returnExisting/);
		expect(sandboxes[provider].log).toEqual([]);
	});
});
