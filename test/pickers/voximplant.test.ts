import type { INodeParameters } from 'n8n-workflow';
import { runNode } from '../harness';
import { by, Lists } from './lists';

const lists = new Lists({ users: 40 });
const room = () => lists.sandboxes.voximplant;

const searching = {
	searchApplications: {
		field: 'application',
		method: 'GetApplications',
		all: () =>
			room().applications.map(({ application_id: id, application_name: name }) => ({ id, name })),
		fill: (count: number) => {
			const [first] = room().applications;
			for (let more = 0; first && more < count; more++) {
				const application_name = `made-${more}.acme.voximplant.com`;
				room().applications.push({ ...first, application_id: 900000 + more, application_name });
			}
		},
	},
	searchSkills: {
		field: 'filters.skillId',
		method: 'GetSkills',
		all: () => room().skills.map(({ skill_id: id, skill_name: name }) => ({ id, name })),
		fill: (count: number) => {
			for (let more = 0; more < count; more++) {
				room().skills.push({ skill_id: 900000 + more, skill_name: `made-${more}` });
			}
		},
	},
	searchQueues: {
		field: 'filters.acdQueueId',
		method: 'GetQueues',
		all: () => room().queues.map(({ acd_queue_id: id, acd_queue_name: name }) => ({ id, name })),
		fill: (count: number) => {
			const [first] = room().queues;
			for (let more = 0; first && more < count; more++) {
				room().queues.push({
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
		expect(room().log.map(({ path }) => path)).toEqual([`/platform_api/${asked}`]);
	});

	it('reaches the last of 1,000 by typing and by scrolling', async () => {
		fill(1000);
		const { results } = await lists.open('voximplant', { ...opening, filter: 'MADE-999' });
		expect(results.map(({ value }) => value)).toEqual(['900999']);
		const answers = await lists.scroll('voximplant', opening);
		expect(answers.flat().map(({ value }) => value)).toEqual(all().map(({ id }) => String(id)));
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
			name: room().applications[1]?.application_name,
			value: String(room().applications[1]?.application_id),
			url: 'https://manage.voximplant.com/applications',
		},
	]);
	expect(room().log.map(({ query }) => query.application_name)).toEqual(['sales']);
});

async function run(parameters: INodeParameters) {
	return await runNode({
		node: 'voximplant',
		credentials: { voximplantApi: room().credentials },
		parameters: {
			resource: 'user',
			operation: 'getAll',
			application: lists.application,
			...parameters,
		},
	});
}

const chosen = [
	['skillId', 'skill_id', () => room().skills[0]?.skill_id],
	['excludedSkillId', 'excluded_skill_id', () => room().skills[0]?.skill_id],
	['acdQueueId', 'acd_queue_id', () => room().queues[0]?.acd_queue_id],
	['excludedAcdQueueId', 'excluded_acd_queue_id', () => room().queues[0]?.acd_queue_id],
] as const;

it.each(chosen)(
	'the filter %s is the same as chosen, by ID, as a number, as text and by expression',
	async (name, parameter, idOf) => {
		const id = idOf() ?? 0;
		const ways = [
			by('list', String(id)),
			by('id', id),
			by('id', `={{ ${id} }}`),
			id,
			String(id),
			`={{ "${id}" }}`,
		];
		for (const way of ways) {
			const { error } = await run({ filters: { [name]: way } });
			expect(error).toBeUndefined();
		}
		expect(room().log.map(({ query }) => query[parameter])).toEqual(ways.map(() => String(id)));
	},
);

it.each(chosen)('the filter %s is refused where nothing is chosen', async (name) => {
	const { error } = await run({ filters: { [name]: by('list', '') } });
	expect(error?.message).toMatch(/ID' is empty/);
	expect(room().log).toEqual([]);
});

it('Showing Skill is chosen like them', async () => {
	const id = String(room().skills[0]?.skill_id);
	const { error } = await run({ options: { withSkills: true, showingSkillId: by('list', id) } });
	expect(error).toBeUndefined();
	expect(room().log.map(({ query }) => query.showing_skill_id)).toEqual([id]);
});

it.each(['update', 'delete'])(
	'a user chosen from the list is the one to %s, without a look-up or an application',
	async (operation) => {
		const id = String(room().people[3]?.user_id);
		for (const application of [lists.application, by('list', '')]) {
			const { error, json } = await run({
				operation,
				application,
				user: by('list', id),
				updateFields: { userActive: true },
			});
			expect([error, json[0]?.user_id]).toEqual([undefined, Number(id)]);
			const method = operation === 'update' ? 'SetUserInfo' : 'DelUser';
			expect(room().log.map(({ path }) => path)).toEqual([`/platform_api/${method}`]);
			room().reset();
		}
	},
);
