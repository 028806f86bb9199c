import { displayWidth, fit } from './displayWidth';

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
	const lines = [
		rule(columns, '┌┬┐'),
		line(columns.map(({ name, width: wide }) => fit(name, wide))),
		rule(columns, '├┼┤'),
		...shown.map((_, index) => line(columns.map(({ cells }) => cells[index] ?? ''))),
		rule(columns, '└┴┘'),
	];
	const left = rows.length - shown.length;
	const hidden = names.slice(columns.length);
	if (left > 0) lines.push(`… and ${left.toLocaleString('en')} more`);
	if (hidden.length > 0) lines.push(`  not shown: ${hidden.join(', ')}`);
	return lines.join('\n');
}

interface Column {
	name: string;
	width: number;
	cells: string[];
}

function columnOf(name: string, rows: Row[]): Column {
	const texts = rows.map((row) => (secrets.has(name) ? '(hidden)' : textOf(row[name])));
	const width = Math.min(widest, Math.max(...[name, ...texts].map(displayWidth)));
	return { name, width, cells: texts.map((text) => fit(text, width)) };
}

/** As many columns as there is room for, at least one. */
function fitting(columns: Column[], room: number): Column[] {
	let used = 1;
	return columns.filter(({ width }, index) => {
		used += width + 3;
		return index === 0 || used <= room;
	});
}

const rule = (columns: Column[], [left, middle, right]: string) =>
	`${left}${columns.map(({ width }) => '─'.repeat(width + 2)).join(middle)}${right}`;

const line = (cells: string[]) => `│ ${cells.join(' │ ')} │`;

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '–';
	const text = typeof value === 'string' ? value : JSON.stringify(value);
	return text.replace(/\s+/g, ' ');
}
