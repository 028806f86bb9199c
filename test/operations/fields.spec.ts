import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { projectFolder, runNode } from '../harness';
import { nameOf, operations, type OperationUnderTest } from './operations';
import { credentialsFor, parametersOf } from './parameters';

let sandboxes: Sandboxes;

beforeAll(async () => {
	sandboxes = await startSandboxes();
});
afterAll(async () => await sandboxes.close());

const choicesOf = ({ properties }: OperationUnderTest): INodePropertyOptions[] =>
	(properties.find(({ name }) => name === 'fields')?.options ?? []) as INodePropertyOptions[];

const selecting = operations.filter((under) => choicesOf(under).length > 0);
const table = selecting.map((each) => [nameOf(each), each] as const);

interface Document {
	$defs: Record<string, { properties: Record<string, unknown> }>;
}

/** What the provider documents, read from its own pages when these were written down. */
function documented({ node, resource }: OperationUnderTest): string[] {
	const file = path.join(projectFolder, `test/contract/schemas/${node}.json`);
	const { $defs } = JSON.parse(readFileSync(file, 'utf8')) as Document;
	const fields = Object.keys($defs[resource]?.properties ?? {});
	// joined from another list of Quo's
	return node === 'quo' && resource === 'user' ? [...fields, 'phoneNumbers'] : fields;
}

const run = async (under: OperationUnderTest, fields: unknown) =>
	await runNode({
		node: under.node,
		parameters: {
			...parametersOf(under, sandboxes),
			output: 'selected',
			fields: fields as string[],
			options: { requestsPerSecond: 0 },
		},
		credentials: credentialsFor(under.node, sandboxes),
	});

describe.each(table)('%s, with selected fields', (_name, under) => {
	const choices = choicesOf(under);
	const names = choices.map(({ value }) => String(value));

	it('offers every field that the provider documents, each described, in order', () => {
		expect([...names].sort()).toEqual(documented(under).sort());
		for (const { name, description } of choices) {
			expect([name, description]).toEqual([name, expect.stringMatching(/\S+/)]);
			expect(description?.toLowerCase()).not.toBe(name.toLowerCase());
		}
		const titles = choices.map(({ name }) => name);
		expect(titles).toEqual([...titles].sort((left, right) => left.localeCompare(right)));
	});

	it('gives all of them, null where there is nothing', async () => {
		const { error, json } = await run(under, names);
		sandboxes[under.node].reset();
		expect(error).toBeUndefined();
		for (const result of json) expect(Object.keys(result)).toEqual(names);
	});

	it.each([[['id', 'nmae']], ['nmae'], ['={{ ["nmae"] }}'], [['__proto__']], [['constructor']]])(
		'of %j, says what is not documented, and which there are',
		async (fields) => {
			const { error, json, messages } = await run(under, fields);
			sandboxes[under.node].reset();
			expect(error).toBeUndefined();
			const odd = Object.keys(json[0] ?? {}).filter((name) => !names.includes(name));
			for (const name of odd)
				expect(new Set(json.map((each) => each[name]))).toEqual(new Set([null]));
			expect(messages).toContainEqual(
				expect.stringMatching(/^'Fields' names '\w+', which \w+ doesn't document\. It documents /),
			);
			expect(messages.join()).toContain(names.join(', '));
		},
	);
});
