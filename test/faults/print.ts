import Table from 'cli-table3';
import type { Result } from './cell';
import { type Column, nameOf } from './column';

const NAME_WIDTH = 48;
const CELL_WIDTH = 32;
const GAP = 3;

const distinct = (values: string[]): string[] => [...new Set(values)];

function textOf(result: Result | undefined): string {
	if (!result) return '–';
	return result.problems.length > 0 ? `✗ ${result.summary}` : result.summary;
}

/** Faults down, operations across; a fault that applies to none of them is left out. */
function block(columns: readonly string[], results: readonly Result[]): string {
	const own = results.filter(({ column }) => columns.includes(column));
	const cells = new Map(own.map((result) => [`${result.row}\n${result.column}`, result]));
	const table = new Table({
		head: ['', ...columns],
		colWidths: [NAME_WIDTH + 2, ...columns.map(() => CELL_WIDTH + 2)],
		style: { head: [], border: [], compact: true },
	});
	for (const row of distinct(own.map((result) => result.row))) {
		table.push([row, ...columns.map((column) => textOf(cells.get(`${row}\n${column}`)))]);
	}
	return table.toString();
}

/** As many columns of one provider as fit. */
function chunksOf(columns: readonly Column[], terminal: number): string[][] {
	const most = Math.max(1, Math.floor((terminal - NAME_WIDTH) / (CELL_WIDTH + GAP)));
	return distinct(columns.map(({ provider }) => provider)).flatMap((provider) => {
		const names = columns.filter((column) => column.provider === provider).map(nameOf);
		const count = Math.ceil(names.length / Math.ceil(names.length / most));
		const starts = names.map((_, index) => index).filter((index) => index % count === 0);
		return starts.map((start) => names.slice(start, start + count));
	});
}

const explained = ({ row, column, summary, message, problems }: Result): string =>
	[`✗ ${row} × ${column}`, `  ${summary}`, ...[message, ...problems].filter(Boolean)].join('\n  ');

/** The matrix as text; cells that fail come at its end, in full. */
export function print(
	results: readonly Result[],
	{ columns, terminal }: { columns: readonly Column[]; terminal: number },
): string {
	const present = columns.filter((column) =>
		results.some((result) => result.column === nameOf(column)),
	);
	const blocks = chunksOf(present, terminal).map((chunk) => block(chunk, results));
	const broken = results.filter(({ problems }) => problems.length > 0);
	return [...blocks, ...broken.map(explained)].join('\n\n');
}
