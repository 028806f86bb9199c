import type { INodeProperties } from 'n8n-workflow';
import { packageName } from '../harness/packedPackage';
import { Site } from './site';

const site = new Site();

/** `node.parameter.method` → what is asked, and what has to be found. See `N8nRest.choices`. */
const proofs: Record<string, () => Promise<void>> = {};

it('every list to pick from that the built nodes offer is proved here', async () => {
	const own = (await site.rest.nodeTypes()).filter(
		({ name }) => name.startsWith(`${packageName}.`) && !/(Tool|HitlTool)$/.test(name),
	);
	const offered = own.flatMap(({ name, properties }) =>
		properties.flatMap((property) =>
			methodsOf(property).map(
				(method) => `${name.slice(packageName.length + 1)}.${property.name}.${method}`,
			),
		),
	);
	expect(Object.keys(proofs).sort()).toEqual([...new Set(offered)].sort());
	for (const prove of Object.values(proofs)) await prove();
});

const methodsOf = ({ modes = [], typeOptions }: INodeProperties): string[] =>
	[
		...modes.map((mode) => mode.typeOptions?.searchListMethod),
		typeOptions?.loadOptionsMethod,
	].filter((method) => method !== undefined);
