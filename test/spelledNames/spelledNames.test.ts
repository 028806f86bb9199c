import type { INodeProperties } from 'n8n-workflow';
import { runNode } from '../harness';
import { fillable } from '../operations/fillable';
import { operations, type OperationUnderTest } from '../operations/operations';
import { credentialsFor, parametersOf } from '../operations/parameters';
import { Lists, providers } from '../pickers/lists';
import { COMPARED, nameSecond, OTHERS } from './fields';
import { SPELLINGS } from './spellings';

const lists = new Lists({ users: 5 });

/** One of each kind: `test/shared` has the others. */
const FEW = SPELLINGS.filter(([what]) =>
	['composed letters', 'a dotted capital I', 'a no-break blank', 'a curled apostrophe'].includes(
		what,
	),
);

/** A text, or a resource locator that is given a name. */
const takesName = ({ type, modes = [] }: INodeProperties): boolean =>
	type === 'string' || (type === 'resourceLocator' && modes.some(({ name }) => name === 'name'));

const textFilters = operations.flatMap((under) =>
	fillable(under)
		.filter(({ within, property }) => within === 'filters' && takesName(property))
		.map(({ property }) => {
			const { node, resource, operation } = under;
			return {
				name: `${node} ${resource} ${String(operation.value)} filters.${property.name}`,
				under,
				filter: property.name,
			};
		}),
);

it('every filter by a name is among those that are tested', () => {
	const names = textFilters.map(({ name }) => name).filter((name) => !OTHERS.test(name));
	expect(Object.keys(COMPARED).sort()).toEqual(names.sort());
});

const idsOf = async (under: OperationUnderTest, filter: string, value: string) => {
	const { error, json } = await runNode({
		node: under.node,
		credentials: credentialsFor(under.node, lists.sandboxes),
		parameters: {
			...parametersOf(under, lists.sandboxes),
			output: 'raw',
			filters: { [filter]: value },
			options: { requestsPerSecond: 0 },
		},
	});
	expect(error).toBeUndefined();
	return json.map((record): unknown[] => Object.values(record));
};

const tested = textFilters.filter(({ name }) => name in COMPARED);

it.each(tested.map((each) => [each.name, each] as const))(
	'%s finds a name in another spelling',
	async (name, { under, filter }) => {
		for (const [what, one, other] of FEW) {
			const id = COMPARED[name]?.(lists.sandboxes, one);
			const found = await idsOf(under, filter, other);
			expect([what, found.filter((values) => values.includes(id)).length]).toEqual([what, 1]);
			lists.sandboxes[under.node].reset();
		}
	},
);

it.each(providers.flatMap((provider) => FEW.map((spelling) => [provider, ...spelling] as const)))(
	'the list of users of %s finds a name with %s: %j by %j',
	async (provider, _what, one, other) => {
		const id = nameSecond[provider](lists.sandboxes, one);
		const { results } = await lists.open(provider, { filter: other });
		expect(results.map(({ value }) => value)).toContain(String(id));
	},
);
