import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import { runNode } from '../harness';
import { nameOf, operations, type OperationUnderTest } from './operations';
import { credentialsFor, parametersOf } from './parameters';

/** A JSON schema as n8n's editor reads it: one type per field. */
export interface Schema {
	type: 'object' | 'array' | 'string' | 'number' | 'boolean';
	properties?: Record<string, Schema>;
	items?: Schema;
}

type Unknown = 'null';

/** What n8n shows before the node has run: it asks by version, resource and operation, in this place. */
export const fileOf = ({ folder, resource, operation }: OperationUnderTest): string =>
	path.join(folder, '__schema__', 'v1.0.0', resource, `${String(operation.value)}.json`);

/** Runs the operation as it is added to a workflow, with its default output. */
export async function resultsOf(
	under: OperationUnderTest,
	sandboxes: Sandboxes,
): Promise<IDataObject[]> {
	const { error, json } = await runNode({
		node: under.node,
		parameters: {
			...parametersOf(under, sandboxes),
			options: { requestsPerSecond: 0 },
		},
		credentials: credentialsFor(under.node, sandboxes),
	});
	sandboxes[under.node].reset();
	if (error) throw error;
	if (json.length === 0) throw new Error(`${nameOf(under)} gave nothing.`);
	return json;
}

function schemaOf(values: unknown[], where: string): Schema | Unknown {
	const known = values.filter((value) => value !== null && value !== undefined);
	const types = new Set(known.map((value) => (Array.isArray(value) ? 'array' : typeof value)));
	const [type = 'null'] = types;
	if (types.size > 1) throw new Error(`${where} has values of more than one type.`);
	if (type === 'array') return arrayOf(known.flat(), where);
	if (type === 'object') return objectOf(known as IDataObject[], where);
	return type === 'null' ? type : { type: type as Schema['type'] };
}

function arrayOf(entries: unknown[], where: string): Schema {
	const items = schemaOf(entries, `${where}[]`);
	return { type: 'array', ...(items !== 'null' && { items }) };
}

export function objectOf(records: IDataObject[], where: string): Schema {
	const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
	const properties = names.map((name) => {
		const schema = schemaOf(
			records.map((record) => record[name]),
			`${where}.${name}`,
		);
		return [name, schema] as const;
	});
	return { type: 'object', properties: Object.fromEntries(properties) as Record<string, Schema> };
}

/** What one user has not, the list of all has. */
function completed(name: string, schema: Schema, list: Schema | undefined): Schema {
	const properties = Object.entries(schema.properties ?? {}).map(([key, one]) => {
		const known = (one as Schema | Unknown) === 'null' ? list?.properties?.[key] : one;
		if (known === undefined || (known as Schema | Unknown) === 'null') {
			throw new Error(`${name}: nobody in the sandbox has '${key}'.`);
		}
		return [key, known] as const;
	});
	return { ...schema, properties: Object.fromEntries(properties) };
}

/** The schema of what each operation emits here, by its name. */
export async function emittedSchemas(sandboxes: Sandboxes): Promise<Map<string, Schema>> {
	const raw = new Map<string, Schema>();
	for (const under of operations) {
		const name = nameOf(under);
		raw.set(name, objectOf(await resultsOf(under, sandboxes), name));
	}
	return new Map(
		[...raw].map(([name, schema]) => {
			const list = raw.get(name.replace(/[^.]+$/, 'getAll'));
			return [name, completed(name, schema, list)];
		}),
	);
}
