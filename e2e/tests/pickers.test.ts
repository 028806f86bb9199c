import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { packageName } from '../harness/package';
import { application } from './locators';
import { Fixture } from './fixture';

const fixture = new Fixture({ users: 120 });

interface Proof {
	/** What the other fields hold. */
	parameters?(sandboxes: Sandboxes): INodeParameters;
	/** Somebody or something far down the list: what is typed, and the value that is then saved. */
	last(sandboxes: Sandboxes): { typed: string | undefined; value: string };
}

const byName = (list: object[], name: string, id: string) => {
	const last = Object(list.at(-1)) as Record<string, unknown>;
	return { typed: String(last[name]), value: String(last[id]) };
};

/** `node.method` → what is typed, and what has to be found. A new list fails until it has its own. */
const proofs: Record<string, Proof> = {
	'autocalls.searchUsers': { last: ({ autocalls }) => byName(autocalls.people, 'email', 'id') },
	'quo.searchUsers': { last: ({ quo }) => byName(quo.people, 'email', 'id') },
	'quo.searchPhoneNumbers': { last: ({ quo }) => byName(quo.phoneNumbers, 'number', 'id') },
	'voximplant.searchUsers': {
		parameters: () => ({ application }),
		last: ({ voximplant }) => byName(voximplant.people, 'user_name', 'user_id'),
	},
	'voximplant.searchApplications': {
		last: ({ voximplant }) => byName(voximplant.applications, 'application_name', 'application_id'),
	},
	'voximplant.searchSkills': {
		last: ({ voximplant }) => byName(voximplant.skills, 'skill_name', 'skill_id'),
	},
	'voximplant.searchQueues': {
		last: ({ voximplant }) => byName(voximplant.queues, 'acd_queue_name', 'acd_queue_id'),
	},
	'worksection.searchUsers': {
		last: ({ worksection }) => byName(worksection.people, 'email', 'id'),
	},
};

/** A field with a list to choose from, also one inside a collection. */
function listsIn(
	properties: INodeProperties[],
	path = '',
): Array<{ path: string; method: string }> {
	return properties.flatMap(({ name, modes = [], options = [] }) => [
		...modes.flatMap(({ typeOptions }) =>
			typeOptions?.searchListMethod === undefined
				? []
				: [{ path: `${path}${name}`, method: typeOptions.searchListMethod }],
		),
		...listsIn(
			options.filter((option): option is INodeProperties => 'type' in option),
			`${path}${name}.`,
		),
	]);
}

const nodeOf = ({ name }: INodeTypeDescription): string => name.slice(packageName.length + 1);

it('every field that the built nodes let one choose from a list finds what is typed', async () => {
	const own = (await fixture.rest.nodeTypes()).filter(
		({ name }) => name.startsWith(`${packageName}.`) && !/(Tool|HitlTool)$/.test(name),
	);
	const asked = new Set<string>();
	for (const type of own) {
		const node = nodeOf(type);
		for (const { path, method } of listsIn(type.properties)) {
			const proof = proofs[`${node}.${method}`];
			if (!proof) throw new Error(`${node}.${method} has no proof.`);
			asked.add(`${node}.${method}`);
			const { typed, value } = proof.last(fixture.sandboxes);
			const found = (await fixture.rest.choices({
				path: `parameters.${path}`,
				methodName: method,
				nodeTypeAndVersion: { name: type.name, version: 1 },
				currentNodeParameters: proof.parameters?.(fixture.sandboxes) ?? {},
				credentials: fixture.credential(node),
				...(typed === undefined ? {} : { filter: typed }),
			})) as { results: Array<{ name: string; value: string | number }> };
			expect([node, path, found.results.map((result) => String(result.value))]).toEqual([
				node,
				path,
				expect.arrayContaining([value]),
			]);
		}
	}
	expect([...asked].sort()).toEqual(Object.keys(proofs).sort());
});
