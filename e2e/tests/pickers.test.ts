import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { ProviderName } from '../../sandbox';
import { packageName } from '../harness/package';
import { Fixture } from './fixture';
import { providerTests } from './providerTests';

const fixture = new Fixture({ users: 120 });

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

/** Its provider, whose trigger has the same lists. The node for all directories has userDirectory.test.ts. */
const nodeOf = ({ name }: INodeTypeDescription) =>
	name.slice(packageName.length + 1).replace(/Trigger$/, '') as ProviderName;

it('every field that the built nodes let one choose from a list finds what is typed', async () => {
	const own = (await fixture.rest.nodeTypes()).filter(
		({ name }) =>
			name.startsWith(`${packageName}.`) && !/(Tool|HitlTool|\.userDirectory)$/.test(name),
	);
	const asked = new Set<string>();
	for (const type of own) {
		const node = nodeOf(type);
		for (const { path, method } of listsIn(type.properties)) {
			const test = providerTests[node].lists[method];
			if (!test) throw new Error(`${node}.${method} has no test.`);
			asked.add(`${node}.${method}`);
			const { typed, value } = test.last(fixture.sandboxes);
			const found = (await fixture.rest.choices({
				path: `parameters.${path}`,
				methodName: method,
				nodeTypeAndVersion: { name: type.name, version: 1 },
				currentNodeParameters: test.parameters ?? {},
				credentials: fixture.credential(node),
				filter: typed,
			})) as { results: Array<{ name: string; value: string | number }> };
			expect([node, path, found.results.map((result) => String(result.value))]).toEqual([
				node,
				path,
				expect.arrayContaining([value]),
			]);
		}
	}
	const known = Object.entries(providerTests).flatMap(([name, { lists }]) =>
		Object.keys(lists).map((method) => `${name}.${method}`),
	);
	expect([...asked].sort()).toEqual(known.sort());
});
