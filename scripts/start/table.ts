import Table from 'cli-table3';
import stringWidth from 'string-width';

/** Rows of flat objects as a table of text, no wider than the terminal. */
export interface TableLimits {
	rows: number;
	width: number;
}

type Row = Record<string, unknown>;

const widest = 32;
const secrets = new Set(['token', 'password', 'userPassword', 'apiKey']);

export function table(rows: Row[], { rows: most, width }: TableLimits): string {
	const shown = rows.slice(0, most);
	const names = [...new Set(shown.flatMap((row) => Object.keys(row)))];
	const columns = fitting(
		names.map((name) => columnOf(name, shown)),
		width,
	);
	const printed = new Table({
		head: columns.map(({ name }) => name),
		colWidths: columns.map((column) => column.width + 2),
		style: { head: [], border: [], compact: true },
	});
	printed.push(...shown.map((_, index) => columns.map(({ cells }) => cells[index] ?? '')));
	const left = rows.length - shown.length;
	const hidden = names.slice(columns.length);
	return [
		printed.toString(),
		...(left > 0 ? [`… and ${left.toLocaleString('en')} more`] : []),
		...(hidden.length > 0 ? [`  not shown: ${hidden.join(', ')}`] : []),
	].join('\n');
}

interface Column {
	name: string;
	width: number;
	cells: string[];
}

function columnOf(name: string, rows: Row[]): Column {
	const cells = rows.map((row) => (secrets.has(name) ? '(hidden)' : textOf(row[name])));
	return { name, cells, width: Math.min(widest, Math.max(...[name, ...cells].map(stringWidth))) };
}

/** The first columns, as many as fit, and at least one. */
function fitting(columns: Column[], most: number): Column[] {
	const widthOf = (count: number) =>
		columns.slice(0, count).reduce((sum, { width }) => sum + width + 3, 1);
	const tooMany = columns.findIndex((_, index) => index > 0 && widthOf(index + 1) > most);
	return tooMany < 0 ? columns : columns.slice(0, tooMany);
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '–';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.replace(/\s+/g, ' ');
}
