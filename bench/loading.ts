import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { rounded, spread } from './spread';

const projectFolder = path.resolve(__dirname, '..');

function bytesIn(folder: string): number {
	const entries = readdirSync(folder, { withFileTypes: true });
	const sizes = entries.map((entry) => {
		const full = path.join(folder, entry.name);
		return entry.isDirectory() ? bytesIn(full) : statSync(full).size;
	});
	return sizes.reduce((sum, size) => sum + size, 0);
}

/** How long the nodes take to load, each time in a fresh process, and how large they are. */
export function loading({ repeats }: { repeats: number }) {
	const load = () =>
		Number(
			execFileSync(process.execPath, [path.join(__dirname, 'load.mjs')], { encoding: 'utf8' }),
		);
	const ms = spread(Array.from({ length: repeats }, load));
	return { ms, distKb: rounded(bytesIn(path.join(projectFolder, 'dist')) / 1000) };
}
