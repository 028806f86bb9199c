import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { projectFolder } from '../harness';
import { emittedSchemas, fileOf, resultsOf, type Schema } from './emitted';
import { peopleOperations } from './people';
import { nameOf, operations, table } from './operations';
import { triggers } from './triggers';

let sandboxes: Sandboxes;
let emitted: Map<string, Schema>;

beforeAll(async () => {
	sandboxes = await startSandboxes();
	emitted = await emittedSchemas(sandboxes);
});
afterAll(async () => await sandboxes.close());

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

describe.each(table)('%s', (name, under) => {
	const { folder: nodeDir, resource, operation } = under;
	const previewOf = (version: number) => {
		const asked = { nodeDir, version, resource, operation: String(operation.value) };
		return loadOutputSchema(asked) as (Schema & { version: number }) | undefined;
	};

	it('has the preview that n8n asks for, with exactly the fields that it emits', () => {
		// npm run schemas writes what is missing here
		expect(previewOf(1)).toEqual({ ...emitted.get(name), version: 1 });
	});

	it('emits fields of those types, or null', async () => {
		const { properties = {} } = previewOf(1) ?? {};
		for (const result of await resultsOf(under, sandboxes)) {
			expect(Object.keys(result).filter((key) => !(key in properties))).toEqual([]);
			for (const [key, value] of Object.entries(result)) {
				if (value !== null) expect([key, typeOf(value)]).toEqual([key, properties[key]?.type]);
			}
		}
	});
});

it('there is no preview of a trigger or an operation that there is not', () => {
	const all = readdirSync(path.join(projectFolder, 'nodes'), { recursive: true, encoding: 'utf8' });
	const files = all.filter((file) => /__schema__.*\.json$/.test(file));
	expect(files).toHaveLength(operations.length + triggers.length + peopleOperations.length);
	expect(operations.filter((under) => !existsSync(fileOf(under))).map(nameOf)).toEqual([]);
});
