import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '../test/harness';
import { startSandboxes } from '../sandbox';
import { emittedSchemas, fileOf } from '../test/operations/emitted';
import { nameOf, operations } from '../test/operations/operations';

/** Writes what n8n shows of each operation before it has run, from what it emits in the sandboxes. */
async function main(): Promise<void> {
	const sandboxes = await startSandboxes();
	try {
		const schemas = await emittedSchemas(sandboxes);
		for (const under of operations) {
			const file = fileOf(under);
			mkdirSync(path.dirname(file), { recursive: true });
			const schema = { ...schemas.get(nameOf(under)), version: 1 };
			writeFileSync(file, `${JSON.stringify(schema, null, '\t')}\n`);
		}
		console.log(`${operations.length} schemas were written.`);
	} finally {
		await sandboxes.close();
	}
}

void main();
