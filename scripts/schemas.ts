import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import '../test/harness';
import { startSandboxes } from '../sandbox';
import { emittedSchemas, fileOf, type Schema } from '../test/operations/emitted';
import { nameOf, operations } from '../test/operations/operations';
import { peopleFileOf, peopleOperations, peopleSchemaOf } from '../test/operations/people';
import { triggerFileOf, triggers, triggerSchemaOf } from '../test/operations/triggers';

function write(file: string, schema: Schema | undefined): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify({ ...schema, version: 1 }, null, '\t')}\n`);
}

/** Writes what n8n shows of each operation and trigger before it has run, from what it emits in the sandboxes. */
async function main(): Promise<void> {
	const sandboxes = await startSandboxes();
	try {
		const schemas = await emittedSchemas(sandboxes);
		for (const under of operations) {
			write(fileOf(under), schemas.get(nameOf(under)));
		}
		for (const under of triggers) {
			write(triggerFileOf(under), await triggerSchemaOf(under, sandboxes, schemas));
		}
		for (const operation of peopleOperations) {
			write(peopleFileOf(operation), await peopleSchemaOf(operation, sandboxes));
		}
		const count = operations.length + triggers.length + peopleOperations.length;
		console.log(`${count} schemas were written.`);
	} finally {
		await sandboxes.close();
	}
}

void main();
