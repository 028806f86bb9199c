import { errorWords } from '../../harness';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { at, begins, VoximplantFixture, paired } from './fixture';

const fixture = new VoximplantFixture(12);

const entries = (list: object[]) => list as IDataObject[];

interface Resource {
	resource: string;
	method: string;
	id: string;
	name: string;
	/** The filters that name them. */
	filters: { id: string; name: string };
	list: () => IDataObject[];
}

const resources: Resource[] = [
	{
		resource: 'application',
		method: 'GetApplications',
		id: 'application_id',
		name: 'application_name',
		filters: { id: 'applicationId', name: 'applicationName' },
		list: () => entries(fixture.sandbox.applications),
	},
	{
		resource: 'skill',
		method: 'GetSkills',
		id: 'skill_id',
		name: 'skill_name',
		filters: { id: 'skillId', name: 'skillName' },
		list: () => entries(fixture.sandbox.skills),
	},
	{
		resource: 'queue',
		method: 'GetQueues',
		id: 'acd_queue_id',
		name: 'acd_queue_name',
		filters: { id: 'acdQueueId', name: 'acdQueueName' },
		list: () => entries(fixture.sandbox.queues),
	},
];

describe.each(resources)('Get Many of $resource', ({ resource, method, id, name, ...rest }) => {
	const { filters, list } = rest;
	const getAll = async (parameters: INodeParameters = {}, more = {}) =>
		await fixture.run({ resource, operation: 'getAll', output: 'simplified', ...parameters }, more);
	/** As many as are wanted: copies of the first, with ids and names of their own. */
	const grow = (count: number) => {
		const all = list();
		for (let more = all.length; more < count; more++) {
			all.push({ ...at(all, 0), [id]: 900_000 + more, [name]: `more-${more}` });
		}
		return all.map((entry) => entry[id]);
	};
	const ids = (json: IDataObject[]) => json.map((record) => record[id]);
	const query = (index: number) => at(fixture.sandbox.log, index).query;

	it('gives all of them, page by page, each once and in order', async () => {
		const all = grow(250);
		const run = await getAll({ returnAll: true });
		expect(ids(run.json)).toEqual(all);
		expect(paired(run)).toEqual(all.map(() => ({ item: 0 })));
		expect(run.messages).toEqual([]);
		const asked = ['count=100&offset=0', 'count=100&offset=100', 'count=100&offset=200'];
		expect(fixture.calls).toEqual(asked.map((page) => `${method}?${page}`));
	});

	it('asks for no page beyond the limit, and says where to continue', async () => {
		grow(250);
		const run = await getAll({ limit: 120, options: { offset: 0 } });
		expect(run.items).toHaveLength(120);
		expect(fixture.calls).toEqual([
			`${method}?count=100&offset=0`,
			`${method}?count=20&offset=100`,
		]);
		expect(run.messages).toEqual([
			`There are 250 ${resource}s in all. Set 'Offset' under Options to 120 to continue there.`,
		]);
		const there = await getAll({ limit: 250, options: { offset: 120 } });
		expect(ids(there.json)).toEqual(ids(list()).slice(120));
	});

	it('gives no hint where the limit is exactly the number of records', async () => {
		const run = await getAll({ limit: list().length });
		expect(ids(run.json)).toEqual(ids(list()));
		expect(run.messages).toEqual([]);
		expect(fixture.calls).toHaveLength(1);
	});

	it('tells that there is none, and what to check', async () => {
		list().length = 0;
		const run = await getAll();
		expect(run.items).toEqual([]);
		expect(run.error).toBeUndefined();
		expect(run.messages).toEqual([
			`Voximplant returned no ${resource}s. Check the credential's account and the parameters.`,
		]);
	});

	it('sends the filters that the API has', async () => {
		const wanted = at(list(), 1);
		const byId = await getAll({ filters: { [filters.id]: String(wanted[id]) } });
		expect(ids(byId.json)).toEqual([wanted[id]]);
		expect(query(0)).toMatchObject({ [id]: String(wanted[id]) });
		const part = String(wanted[name]).slice(1, 5);
		const byName = await getAll({ filters: { [filters.name]: part } });
		expect(ids(byName.json)).toContain(wanted[id]);
		expect(query(1)).toMatchObject({ [name]: part });
	});

	it('searches by a part of the name in either case, past the first page', async () => {
		const all = grow(230);
		const run = await getAll({ filters: { search: 'RE-22' } });
		expect(ids(run.json)).toEqual([all[22], ...all.slice(220)]);
		expect(query(0)).not.toHaveProperty(name);
		const none = await getAll({ filters: { search: 'nowhere' } });
		expect(none.messages).toEqual([
			`No ${resource}s match the filters (230 read). Check their values, or remove one.`,
		]);
	});

	it('does each item by its own parameters, the tenth too', async () => {
		const all = grow(12);
		const input = Array.from({ length: 11 }, (_, index) => ({ id: all[index] }));
		const run = await getAll({ filters: { [filters.id]: '={{ $json.id }}' } }, { input });
		expect(ids(run.json)).toEqual(all.slice(0, 11));
		expect(paired(run)).toEqual(input.map((_, item) => ({ item })));
	});

	it('reads the list once for items that ask for the same', async () => {
		const run = await getAll({ returnAll: true }, { input: [{}, {}, {}] });
		expect(run.items).toHaveLength(3 * list().length);
		expect(fixture.calls).toHaveLength(1);
	});

	it('gives a failing item its own error, and the others what they asked for', async () => {
		const input = [{ limit: 1 }, { limit: 0 }, { limit: 2 }];
		const parameters = { limit: '={{ $json.limit }}' };
		const run = await getAll(parameters, { input, onError: 'continueRegularOutput' });
		const [first, second] = ids(list());
		expect(run.json.map((record) => record[id] ?? record.error)).toEqual([
			first,
			"'Limit' must be at least 1, not 0.",
			first,
			second,
		]);
		expect(paired(run)).toEqual([0, 1, 2, 2].map((item) => ({ item })));
		const stopped = await getAll(parameters, { input });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 1 } });
	});

	it.each([
		[{ filters: { [filters.id]: 'all' } }, /must be an ID made of digits only, not 'all'/],
		[{ filters: { [filters.id]: '1;2' } }, /digits only, not '1;2'/],
		[{ filters: { [filters.name]: ' ' } }, /^The filter '.+' is empty\./],
		[{ output: 'unified' }, /^'Output' must be one of simplified, raw(, selected)?, not 'unified'/],
		[{ output: 'scim' }, /must be one of simplified, raw(, selected)?, not 'scim'/],
		[{ options: { offset: -1 } }, /'Offset' must be at least 0/],
	])('refuses %j before anything is sent', async (parameters: INodeParameters, message) => {
		const run = await getAll(parameters);
		expect(errorWords(run.error)).toMatch(message);
		expect(fixture.calls).toEqual([]);
	});

	it('stops after Max Pages, and takes another page size', async () => {
		grow(30);
		const run = await getAll({ returnAll: true, options: { pageSize: 10, maxPages: 2 } });
		expect(run.items).toHaveLength(20);
		expect(run.messages).toEqual([
			`Stopped at 'Max Pages' (2): there are more ${resource}s. Raise 'Max Pages', or set 'Offset' under Options to 20 to continue there.`,
		]);
		const clamped = await getAll({ options: { pageSize: 5000 } });
		expect(clamped.messages).toContain("'Page Size' was set to 1000: it can be 1 to 1000.");
	});

	it('continues after a temporary error between two pages', async () => {
		const all = grow(30);
		const second = ({ query: sent }: { query: Record<string, string> }) => sent.offset === '10';
		for (const fault of [{ kind: 'status', status: 503 }, { kind: 'malformed' }] as const) {
			fixture.sandbox.faults.next(fault, second);
			const run = await getAll({ returnAll: true, options: { pageSize: 10 } });
			expect(ids(run.json)).toEqual(all);
			expect(run.messages).toEqual([]);
		}
	});

	it('drops who slides onto a later page, and tells of a list that changed', async () => {
		const all = grow(30);
		fixture.sandbox.faults.next(
			{
				kind: 'mutate',
				mutate: () => list().unshift({ ...at(list(), 0), [id]: 1, [name]: 'new' }),
			},
			({ query: sent }) => sent.offset === '10',
		);
		const run = await getAll({ returnAll: true, options: { pageSize: 10, pagesAtOnce: 1 } });
		expect(ids(run.json)).toEqual(all);
		expect(run.messages).toEqual([
			`Voximplant counts 31 ${resource}s, but returned 30 different ones: the list may have changed during the run. Run again to be sure.`,
		]);
	});

	it('says what the provider says, and what to do', async () => {
		fixture.sandbox.settings.forbidden = [method];
		const run = await getAll();
		fixture.sandbox.settings.forbidden = [];
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: begins('Voximplant: Forbidden command (code 104).'),
			context: { itemIndex: 0 },
		});
		const credentials = { voximplantApi: fixture.sandbox.wrongCredentials };
		const wrong = await getAll({}, { credentials });
		expect(errorWords(wrong.error)).toMatch(/^Voximplant: Invalid key id \(code 433\)\./);
	});

	it('keeps the key to itself where it is echoed', async () => {
		const line = at(fixture.sandbox.privateKey.split('\n'), 1);
		const entry = { ...at(list(), 0), [name]: `x${line}x` };
		const body = { result: [entry], total_count: 1, count: 1 };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const run = await getAll({ output: 'raw' });
		expect(run.json).toEqual([{ ...entry, skills: entry.skills, [name]: 'x[hidden]x' }]);
	});

	it('gives in raw what the provider sent, and each item its own copy', async () => {
		const run = await getAll({ output: 'raw' }, { input: [{}, {}] });
		const expected = list().map(({ skills: _skills, ...entry }) => entry);
		expect(run.json).toEqual([...expected, ...expected]);
		expect(run.json[0]).not.toBe(run.json[list().length]);
	});
});

describe('the outputs of applications, skills and queues', () => {
	const first = async (parameters: INodeParameters) => {
		const usual = { operation: 'getAll', output: 'simplified', limit: 1 };
		return at((await fixture.run({ ...usual, ...parameters })).json, 0);
	};

	it('have in simplified always the same keys', async () => {
		const { applications, skills, queues } = fixture.sandbox;
		expect(await first({ resource: 'application' })).toEqual(applications[0]);
		expect(await first({ resource: 'skill' })).toEqual(skills[0]);
		const { service_probability: _p, sl_thresholds: _s, skills: _k, ...queue } = at(queues, 0);
		expect(await first({ resource: 'queue' })).toEqual({ ...queue, average_service_time: null });
		for (const resource of ['application', 'skill', 'queue']) {
			fixture.sandbox.faults.next({ kind: 'body', body: { result: [{}], total_count: 1 } });
			const values = Object.values(await first({ resource }));
			expect(new Set(values)).toEqual(new Set([null]));
		}
	});

	it('have in selected the chosen fields of a queue, null where it has none', async () => {
		const fields = ['acd_queue_name', 'operatorcount', 'skills', 'deleted'];
		const options = { withOperatorCount: true, withSkills: true };
		const queue = at(fixture.sandbox.queues, 0);
		const chosen = { resource: 'queue', output: 'selected', fields };
		expect(await first({ ...chosen, options })).toEqual({
			acd_queue_name: 'first-line',
			operatorcount: 4,
			skills: queue.skills,
			deleted: null,
		});
		expect(at(fixture.sandbox.log, 0).query).toMatchObject({
			with_operatorcount: 'true',
			with_skills: 'true',
		});
		expect(await first(chosen)).toMatchObject({ operatorcount: null, skills: null });
		const added = { operatorcount: 4, skills: queue.skills };
		expect(await first({ resource: 'queue', options })).toMatchObject(added);
	});
});

describe('the filters of queues', () => {
	const names = async (filters: INodeParameters) => {
		const parameters = { resource: 'queue', operation: 'getAll', output: 'raw', filters };
		const run = await fixture.run(parameters);
		return errorWords(run.error) ?? run.json.map(({ acd_queue_name: name }) => name);
	};

	it('are sent to Voximplant', async () => {
		const { applications, skills } = fixture.sandbox;
		const applicationId = String(at(applications, 1).application_id);
		const skillId = String(at(skills, 1).skill_id);
		expect(await names({ applicationId })).toEqual(['first-line']);
		expect(await names({ skillId })).toEqual(['second-line']);
		expect(await names({ excludedSkillId: skillId })).toEqual(['first-line', 'night']);
		expect(await names({ excludedSkillId: skillId, search: 'NIGHT' })).toEqual(['night']);
		expect(await names({ skillId: '1' })).toMatch(/code 222\)\. Check 'Skill'/);
		expect(at(fixture.sandbox.log, 0).query).toMatchObject({ application_id: applicationId });
	});
});
