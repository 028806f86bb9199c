import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { type NodeRun, runNode } from '../harness';
import { expectNoSecrets } from '../providers/noSecrets';
import {
	type OperationName,
	operationsOf,
	eachOnce,
	labelOf,
	isForTheWholeNode,
	isShown,
	propertiesOf,
} from './fields';
import { merged, caseNameOf, type Fixture, operationOf } from './fixture';
import { defined } from '../harness/defined';
import { locator } from '../harness/locator';

/** A value set in the node itself, the same for all items. */
export interface Setting extends OperationName {
	/** What it is, for the test's name. */
	what: string;
	label: string;
	parameters: INodeParameters;
	/** The field whose case says what else is needed. */
	field?: string;
}

const emptyOf = ({ type, modes = [] }: INodeProperties) =>
	type === 'resourceLocator' ? locator(defined(modes[0]).name, '') : '';

const fieldNameOf = ({ name, modes }: INodeProperties): string =>
	modes ? `${name}.${defined(modes[0]).name}` : name;

function shownSettings(node: string, wanted: (property: INodeProperties) => boolean) {
	return operationsOf(node).flatMap((operation) => {
		const shown = propertiesOf(node).filter((property) => isShown(property, operation));
		return eachOnce(shown.filter(wanted), ({ name }) => name).map((property) => ({
			...operation,
			property,
			label: labelOf(property),
			field: fieldNameOf(property),
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
): Array<Pick<Setting, 'what' | 'label' | 'parameters'>> {
	const { name, type, options = [] } = property;
	if (type === 'resourceLocator') {
		return [{ what: name, label: labelOf(property), parameters: { [name]: value } }];
	}
	if (type !== 'collection') return [];
	const entries = options.flatMap((entry) => ('type' in entry ? locatorsIn(entry, value) : []));
	return entries.map(({ what, label, parameters }) => ({
		what: `${name}.${what}`,
		label,
		parameters: { [name]: parameters },
	}));
}

/** The first operation of each resource, taken for another one or for another resource's. */
export const choicesOf = (
	node: string,
	isChosen: (operation: OperationName) => boolean,
): Setting[] =>
	eachOnce(operationsOf(node).filter(isChosen), ({ resource }) => resource).flatMap((operation) =>
		propertiesOf(node)
			.filter((property) => isForTheWholeNode(property) && isShown(property, operation))
			.flatMap((property) =>
				['nonsense', 'constructor', ''].map((value) => ({
					...operation,
					what: `the ${property.name} '${value}'`,
					label: labelOf(property),
					parameters: { [property.name]: value },
				})),
			),
	);

/** A run with this setting, on three items that stop at the first failure. */
export async function runWith(fixture: Fixture, setting: Setting): Promise<NodeRun> {
	fixture.sandbox.reset();
	const { base, fields } = operationOf(fixture, setting);
	const field = caseNameOf(fields, setting.field ?? '');
	const beside = fields[field]?.beside ?? {};
	const where = { resource: setting.resource, operation: setting.operation };
	const run = await runNode({
		node: fixture.node,
		parameters: merged(where, base, beside, setting.parameters),
		credentials: fixture.credentials,
		input: [{ serial: 0 }, { serial: 1 }, { serial: 2 }],
	});
	expectNoSecrets(run, fixture.secrets);
	return run;
}
