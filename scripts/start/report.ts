import type { IDataObject, ITaskData } from 'n8n-workflow';
import { table } from './table';

/** Prints what a node returned: how much, how fast, and its first rows. */
export function reportNode(name: string, task: ITaskData): void {
	if (task.error || isTrigger(task)) return;
	const rows = rowsOf(task);
	const count = `${rows.length.toLocaleString('en')} ${rows.length === 1 ? 'item' : 'items'}`;
	console.log(`\n${name} · ${count} · ${(task.executionTime / 1000).toFixed(2)} s`);
	if (rows.length > 0) reportRows(rows);
	for (const hint of task.hints ?? []) console.log(`  n8n shows: ${hint.message}`);
}

const rowsOf = ({ data }: ITaskData): IDataObject[] =>
	(data?.main ?? [])
		.flatMap((items) => items ?? [])
		.map(({ json }) => json)
		.filter(hasFields);

/** With 'Always Output Data', n8n makes an item without fields where there are no results. */
export const hasFields = (row: IDataObject): boolean => Object.keys(row).length > 0;

const isTrigger = ({ source }: ITaskData): boolean => !source.some(Boolean);

export function reportRows(rows: IDataObject[]): void {
	console.log(table(rows, { rows: 4, width: Math.max(60, process.stdout.columns ?? 120) }));
}

/** What n8n shows of a failure: what happened, and what to do about it. */
export function reportFailure(error: Error): void {
	const { node, description } = error as { node?: { name?: string }; description?: unknown };
	console.error(`\n${node?.name ? `"${node.name}" stopped: ` : ''}${error.message}`);
	if (typeof description === 'string' && description !== error.message) console.error(description);
}
