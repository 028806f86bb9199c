import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../test/harness/nodePackage';
import { rounded, spread } from '../spread';

function bytesIn(folder: string): number {
	const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
	return entries
		.filter((entry) => entry.isFile())
		.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}

/** How long the nodes take to load, each time in a new process, and how large they are. */
export function loading({ repeats }: { repeats: number }) {
	const script = path.join(__dirname, 'load.mjs');
	const load = () => Number(execFileSync(process.execPath, [script], { encoding: 'utf8' }));
	const ms = spread(Array.from({ length: repeats }, load));
	return { ms, distKb: rounded(bytesIn(path.join(projectFolder, 'dist')) / 1000) };
}
