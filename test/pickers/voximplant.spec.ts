import type { INodeParameters } from 'n8n-workflow';
import { by, Lists } from './lists';

const lists = new Lists({ users: 40 });
const sandbox = () => lists.sandboxes.voximplant;

const searching = {
	searchApplications: {
		field: 'application',
		method: 'GetApplications',
		all: () =>
			sandbox().applications.map(({ application_id: id, application_name: name }) => ({
				id,
				name,
			})),
		fill: (count: number) => {
			const [first] = sandbox().applications;
			for (let more = 0; first && more < count; more++) {
				const application_name = `made-${more}.acme.voximplant.com`;
				sandbox().applications.push({ ...first, application_id: 900000 + more, application_name });
			}
		},
	},
	searchSkills: {
		field: 'filters.skillId',
		method: 'GetSkills',
		all: () => sandbox().skills.map(({ skill_id: id, skill_name: name }) => ({ id, name })),
		fill: (count: number) => {
			for (let more = 0; more < count; more++) {
				sandbox().skills.push({ skill_id: 900000 + more, skill_name: `made-${more}` });
			}
		},
	},
	searchSubUsers: {
		field: 'subUser',
		method: 'GetSubUsers',
		all: () =>
			sandbox().subUsers.map(({ subuser_id: id, subuser_name: name, description }) => ({
				id,
				name: description === undefined ? name : `${name} (${description})`,
			})),
		fill: (count: number) => {
			for (let more = 0; more < count; more++) {
				const subuser_name = `made-${more}`;
				sandbox().subUsers.push({ subuser_id: 900000 + more, subuser_name, roles: [] });
			}
		},
	},
	searchQueues: {
		field: 'filters.acdQueueId',
		method: 'GetQueues',
		all: () =>
			sandbox().queues.map(({ acd_queue_id: id, acd_queue_name: name, application_id: whose }) => ({
				id,
				name: `${name} (application ${whose})`,
			})),
		fill: (count: number) => {
			const [first] = sandbox().queues;
			for (let more = 0; first && more < count; more++) {
				sandbox().queues.push({
					...first,
					acd_queue_id: 900000 + more,
					acd_queue_name: `made-${more}`,
				});
			}
		},
	},
};

describe.each(Object.entries(searching))('%s', (method, { field, method: asked, all, fill }) => {
	const opening = { method, field };

	it('shows all there are, by name, whatever else the node holds', async () => {
		const { results } = await lists.open('voximplant', {
			...opening,
			parameters: { application: '' },
		});
		expect(results.map(({ name, value }) => ({ name, value }))).toEqual(
			all().map(({ id, name }) => ({ name, value: String(id) })),
		);
		// Sub-users come without a total: only an empty page ends them.
		const requests = asked === 'GetSubUsers' ? [asked, asked] : [asked];
		expect(sandbox().log.map(({ path }) => path)).toEqual(
			requests.map((each) => `/platform_api/${each}`),
		);
	});

	it('reaches the last of 1,000 by typing and by scrolling', async () => {
		fill(1000);
		const { results } = await lists.open('voximplant', { ...opening, filter: 'MADE-999' });
		expect(results.map(({ value }) => value)).toEqual(['900999']);
		const answers = await lists.scroll('voximplant', opening);
		expect(answers.flat().map(({ value }) => value)).toEqual(all().map(({ id }) => String(id)));
	});
});

describe.each(['bind', 'unbind', 'getAll'])('the SmartQueues of %s of an agent', (operation) => {
	const open = async (application: INodeParameters | string, filter?: string) =>
		await lists.open('voximplant', {
			method: 'searchSmartQueues',
			field: operation === 'getAll' ? 'filters.queueId' : 'queue',
			parameters: { resource: 'agent', operation, application },
			...(filter === undefined ? {} : { filter }),
		});
	const queuesOf = (index: number) =>
		sandbox().smartQueues.filter(
			({ application_id: id }) => id === sandbox().applications[index]?.application_id,
		);
	const shown = (index: number) =>
		queuesOf(index).map(({ sq_queue_id: id, sq_queue_name: name }) => ({
			name,
			value: String(id),
		}));

	it.each(['list', 'id', 'name'])('are those of the application chosen by %s', async (mode) => {
		for (const index of [0, 1]) {
			const { application_id: id = 0, application_name: name = '' } =
				sandbox().applications[index] ?? {};
			const { results } = await open(by(mode, mode === 'name' ? name : String(id)));
			expect(results).toEqual(shown(index));
		}
		expect([queuesOf(0).length, queuesOf(1).length]).toEqual([3, 1]);
	});

	it('are found by a part of the name in any case, and by ID', async () => {
		const application = by('list', String(sandbox().applications[0]?.application_id));
		expect((await open(application, 'NIGHT')).results).toEqual(shown(0).slice(2));
		const { value = '' } = shown(0)[1] ?? {};
		expect((await open(application, value)).results).toEqual(shown(0).slice(1, 2));
	});

	it('need the application', async () => {
		await expect(open(by('list', ''))).rejects.toThrow(
			"Choose an 'Application' first: the list shows the SmartQueues of one application.",
		);
		expect(sandbox().log).toEqual([]);
	});
});

describe.each(['bindQueue', 'unbindQueue'])('the queues of %s', (operation) => {
	const idsShown = async (application: INodeParameters | string) => {
		const parameters = { operation, application };
		const opening = { method: 'searchQueues', field: 'queue', parameters };
		return (await lists.open('voximplant', opening)).results.map(({ value }) => Number(value));
	};
	const queuesOf = (index: number) =>
		sandbox()
			.queues.filter(
				(queue) => queue.application_id === sandbox().applications[index]?.application_id,
			)
			.map(({ acd_queue_id: id }) => id);

	it.each(['list', 'id'])('are those of the application chosen by %s', async (mode) => {
		for (const index of [0, 1]) {
			const id = sandbox().applications[index]?.application_id ?? 0;
			expect(await idsShown(by(mode, mode === 'list' ? String(id) : id))).toEqual(queuesOf(index));
			expect(sandbox().log[index]?.query.application_id).toBe(String(id));
		}
		expect([queuesOf(0).length, queuesOf(1).length]).toEqual([2, 1]);
	});

	it.each([
		by('name', 'support'),
		by('name', '12'),
		by('id', '={{ $json.id }}'),
		by('list', ''),
		'',
	])('are all where the application is %j', async (application) => {
		expect(await idsShown(application)).toEqual(
			sandbox().queues.map((queue) => queue.acd_queue_id),
		);
		expect(sandbox().log[0]?.query).not.toHaveProperty('application_id');
	});
});

it('an application is looked for by Voximplant, and links its page of the control panel', async () => {
	const { results } = await lists.open('voximplant', {
		method: 'searchApplications',
		field: 'application',
		filter: 'Sales',
	});
	expect(results).toEqual([
		{
			name: sandbox().applications[1]?.application_name,
			value: String(sandbox().applications[1]?.application_id),
			url: 'https://manage.voximplant.com/applications',
		},
	]);
	expect(sandbox().log.map(({ query }) => query.application_name)).toEqual(['sales']);
});

it.each(['', 'english'])(
	"a list that came incomplete isn't taken for all there is, with '%s' typed, and is read afresh",
	async (filter) => {
		const opening = { method: 'searchSkills', field: 'filters.skillId', filter };
		sandbox().faults.next({ kind: 'body', body: { result: [], total_count: 2 } });
		const error = await lists.open('voximplant', opening).catch((thrown: Error) => thrown);
		expect(error).toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(
				/^Voximplant: the list is incomplete, and nothing in it matches: Voximplant counts 2 skills, but returned 0/,
			),
		});
		const { results } = await lists.open('voximplant', opening);
		const fitting = sandbox().skills.filter(({ skill_name: name }) => name.includes(filter));
		expect(results.map(({ value }) => value)).toEqual(
			fitting.map(({ skill_id: id }) => String(id)),
		);
		expect(sandbox().log).toHaveLength(2);
	},
);

it('what came of an incomplete list is shown, and the next opening reads it afresh', async () => {
	const opening = { method: 'searchSkills', field: 'filters.skillId' };
	const [skill] = sandbox().skills;
	for (const result of [[skill], []]) {
		sandbox().faults.next({ kind: 'body', body: { result, total_count: 2 } });
	}
	const shown = async () => (await lists.open('voximplant', opening)).results.length;
	expect([await shown(), await shown()]).toEqual([1, sandbox().skills.length]);
});

describe.each([
	[
		'user',
		{},
		117,
		() => sandbox().people.map(({ user_id: id }) => id),
		(id: number) => Object.assign(sandbox().people[7] ?? {}, { user_id: id }),
	],
	[
		'application',
		{ method: 'searchApplications', field: 'application' },
		116,
		() => sandbox().applications.map(({ application_id: id }) => id),
		(id: number) => {
			const [first] = sandbox().applications;
			if (first) sandbox().applications.push({ ...first, application_id: id });
		},
	],
] as const)("a pasted %s's ID", (_what, opening, code, all, make) => {
	const shown = async (filter: string) =>
		(await lists.open('voximplant', { ...opening, filter })).results.map(({ value }) => value);

	it('is found, though nothing was read before', async () => {
		const id = String(all().at(-1));
		expect(await shown(id)).toEqual([id]);
		expect(await shown(` ${id} `)).toEqual([id]);
	});

	it('is found as it is typed digit by digit', async () => {
		make(31_415_926);
		for (let length = 1; length < 8; length++) await shown('31415926'.slice(0, length));
		expect(await shown('31415926')).toEqual(['31415926']);
	});

	it('offers nothing where no user has it, whatever Voximplant says of it', async () => {
		expect(await shown('88888888')).toEqual([]);
		const isById = ({ query }: { query: Record<string, unknown> }) =>
			'user_id' in query || (code === 116 && 'application_id' in query);
		const body = { error: { code, msg: 'The parameter is invalid' } };
		sandbox().faults.next({ kind: 'body', body }, isById);
		expect(await shown('99999999')).toEqual([]);
		expect(sandbox().log.filter(isById).length).toBeGreaterThan(0);
	});

	it('does not hide another refusal', async () => {
		sandbox().faults.always({ kind: 'body', body: { error: { code: 104, msg: 'Not allowed' } } });
		await expect(shown('99999999')).rejects.toThrow(/code 104/);
		sandbox().faults.clear();
		expect(await shown('99999999')).toEqual([]);
	});
});
