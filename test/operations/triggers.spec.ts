import { loadOutputSchema } from 'n8n-core';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { descriptionOf, providerNames } from '../harness/providers';
import { emittedSchemas, type Schema } from './emitted';
import { eventsOf, triggers, triggerSchemaOf } from './triggers';

let sandboxes: Sandboxes;
let emitted: Map<string, Schema>;

beforeAll(async () => {
	sandboxes = await startSandboxes();
	emitted = await emittedSchemas(sandboxes);
});
afterAll(async () => await sandboxes.close());

const optionsOf = (properties: INodeProperties[], name: string) =>
	(properties.find((property) => property.name === name)?.options ?? []) as INodeProperties[];

/** Options of the operation that lists users that a poll has no use for. */
const OF_A_RUN = [
	...['maxPages', 'offset', 'orderBy', 'pageToken', 'returnLiveBalance', 'showingSkillId'],
];
const OWN = ['firstPoll', 'maxLeftPercent', 'remember'];

it('every provider has one', () => {
	expect(triggers.map(({ provider }) => provider)).toEqual(providerNames);
});

describe.each(triggers.map((under) => [under.node, under] as const))('%s', (_node, under) => {
	const { folder: nodeDir, properties, provider } = under;
	const preview = () => loadOutputSchema({ nodeDir, version: 1 }) as Schema | undefined;
	const listing = () =>
		descriptionOf(provider).properties.filter(({ displayOptions: { show } = {} }) =>
			[show?.resource?.includes('user'), show?.operation?.includes('getAll')].every(Boolean),
		);

	it('has the preview that n8n asks for, with exactly the fields that it emits', async () => {
		// npm run schemas writes what is missing here
		const schema = await triggerSchemaOf(under, sandboxes, emitted);
		expect(preview()).toEqual({ ...schema, version: 1 });
	});

	it('emits fields of those types, or null', async () => {
		for (const event of await eventsOf(under, sandboxes)) {
			const { properties: known = {} } = preview() ?? {};
			expect(Object.keys(event).sort()).toEqual(Object.keys(known).sort());
			const user = event.user as Record<string, unknown>;
			const fields = known.user?.properties ?? {};
			expect(Object.keys(user).filter((name) => !(name in fields))).toEqual([]);
			for (const [name, value] of Object.entries(user)) {
				const type = Array.isArray(value) ? 'array' : typeof value;
				if (value !== null) expect([name, type]).toEqual([name, fields[name]?.type]);
			}
		}
	});

	it('has its fields in order: the list, events, fields, filters, output, options', () => {
		const names = properties.map(({ name }) => name);
		const wanted = [
			...[
				'authentication',
				'application',
				'pollNotice',
				'events',
				'fieldsToWatch',
				'filters',
				'output',
			],
			...['previewNotice', 'fields', 'options'],
		];
		const known = names.filter((name) => wanted.includes(name));
		expect(known).toEqual(wanted.filter((name) => names.includes(name)));
		expect(names.at(-1)).toBe('options');
	});

	it('has the filters of the list, and its options but those of one run', () => {
		const filters = optionsOf(listing(), 'filters').map(({ name }) => name);
		expect(optionsOf(properties, 'filters').map(({ name }) => name)).toEqual(filters);
		const options = optionsOf(listing(), 'options').map(({ name }) => name);
		expect(
			optionsOf(properties, 'options')
				.map(({ name }) => name)
				.sort(),
		).toEqual([...OWN, ...options.filter((name) => !OF_A_RUN.includes(name))].sort());
	});

	it('has its choices in the order of the alphabet, each described', () => {
		const all = properties.flatMap((property) => [
			property,
			...(property.type === 'collection' ? (property.options as INodeProperties[]) : []),
		]);
		const described = all.filter(({ type }) => type !== 'notice' && type !== 'collection');
		for (const { name, description = '' } of described) {
			expect([name, description]).toEqual([name, expect.stringMatching(/\w+ \w+/)]);
		}
		for (const { type, options = [], name } of all) {
			const entries = options as Array<INodePropertyOptions & INodeProperties>;
			const titles = entries.map((entry) =>
				type === 'collection' ? entry.displayName : entry.name,
			);
			if (name === 'output' || titles.length === 0) continue;
			expect([name, titles]).toEqual([
				name,
				[...titles].sort((one, other) => one.localeCompare(other)),
			]);
		}
	});

	it('watches and offers fields that the list has', () => {
		const fields = optionsOf(properties, 'fieldsToWatch') as unknown[] as INodePropertyOptions[];
		expect(fields).toEqual(optionsOf(listing(), 'fields'));
		const watched = properties.find(({ name }) => name === 'fieldsToWatch')?.default as string[];
		expect(watched.filter((name) => !fields.some(({ value }) => value === name))).toEqual([]);
	});

	it('says where the preview does not fit', () => {
		const at = properties.findIndex(({ name }) => name === 'output');
		const notice = properties[at + 1]!;
		expect(notice).toMatchObject({ type: 'notice' });
		for (const { value } of (properties[at]?.options ?? []) as INodePropertyOptions[]) {
			const shown = NodeHelpers.displayParameter({ output: value }, notice, null, null);
			expect([value, shown]).toEqual([value, value !== 'simplified']);
		}
	});
});
