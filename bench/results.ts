import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ListResult } from './compareLists';
import { projectFolder } from '../test/harness/nodePackage';
import type * as measurements from './measurements';
import type { Target } from './targets';

type ResultOf<Name extends keyof typeof measurements> = Awaited<
	ReturnType<(typeof measurements)[Name]>
>;

/** As in results.json. Milliseconds, and megabytes of a million bytes. */
export interface Results {
	about: About;
	targets?: Target[];
	lists?: ListResult[];
	lookUps?: ResultOf<'lookUps'>;
	registrations?: ResultOf<'registrations'>;
	outputs?: ResultOf<'outputs'>;
	memory?: ResultOf<'memory'>;
	publishedRate?: ResultOf<'publishedRate'>;
	manyAtOnce?: ResultOf<'manyAtOnce'>;
	people?: ResultOf<'people'>;
	polls?: ResultOf<'polls'>;
	loading?: ResultOf<'loading'>;
}

export interface About {
	date: string;
	kind: 'whole' | 'quick';
	machine: { cpu: string; cores: number; memoryGb: number; system: string };
	/** Of one minute. Nothing else should run beside the benchmark. */
	load: { before: number; after?: number };
	seconds?: number;
	versions: Record<string, string>;
}

function versionOf(folder: string): string {
	const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

export function about(kind: About['kind'], n8nNodes: string): About {
	const cpus = os.cpus();
	const installed = (name: string) => versionOf(path.join(projectFolder, 'node_modules', name));
	return {
		date: new Date().toISOString().slice(0, 10),
		kind,
		machine: {
			cpu: cpus[0]?.model ?? 'unknown',
			cores: cpus.length,
			memoryGb: Math.round(os.totalmem() / 2 ** 30),
			system: `${os.type()} ${os.arch()}`,
		},
		load: { before: Number((os.loadavg()[0] ?? 0).toFixed(2)) },
		versions: {
			'n8n-nodes-user-directory': versionOf(projectFolder),
			'n8n-nodes-base': versionOf(path.join(n8nNodes, 'node_modules', 'n8n-nodes-base')),
			'n8n-core': installed('n8n-core'),
			axios: installed('axios'),
			node: process.versions.node,
		},
	};
}

const depth = (value: unknown): number =>
	typeof value === 'object' && value !== null
		? 1 + Math.max(0, ...Object.values(value).map(depth))
		: 0;

/** JSON with a line for each object that holds at most one level of others. */
export function toLines(value: unknown, indent = ''): string {
	if (depth(value) <= 2 || typeof value !== 'object' || value === null) {
		return JSON.stringify(value);
	}
	const inner = `${indent}\t`;
	const isArray = Array.isArray(value);
	const lines = Object.entries(value)
		.filter(([, each]) => each !== undefined)
		.map(([name, each]) => {
			const start = isArray ? inner : `${inner}${JSON.stringify(name)}: `;
			return `${start}${toLines(each, inner)}`;
		});
	const [open, close] = isArray ? ['[', ']'] : ['{', '}'];
	return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}
