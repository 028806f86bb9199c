import type { GenericValue, INodeParameters, INodeProperties } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { errorWords, runNode } from '../harness';
import { fillable, type Fillable } from './fillable';
import { operations, type OperationUnderTest } from './operations';
import { by, credentialsFor, parametersOf, valueOf } from './parameters';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes();
});
afterAll(async () => await sandboxes.close());

/** Values that every provider accepts, by the name of the field. */
const known: Record<string, unknown> = {
	email: 'someone.else@example.com',
	requestsPerSecond: 50,
};

const knownValue = (node: OperationUnderTest['node'], field: string): unknown =>
	valueOf(node, field, sandboxes) ?? known[field];

/** A value for the field: known, or of its type. */
function valueFor(node: OperationUnderTest['node'], property: INodeProperties): unknown {
	const { name, type, options, default: usual } = property;
	const value = knownValue(node, name);
	if (value !== undefined) return value;
	const [first] = (options ?? []) as { value?: unknown }[];
	if (type === 'options') return first?.value;
	if (type === 'multiOptions') return [first?.value];
	if (type === 'dateTime') return '2024-01-31T09:00:00Z';
	if (type === 'number') return usual === 0 ? 1 : usual;
	return type === 'boolean' ? !usual : 'an';
}

/** What else has to be so for the field to be shown. */
function shownWith({ displayOptions }: INodeProperties): INodeParameters {
	const others = Object.entries(displayOptions?.show ?? {}).filter(
		([name]) => !['resource', 'operation'].includes(name) && !name.startsWith('/'),
	);
	return Object.fromEntries(others.map(([name, values]) => [name, values?.[0]]));
}

/** The parameters with a value in the field, and with the same by expression, and the item for it. */
function filled(under: OperationUnderTest, { property, within }: Fillable) {
	const parameters = { ...parametersOf(under, sandboxes), ...shownWith(property) };
	const present = parameters[property.name] as { value?: unknown } | undefined;
	const isLocator = property.type === 'resourceLocator';
	const value = (isLocator ? present?.value : undefined) ?? valueFor(under.node, property);
	const named = property.modes?.some(({ name }) => name === 'id') ? 'id' : 'name';
	const wrapped = (content: unknown) => (isLocator ? by(named, content) : content);
	const put = (content: unknown): INodeParameters => {
		const collection = { ...(within && (parameters[within] as object)), [property.name]: content };
		const rates = { requestsPerSecond: 0 };
		return {
			options: rates,
			...parameters,
			...(within === undefined
				? { [property.name]: content }
				: { [within]: within === 'options' ? { ...rates, ...collection } : collection }),
		};
	};
	return { value, literal: put(wrapped(value)), expression: put(wrapped('={{ $json.value }}')) };
}

async function outcome(under: OperationUnderTest, parameters: INodeParameters, value: unknown) {
	const { error, json } = await runNode({
		node: under.node,
		parameters,
		credentials: credentialsFor(under.node, sandboxes),
		input: [{ value: value as GenericValue }],
	});
	const sandbox = sandboxes[under.node];
	const sent = sandbox.log.map(({ path, query, bodyText }) => {
		const { hash: _hash, ...rest } = query;
		return { path, rest, bodyText };
	});
	sandbox.reset();
	return { message: errorWords(error), json: untimed(json), sent };
}

/** Whoever was created just now has another time in the next minute. */
const untimed = (json: unknown): unknown =>
	JSON.parse(JSON.stringify(json), (name, value: unknown) =>
		/^(date_added|created|modified|(created|updated)(At|_at))$/.test(name) ? typeof value : value,
	);

const table = operations.flatMap((under) =>
	fillable(under).map((field) => [field.name, under, field] as const),
);

it.each(table)(
	'%s does by an expression what it does by its value',
	async (_name, under, field) => {
		const { value, literal, expression } = filled(under, field);
		const byValue = await outcome(under, literal, value);
		expect(byValue.message).toBeUndefined();
		expect(byValue.sent.length).toBeGreaterThan(0);
		expect(await outcome(under, expression, value)).toEqual(byValue);
	},
);
