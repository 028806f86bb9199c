import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { type NodeRun, runNode } from '../harness';
import { expectNoSecrets } from '../providers/noSecrets';
import {
	type Deed,
	deedsOf,
	eachOnce,
	fieldOf,
	isForTheWholeNode,
	isShown,
	locator,
	propertiesOf,
} from './places';
import { merged, rowNameOf, type Scene, stageOf, the } from './scene';

/** A value that stands in the node itself, the same for all items. */
export interface Setting extends Deed {
	/** What it is, for the test's name. */
	what: string;
	field: string;
	parameters: INodeParameters;
	/** The place whose row says what else is needed. */
	place?: string;
}

const emptyOf = ({ type, modes = [] }: INodeProperties) =>
	type === 'resourceLocator' ? locator(the(modes[0]).name, '') : '';

const placeOf = ({ name, modes }: INodeProperties): string =>
	modes ? `${name}.${the(modes[0]).name}` : name;

function shownSettings(node: string, wanted: (property: INodeProperties) => boolean) {
	return deedsOf(node).flatMap((deed) => {
		const shown = propertiesOf(node).filter((property) => isShown(property, deed));
		return eachOnce(shown.filter(wanted), ({ name }) => name).map((property) => ({
			...deed,
			property,
			field: fieldOf(property),
			place: placeOf(property),
		}));
	});
}

export const requiredOf = (node: string): Setting[] =>
	shownSettings(node, ({ required }) => required === true).map(({ property, ...setting }) => ({
		...setting,
		what: `an empty ${property.name}`,
		parameters: { [property.name]: emptyOf(property) },
	}));

/** A mode that the editor doesn't offer, as an AI agent or an expression may give it. */
export const unknownModesOf = (node: string): Setting[] =>
	['nonsense', 'constructor'].flatMap((mode) =>
		shownSettings(node, () => true).flatMap(({ property, ...setting }) =>
			locatorsIn(property, locator(mode, '4321')).map((found) => ({
				...setting,
				...found,
				what: `${found.what} by ${mode}`,
			})),
		),
	);

/** The property itself, or the entries of a collection. */
function locatorsIn(
	property: INodeProperties,
	value: INodeParameters,
): Array<Pick<Setting, 'what' | 'field' | 'parameters'>> {
	const { name, type, options = [] } = property;
	if (type === 'resourceLocator') {
		return [{ what: name, field: fieldOf(property), parameters: { [name]: value } }];
	}
	if (type !== 'collection') return [];
	const entries = options.flatMap((entry) => ('type' in entry ? locatorsIn(entry, value) : []));
	return entries.map(({ what, field, parameters }) => ({
		what: `${name}.${what}`,
		field,
		parameters: { [name]: parameters },
	}));
}

/** The first operation of each resource, taken for another one or for another resource's. */
export const choicesOf = (node: string): Setting[] =>
	eachOnce(deedsOf(node), ({ resource }) => resource).flatMap((deed) =>
		propertiesOf(node)
			.filter((property) => isForTheWholeNode(property) && isShown(property, deed))
			.flatMap((property) =>
				['nonsense', 'constructor', ''].map((value) => ({
					...deed,
					what: `the ${property.name} '${value}'`,
					field: fieldOf(property),
					parameters: { [property.name]: value },
				})),
			),
	);

/** A run with this setting, on three items that stop at the first failure. */
export async function runWith(scene: Scene, setting: Setting): Promise<NodeRun> {
	scene.sandbox.reset();
	const { base, rows } = stageOf(scene, setting);
	const place = rowNameOf(rows, setting.place ?? '');
	const beside = rows[place]?.beside ?? {};
	const where = { resource: setting.resource, operation: setting.operation };
	const run = await runNode({
		node: scene.node,
		parameters: merged(where, base, beside, setting.parameters),
		credentials: scene.credentials,
		input: [{ serial: 0 }, { serial: 1 }, { serial: 2 }],
	});
	expectNoSecrets(run, scene.secrets);
	return run;
}
