import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { loading } from './loading';
import type * as measurements from './measurements';
import type { CaseResult } from './race';
import type { Target } from './targets';

type Outcome<Name extends keyof typeof measurements> = Awaited<
	ReturnType<(typeof measurements)[Name]>
>;

/** As in results.json. Milliseconds, and megabytes of a million bytes. */
export interface Results {
	about: About;
	targets?: Target[];
	lists?: CaseResult[];
	lookUps?: Outcome<'lookUps'>;
	registrations?: Outcome<'registrations'>;
	outputs?: Outcome<'outputs'>;
	memory?: Outcome<'memory'>;
	publishedRate?: Outcome<'publishedRate'>;
	manyAtOnce?: Outcome<'manyAtOnce'>;
	loading?: ReturnType<typeof loading>;
}

export interface About {
	date: string;
	kind: 'whole' | 'quick';
	machine: { cpu: string; cores: number; memoryGb: number; system: string };
	/** Of one minute; beside the benchmark itself, nothing should run. */
	load: { before: number; after?: number };
	seconds?: number;
	versions: Record<string, string>;
}

const root = path.resolve(__dirname, '..');

function versionOf(folder: string): string {
	const manifest = readFileSync(path.join(folder, 'package.json'), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
}

export function about(kind: About['kind'], n8nNodes: string): About {
	const cpus = os.cpus();
	const installed = (name: string) => versionOf(path.join(root, 'node_modules', name));
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
			'n8n-nodes-user-directory': versionOf(root),
			'n8n-nodes-base': versionOf(path.join(n8nNodes, 'node_modules', 'n8n-nodes-base')),
			'n8n-core': installed('n8n-core'),
			axios: installed('axios'),
			node: process.versions.node,
		},
	};
}
