import type { GenericValue, INodeParameters, INodeProperties } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { runNode } from '../harness';
import { fillable, type Fillable } from './fillable';
import { operations, type OperationUnderTest } from './operations';
import { by, credentialsFor, sceneOf } from './scenes';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes();
});
afterAll(async () => await sandboxes.close());

/** Values that mean something to a provider, by the name of the field, or by node and field. */
const known: Record<string, (of: Sandboxes) => unknown> = {
	applicationId: ({ voximplant }) => voximplant.applications[0]?.application_id,
	amount: () => 2,
	email: () => 'someone.else@example.com',
	fields: () => undefined,
	mobilePhone: () => '15551234567',
	newUserName: () => 'nathan-renamed',
	pageToken: () => '',
	password: () => 'Another-horse-77',
	requestsPerSecond: () => 50,
	timezone: () => 'Europe/Kyiv',
	userId: ({ voximplant }) => voximplant.people[2]?.user_id,
	'quo userId': ({ quo }) => quo.people[2]?.id,
	userName: () => 'nathan-other',
	userPassword: () => 'An0ther-s3cret!',
	acdQueueId: ({ voximplant }) => voximplant.queues[0]?.acd_queue_id,
	excludedAcdQueueId: ({ voximplant }) => voximplant.queues[0]?.acd_queue_id,
	skillId: ({ voximplant }) => voximplant.skills[0]?.skill_id,
	excludedSkillId: ({ voximplant }) => voximplant.skills[0]?.skill_id,
	showingSkillId: ({ voximplant }) => voximplant.skills[0]?.skill_id,
};

const knownValue = (node: string, field: string): unknown =>
	(known[`${node} ${field}`] ?? known[field])?.(sandboxes);

/** A value for the field: known, or of its type. */
function valueFor(node: string, property: INodeProperties): unknown {
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
	const scene = { ...sceneOf(under, sandboxes), ...shownWith(property) };
	const there = scene[property.name] as { value?: unknown } | undefined;
	const isLocator = property.type === 'resourceLocator';
	const value = (isLocator ? there?.value : undefined) ?? valueFor(under.node, property);
	const wrapped = (content: unknown) => (isLocator ? by('id', content) : content);
	const put = (content: unknown): INodeParameters => {
		const collection = { ...(within && (scene[within] as object)), [property.name]: content };
		const rates = { requestsPerSecond: 0 };
		return {
			options: rates,
			...scene,
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
	return { message: error?.message, json: untimed(json), sent };
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
