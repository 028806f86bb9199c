import { packageName, sourcePackage } from '../harness';
import { NEWCOMER, PeopleFixture } from './fixture';

/** What the node promises beside its operations: whose credentials, when nothing is sent, who writes once. */

const fixture = new PeopleFixture();
const ANN = NEWCOMER.email;
const none = { autocalls: 0, quo: 0, voximplant: 0, worksection: 0 };

const statusesOf = (json: object[]) => json.map((row) => (row as { status: string }).status);

describe('credentials with expressions', () => {
	const run = async (operation: string) => {
		const { quo } = fixture.sandboxes;
		const input = [{ apiKey: String(quo.credentials.apiKey) }, { apiKey: 'another-key' }];
		return await fixture.run(
			{ operation, directories: ['quo'], email: ANN, options: { retries: 0 } },
			{
				credentials: {
					...fixture.credentials,
					quoApi: { ...quo.credentials, apiKey: '={{ $json.apiKey }}' },
				},
				input: input.map((item) => ({ ...item, email: ANN })),
				onError: 'continueRegularOutput',
			},
		);
	};

	it('are those of the first item where all items are read alike', async () => {
		const { json } = await run('getAll');
		expect(json.map(({ error }) => error)).toEqual(Array(2 * 4).fill(undefined));
	});

	it('are those of each item where each is looked for', async () => {
		const { json } = await run('get');
		expect(json[0]).toEqual({ found: false, email: ANN });
		expect(String(json[1]?.error)).toMatch(/^Quo: /);
	});
});

describe('before anything is sent', () => {
	it.each<[string, object, string]>([
		[
			'an empty application',
			{ application: { __rl: true, mode: 'name', value: '' } },
			'Application',
		],
		['an unknown action', { operation: 'offboard', voximplantAction: 'hide' }, 'Voximplant Action'],
		['a filter by a directory that is not read', { filters: { notIn: ['quo'] } }, "'Not In'"],
	])('%s is told', async (_what, parameters, words) => {
		const directories = ['worksection', 'voximplant'];
		const { error } = await fixture.run({
			operation: 'getAll',
			directories,
			email: ANN,
			...parameters,
		});
		expect(error?.message).toContain(words);
		expect(fixture.requests).toEqual(none);
	});

	it.each([
		[{ domain: 'https://old.com/', countsAs: 'example.com' }, "'Domain' must be a domain"],
		[{ domain: 'old.com', countsAs: 'old.com.' }, "lets 'old.com' count as itself"],
		[{ domain: 'e\u0301.com', countsAs: '\u00e9.com' }, 'count as itself'],
	])('the domain alias %j is told', async (pair, words) => {
		const matching = { domainAliases: { pairs: [pair] } };
		const { error } = await fixture.run({
			...{ operation: 'get', directories: ['quo'], email: ANN, matching },
		});
		expect(error?.message).toContain(words);
		expect(fixture.requests).toEqual(none);
	});

	it('n8n running all items again after a failure is refused where that deletes', async () => {
		fixture.setEmail('voximplant', 0, ANN);
		const parameters = { operation: 'offboard', email: ANN, voximplantAction: 'delete' };
		const retryOnFail = true;
		const { error } = await fixture.run({ ...parameters, dryRun: false }, { retryOnFail });
		expect(error?.message).toContain("'Retry On Fail' is on");
		expect(fixture.requests).toEqual(none);
		const planned = await fixture.run(parameters, { retryOnFail });
		expect(statusesOf(planned.json)).toContain('planned');
	});
});

it('takes the name of a directory in any case', async () => {
	const { json } = await fixture.run({
		operation: 'getAll',
		directories: '={{ [" QUO "] }}',
		returnAll: true,
	});
	expect(json.map(({ directories }) => directories)).toEqual(Array(4).fill(['quo']));
});

describe('two items about one person', () => {
	const input = [{ email: ANN }, { email: ' ANN@example.com' }];
	const email = '={{ $json.email }}';

	it('give an account once', async () => {
		const parameters = { ...NEWCOMER, operation: 'onboard', email, dryRun: false };
		const { json } = await fixture.run(parameters, { input });
		expect(statusesOf(json)).toEqual([
			...['invited', 'manual', 'created', 'created'],
			...['exists', 'manual', 'exists', 'exists'],
		]);
		expect(fixture.writes).toHaveLength(3);
	});

	it('take it away once', async () => {
		fixture.setEmail('voximplant', 1, ANN);
		const parameters = {
			operation: 'offboard',
			voximplantAction: 'delete',
			directories: ['voximplant'],
		};
		const { json } = await fixture.run({ ...parameters, email, dryRun: false }, { input });
		expect(statusesOf(json)).toEqual(['deleted', 'alreadyDone']);
		expect(fixture.writes).toHaveLength(1);
	});

	it('are both told of an outcome that is unknown, and nothing is sent again', async () => {
		fixture.setEmail('voximplant', 1, ANN);
		fixture.sandboxes.voximplant.faults.always(
			{ kind: 'applyThen', applyThen: 'reset' },
			({ path }) => path.includes('DelUser'),
		);
		const parameters = {
			operation: 'offboard',
			voximplantAction: 'delete',
			directories: ['voximplant'],
		};
		const { json } = await fixture.run({ ...parameters, email, dryRun: false }, { input });
		expect(statusesOf(json)).toEqual(['unknown', 'unknown']);
		expect(fixture.writes).toHaveLength(1);
	});
});

it('plans one user name for one person', async () => {
	const { json } = await fixture.run(
		{
			...{ ...NEWCOMER, operation: 'onboard' },
			...{ directories: ['voximplant'], email: '={{ $json.email }}' },
		},
		{ input: [{ email: ANN }, { email: 'other@example.com' }] },
	);
	expect(statusesOf(json)).toEqual(['planned', 'review']);
});

describe('as a tool of an agent', () => {
	const tool = async (parameters: object) => {
		const type = `${packageName}.userDirectoryTool`;
		const node = sourcePackage().node('userDirectory');
		if (!node || !('execute' in node)) throw new Error('There is no node.');
		return await fixture.run({ ...parameters }, { node: type, nodeTypes: { [type]: node } });
	};

	it.each(['', null])('takes fields with %j for not given', async (empty) => {
		fixture.setEmail('quo', 1, ANN);
		const emptied = {
			options: { prefer: empty, timeout: empty, retries: empty, maxWait: empty, ifNotFound: empty },
			matching: { ignorePlusTags: empty, ignoreGmailDots: empty, emailDomain: empty },
		};
		const found = await tool({ operation: 'get', email: ANN, directories: ['quo'], ...emptied });
		expect(found.json[0]).toMatchObject({ found: true, directories: ['quo'] });
		const filters = { search: empty, inAllOf: empty, onlyConflicts: empty };
		const listed = await tool({
			...{ operation: 'getAll', directories: ['quo'], returnAll: empty, limit: empty },
			...{ ...emptied, filters },
		});
		expect(listed.json).toHaveLength(4);
	});

	it('changes nothing where Dry Run is left empty', async () => {
		fixture.setEmail('voximplant', 1, ANN);
		const { json } = await tool({
			...{ operation: 'offboard', email: ANN, directories: ['voximplant'] },
			...{ dryRun: '', voximplantAction: '' },
		});
		expect(statusesOf(json)).toEqual(['planned']);
		expect(fixture.writes).toEqual([]);
	});
});

it.each(['getAll', 'get', 'compare', 'offboard', 'onboard'])(
	'%s takes the directories from an expression, and needs nothing of the others',
	async (operation) => {
		const { error } = await fixture.run(
			{
				...{ operation, email: ANN, firstName: 'Ann', lastName: 'Lee', matching: {} },
				...{ directories: '={{ ["quo"] }}', application: { __rl: true, mode: 'list', value: '' } },
				rosterEmailField: 'email',
			},
			{ input: [{ email: ANN }] },
		);
		expect(error).toBeUndefined();
		expect(Object.keys(fixture.requests).filter((name) => fixture.requests[name])).toEqual(['quo']);
	},
);

describe('a comparison that fails', () => {
	const compare = async (onError: 'continueErrorOutput' | 'continueRegularOutput') => {
		fixture.sandboxes.quo.faults.always({ kind: 'status', status: 403 });
		const parameters = { operation: 'compare', directories: ['quo'], options: { retries: 0 } };
		const { run } = await fixture.run(parameters, { input: [{ email: ANN }], onError });
		return [0, 1, 2, 3, 4].map((output) => run.items('Node under test', output));
	};

	it('is one item of Review, where the node continues', async () => {
		const outputs = await compare('continueRegularOutput');
		const item = {
			json: { error: expect.stringMatching(/^Quo: /) as string },
			pairedItem: { item: 0 },
		};
		expect(outputs).toEqual([[], [], [], [item], []]);
	});

	it('is one item of the error output, where there is one', async () => {
		const [matched, missing, extra, review, errors] = await compare('continueErrorOutput');
		expect([matched, missing, extra, review]).toEqual([[], [], [], []]);
		expect(errors?.map(({ json }) => json)).toEqual([
			{ email: ANN, error: expect.stringMatching(/^Quo: /) as string },
		]);
	});
});
