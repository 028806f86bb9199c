// Draws the layers of nodes/shared into docs/architecture.md. With `--check` it writes nothing, and fails
// where the drawing there is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { root } from './set-up.mjs';

const file = path.join(root, 'docs', 'architecture.md');
const drawing = /(?<=```mermaid\n)[\s\S]*?(?=```)/;

const args = ['--include-only', '^nodes/shared', '--collapse', '^nodes/shared/[^/]+'];
const { stdout } = await execa('depcruise', ['nodes/shared', ...args, '--output-type', 'mermaid'], {
	cwd: root,
	preferLocal: true,
});
const lines = stdout.split('\n').filter((line) => line !== '');
const importsOf = (from) =>
	lines.filter((line) => line.startsWith(`${from}-->`)).map((line) => line.split('-->')[1]);
const reaches = (from, to) => importsOf(from).some((next) => next === to || reaches(next, to));
/** An arrow says nothing new where others lead the same way. */
const isImplied = (line) => {
	const [from, to] = line.split('-->');
	return to !== undefined && importsOf(from).some((next) => next !== to && reaches(next, to));
};
const drawn = `${lines.filter((line) => !isImplied(line)).join('\n')}\n`;

const page = readFileSync(file, 'utf8');
const updated = page.replace(drawing, () => drawn);
if (!process.argv.includes('--check')) writeFileSync(file, updated);
else if (page !== updated) {
	console.error('The drawing in docs/architecture.md is out of date: npm run layers');
	process.exitCode = 1;
}
