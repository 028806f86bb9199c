import '../test/harness';
import { rowOf } from '../test/faults/cell';
import { nameOf } from '../test/faults/column';
import { cells, columns, runCells } from '../test/faults/matrix';
import { print } from '../test/faults/print';

const help = `Runs every fault against every operation and prints what happened.

  npm run faults               the whole matrix, a few minutes
  npm run faults -- 429        only what has "429" in the name of its fault or operation

A cell that isn't as it should be is marked with ✗ and explained below the tables.`;

const WIDE = 200;

function progress(done: number, all: number): void {
	if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
}

async function main(wanted: string): Promise<boolean> {
	const chosen = cells.filter(({ fault, column }) =>
		`${rowOf(fault)} ${nameOf(column)}`.toLowerCase().includes(wanted.toLowerCase()),
	);
	if (chosen.length === 0) {
		console.error(`No fault or operation has "${wanted}" in its name.`);
		return false;
	}
	const started = Date.now();
	let done = 0;
	const results = await runCells(chosen, () => progress((done += 1), chosen.length));
	const terminal = process.stdout.columns ?? WIDE;
	console.log(print(results, { columns, terminal }));
	const failed = results.filter(({ problems }) => problems.length > 0).length;
	const seconds = ((Date.now() - started) / 1000).toFixed(1);
	console.log(`\n${results.length} cells, ${failed} of them not as they should be, ${seconds} s`);
	return failed === 0;
}

const [first = '', ...rest] = process.argv.slice(2);
if (['--help', '-h'].includes(first)) {
	console.log(help);
} else {
	main([first, ...rest].join(' ')).then(
		(well) => {
			process.exitCode = well ? 0 : 1;
		},
		(error: unknown) => {
			console.error(error);
			process.exitCode = 1;
		},
	);
}
