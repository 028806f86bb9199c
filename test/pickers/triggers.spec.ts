import type { INodeProperties } from 'n8n-workflow';
import { sourcePackage } from '../harness/nodePackage';
import { descriptionOf, providerNames } from '../harness/providers';
import { Lists, providers } from './lists';

const lists = new Lists({ users: 5 });

const locatorsOf = (node: string): Array<[string, INodeProperties]> =>
	descriptionOf(node).properties.flatMap((property) => [
		...(property.type === 'resourceLocator'
			? [[property.name, property] as [string, INodeProperties]]
			: []),
		...(property.type === 'collection' ? ((property.options ?? []) as INodeProperties[]) : [])
			.filter(({ type }) => type === 'resourceLocator')
			.map((entry): [string, INodeProperties] => [`${property.name}.${entry.name}`, entry]),
	]);

const methodsOf = (node: string): string[] => {
	const type = sourcePackage().node(node);
	return Object.keys((type && 'methods' in type && type.methods?.listSearch) || {});
};

const listed = providerNames.flatMap((provider) =>
	locatorsOf(`${provider}Trigger`).flatMap(([field, { modes = [] }]) =>
		modes
			.filter(({ type }) => type === 'list')
			.map(({ typeOptions }) => [provider, field, typeOptions?.searchListMethod ?? ''] as const),
	),
);

it.each(providerNames)(
	'every list of the trigger of %s has its method, and every method its list',
	(name) => {
		const methods = listed.filter(([provider]) => provider === name).map(([, , method]) => method);
		expect([...new Set(methods)].sort()).toEqual(methodsOf(`${name}Trigger`).sort());
	},
);

it('the triggers of Voximplant and Worksection have lists', () => {
	expect([...new Set(listed.map(([provider]) => provider))]).toEqual(['voximplant', 'worksection']);
});

it.each(listed)(
	'the trigger of %s lists for %s what the node lists',
	async (name, field, method) => {
		const provider = providers.find((each) => each === name)!;
		const opening = { method, field, parameters: { operation: 'getAll' } };
		const [ofTrigger, ofNode] = [
			await lists.open(provider, { ...opening, node: `${provider}Trigger` }),
			await lists.open(provider, opening),
		];
		expect(ofTrigger.results.length).toBeGreaterThan(0);
		expect(ofTrigger).toEqual(ofNode);
	},
);
