import type { INodeParameters } from 'n8n-workflow';
import { type Sandboxes, startSandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { by } from './fixture';

let sandboxes: Sandboxes;
beforeAll(async () => (sandboxes = await startSandboxes({ users: 3 })));
const NAMES = ['autocalls', 'quo', 'voximplant', 'worksection'] as const;
beforeEach(() => NAMES.forEach((name) => sandboxes[name].reset()));
afterAll(async () => await sandboxes.close());

type Name = (typeof NAMES)[number];
interface List {
	provider: Name;
	resource: string;
	more?: INodeParameters;
	/** The answer with such a list. */
	body: (list: unknown) => unknown;
	id: string;
	expected?: object;
}

const application = by('name', 'support');
const ok = (data: unknown) => ({ status: 'ok', data });
const result = (list: unknown) => ({ result: list, total_count: 2 });

const lists: List[] = [
	{ provider: 'autocalls', resource: 'user', body: (data) => ({ data }), id: 'id' },
	{ provider: 'autocalls', resource: 'user', body: (list) => list, id: 'id' },
	{ provider: 'quo', resource: 'user', body: (data) => ({ data }), id: 'id' },
	{ provider: 'quo', resource: 'phoneNumber', body: (data) => ({ data }), id: 'id' },
	{ provider: 'voximplant', resource: 'user', more: { application }, body: result, id: 'user_id' },
	{ provider: 'voximplant', resource: 'application', body: result, id: 'application_id' },
	{ provider: 'voximplant', resource: 'skill', body: result, id: 'skill_id' },
	{
		provider: 'voximplant',
		resource: 'queue',
		more: { application },
		body: result,
		id: 'acd_queue_id',
	},
	{ provider: 'worksection', resource: 'user', body: ok, id: 'id' },
	{ provider: 'worksection', resource: 'team', body: ok, id: 'id' },
	{ provider: 'worksection', resource: 'contact', body: ok, id: 'id' },
];

const getAll = async ({ provider, resource, more }: List, options: INodeParameters = {}) => {
	const { credentials } = sandboxes[provider];
	return await runNode({
		node: provider,
		credentials: { [`${provider}Api`]: credentials },
		parameters: {
			...{ resource, operation: 'getAll', returnAll: true, output: 'raw' },
			...{ options: { requestsPerSecond: 0, retries: 0, ...options }, ...more },
		},
	});
};

describe.each(lists)('the $resource list of $provider', (list) => {
	const { provider, body, id } = list;
	const answers = (given: unknown) =>
		sandboxes[provider].faults.always({ kind: 'body', body: body(given) });

	it('may be an object whose names are digits', async () => {
		answers({ 15: { [id]: 15 }, 17: { [id]: 17, name: 'b' } });
		const run = await getAll(list);
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([{ [id]: 15 }, { [id]: 17, name: 'b' }]);
		expect(sandboxes[provider].log).toHaveLength(1);
	});

	it.each([[{ [id]: 15, name: 'Ada' }], [{ 15: 'x', 17: 'y' }], [{ 15: {}, more: {} }]])(
		'is no list of one where it is %j',
		async (given) => {
			answers(given);
			expect(errorWords((await getAll(list)).error)).toContain('not have the expected form');
		},
	);
});

it('applications of a user may be such an object', async () => {
	const user = (id: number, application_name: string) => ({
		user_id: id,
		applications: { 3: { application_name }, 8: { application_name: 'x.acc.voximplant.com' } },
	});
	const users = {
		1: user(1, 'support.acc.voximplant.com'),
		4: user(4, 'support2.acc.voximplant.com'),
	};
	sandboxes.voximplant.faults.always({ kind: 'body', body: result(users) });
	const run = await getAll({ ...lists[4], more: { application } } as List);
	expect(run.json.map(({ user_id }) => user_id)).toEqual([1]);
});

it("a phone number's users may be such an object", async () => {
	const data = { 0: { id: 'PN1', number: '+1', users: { 2: { id: 'US1' }, 5: { id: 'US2' } } } };
	const { faults } = sandboxes.quo;
	faults.always({ kind: 'body', body: { data } }, ({ path }) => path.includes('phone-numbers'));
	const numbers = await getAll({ ...lists[3], more: { output: 'simplified' } } as List);
	expect(numbers.json).toMatchObject([{ id: 'PN1', userIds: ['US1', 'US2'] }]);
	const users = { data: { 7: { id: 'US2' }, 9: { id: 'US3' } } };
	faults.always({ kind: 'body', body: users }, ({ path }) => path.endsWith('/users'));
	const run = await getAll(lists[2] as List, { includePhoneNumbers: true });
	expect(run.json).toEqual([
		{ id: 'US2', phoneNumbers: ['+1'] },
		{ id: 'US3', phoneNumbers: [] },
	]);
});
