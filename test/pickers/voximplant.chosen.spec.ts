import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { errorWords, runNode } from '../harness';
import { operations } from '../operations/operations';
import { by, Lists } from './lists';

const lists = new Lists({ users: 40 });
const sandbox = () => lists.sandboxes.voximplant;
const firstApplication = () => by('list', String(sandbox().applications[0]?.application_id));

async function run(parameters: INodeParameters) {
	return await runNode({
		node: 'voximplant',
		credentials: { voximplantApi: sandbox().credentials },
		parameters: {
			resource: 'user',
			operation: 'getAll',
			application: firstApplication(),
			...parameters,
		},
	});
}

type Listed = 'application' | 'queue' | 'skill' | 'user';

const first: Record<Listed, () => number> = {
	application: () => sandbox().applications[0]?.application_id ?? 0,
	queue: () => sandbox().queues[0]?.acd_queue_id ?? 0,
	skill: () => sandbox().skills[0]?.skill_id ?? 0,
	user: () => Number(sandbox().people[0]?.user_id),
};

/** Filters: of which resource, the API's parameter, and what is listed. */
const chosen: [resource: string, name: string, parameter: string, listed: Listed][] = [
	['user', 'skillId', 'skill_id', 'skill'],
	['user', 'excludedSkillId', 'excluded_skill_id', 'skill'],
	['user', 'acdQueueId', 'acd_queue_id', 'queue'],
	['user', 'excludedAcdQueueId', 'excluded_acd_queue_id', 'queue'],
	['queue', 'applicationId', 'application_id', 'application'],
	['queue', 'skillId', 'skill_id', 'skill'],
	['queue', 'excludedSkillId', 'excluded_skill_id', 'skill'],
	['queue', 'acdQueueId', 'acd_queue_id', 'queue'],
	['skill', 'skillId', 'skill_id', 'skill'],
	['application', 'applicationId', 'application_id', 'application'],
	['user', 'userId', 'user_id', 'user'],
];

it.each(chosen)(
	'of a %s, the filter %s is the same as chosen, by ID, as a number, as text and by expression',
	async (resource, name, parameter, listed) => {
		const id = first[listed]();
		const ways = [
			by('list', String(id)),
			by('id', id),
			by('id', `={{ ${id} }}`),
			id,
			String(id),
			`={{ "${id}" }}`,
		];
		for (const way of ways) {
			const { error } = await run({ resource, filters: { [name]: way } });
			expect(error).toBeUndefined();
		}
		expect(sandbox().log.map(({ query }) => query[parameter])).toEqual(ways.map(() => String(id)));
	},
);

it.each(chosen)(
	'of a %s, the filter %s is refused where nothing is chosen',
	async (resource, name) => {
		const { error } = await run({ resource, filters: { [name]: by('list', '') } });
		expect(errorWords(error)).toMatch(
			/^'(User|Application|(Excluded )?(Skill|ACD Queue))' is empty\./,
		);
		expect(sandbox().log).toEqual([]);
	},
);

it('Showing Skill is chosen like them', async () => {
	const id = String(sandbox().skills[0]?.skill_id);
	const { error } = await run({ options: { withSkills: true, showingSkillId: by('list', id) } });
	expect(error).toBeUndefined();
	expect(sandbox().log.map(({ query }) => query.showing_skill_id)).toEqual([id]);
});

/** The method that the editor calls for the list of a field. */
function methodOf(resource: string, operation: string, [name, inside]: string[]): string {
	const under = operations.find(
		(each) =>
			each.node === 'voximplant' &&
			each.resource === resource &&
			each.operation.value === operation,
	);
	const field = under?.properties.find((property) => property.name === name);
	const options = (field?.options ?? []) as INodeProperties[];
	const { modes = [] } = (inside ? options.find((each) => each.name === inside) : field) ?? {};
	return modes.find((mode) => mode.name === 'list')?.typeOptions?.searchListMethod ?? 'none';
}

const located: [resource: string, operation: string, field: string, listed: Listed][] = [
	['user', 'getAll', 'application', 'application'],
	['user', 'getAll', 'options.showingSkillId', 'skill'],
	['user', 'bindSkill', 'skill', 'skill'],
	['user', 'unbindSkill', 'skill', 'skill'],
	['user', 'bindQueue', 'queue', 'queue'],
	['user', 'unbindQueue', 'queue', 'queue'],
	...chosen.map(([resource, name, , listed]): (typeof located)[number] => [
		resource,
		'getAll',
		`filters.${name}`,
		listed,
	]),
];

it.each(located)(
	'of a %s, %s: %s opens the list of that kind',
	async (resource, operation, field, listed) => {
		const method = methodOf(resource, operation, field.split('.'));
		const application = listed === 'queue' ? '' : firstApplication();
		const parameters = { resource, operation, application };
		const { results } = await lists.open('voximplant', { method, field, parameters });
		expect(results.map(({ value }) => value)).toContain(String(first[listed]()));
	},
);

it.each(['update', 'delete'])(
	'a user chosen from the list is the one to %s, without a look-up or an application',
	async (operation) => {
		const id = String(sandbox().people[3]?.user_id);
		for (const application of [firstApplication(), by('list', '')]) {
			const { error, json } = await run({
				operation,
				application,
				user: by('list', id),
				updateFields: { userActive: true },
			});
			expect([error, json[0]?.user_id]).toEqual([undefined, Number(id)]);
			const method = operation === 'update' ? 'SetUserInfo' : 'DelUser';
			expect(sandbox().log.map(({ path }) => path)).toEqual([`/platform_api/${method}`]);
			sandbox().reset();
		}
	},
);

const bonds = [
	['bindSkill', 'Skill', 'BindSkill', 'skill_id'],
	['unbindSkill', 'Skill', 'BindSkill', 'skill_id'],
	['bindQueue', 'Queue', 'BindUserToQueue', 'acd_queue_id'],
	['unbindQueue', 'Queue', 'BindUserToQueue', 'acd_queue_id'],
] as const;

it.each(bonds)(
	'%s takes the %s that is chosen from the list, without a look-up',
	async (operation, title, method, parameter) => {
		const user = String(sandbox().people[3]?.user_id);
		const own =
			title === 'Skill' ? sandbox().skills[2]?.skill_id : sandbox().queues[1]?.acd_queue_id;
		const bound = by('list', String(own));
		const parameters = { operation, user: by('list', user), [title.toLowerCase()]: bound };
		const { error, json } = await run(parameters);
		expect([error, json]).toEqual([
			undefined,
			[{ user_id: Number(user), [parameter]: own, bound: operation.startsWith('bind') }],
		]);
		const sent = sandbox().log.map(({ path, bodyText }) => {
			const form = new URLSearchParams(bodyText);
			return [path, form.get('user_id'), form.get(parameter)];
		});
		expect(sent).toEqual([[`/platform_api/${method}`, user, String(own)]]);
	},
);

it.each(bonds)('%s asks for a %s where nothing is chosen', async (operation, title) => {
	const user = by('list', String(sandbox().people[3]?.user_id));
	const nothing: [string, string][] = [
		['', `Parameter "${title}" is required.`],
		['={{ "" }}', `'${title}' is empty`],
	];
	for (const [value, words] of nothing) {
		const { error } = await run({ operation, user, [title.toLowerCase()]: by('list', value) });
		expect(errorWords(error)).toContain(words);
	}
	expect(sandbox().log).toEqual([]);
});
