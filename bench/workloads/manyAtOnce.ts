import { runBuiltNode } from '../implementations/node';
import type { Workload } from './workload';

/** One workflow per directory, all at once in one process, at the rate that the node keeps by default. */
export const manyAtOnce: Workload = async ({ from, directories }) => {
	const ends: Record<string, number> = {};
	const started = performance.now();
	await Promise.all(
		directories.map(async (directory) => {
			await runBuiltNode(from, directory, { parameters: { options: {} } });
			ends[directory.url] = performance.now() - started;
		}),
	);
	return ends;
};
