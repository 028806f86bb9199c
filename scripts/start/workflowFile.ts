import { readFileSync } from 'node:fs';
import type { WorkflowFile } from '../../test/harness';
import { BadInput } from './options';

export function readWorkflow(file: string): WorkflowFile {
	const content = readJsonObject(file, 'workflow');
	if (isWorkflow(content)) return content;
	throw new BadInput(
		`${file} is no n8n workflow: it lacks "nodes" and "connections". Export it with Download in n8n's menu.`,
	);
}

export function readJsonObject(file: string, what: string): Record<string, unknown> {
	const value = parse(read(file, what), file);
	if (isObject(value)) return value;
	throw new BadInput(`${file} holds no JSON object, so it can't be a ${what} file.`);
}

function read(file: string, what: string): string {
	try {
		return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') throw new BadInput(`There is no ${what} file ${file}.`);
		throw new BadInput(`The ${what} file ${file} can't be read (${code}).`);
	}
}

function parse(text: string, file: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch (error) {
		// The engine's message may quote the file, which may hold a key.
		const position = /position (\d+)/.exec((error as Error).message)?.[1];
		const line = text.slice(0, Number(position)).split('\n').length;
		throw new BadInput(`${file} is not valid JSON${position ? `: see line ${line}` : ''}.`);
	}
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function isWorkflow(value: object): value is WorkflowFile {
	const { nodes, connections } = value as Record<string, unknown>;
	return Array.isArray(nodes) && nodes.every(isNode) && isObject(connections);
}

const isNode = (node: unknown): boolean =>
	isObject(node) &&
	typeof node.name === 'string' &&
	typeof node.type === 'string' &&
	isObject(node.parameters);
