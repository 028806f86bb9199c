import { runBuilt } from '../contestants/node';
import type { Directory } from '../providers';
import { timed } from '../timed';
import { only, type Stage, type Trial } from './trial';

/** With the rate that the node keeps by itself. */
const list = async ({ from }: Stage, directory: Directory): Promise<number> =>
	(await runBuilt(from, directory, { parameters: { options: {} } })).ms;

/** One list at the provider's published rate. */
export const publishedRate: Trial = async (stage) => ({
	ms: await list(stage, only(stage.directories)),
});

/** A workflow for each directory, all at once in one process; directories may be the same. */
export const manyAtOnce: Trial = async (stage) => {
	const ends: Record<string, number> = {};
	const started = performance.now();
	await Promise.all(
		stage.directories.map(async (directory) => {
			await timed(async () => await list(stage, directory));
			ends[directory.url] = performance.now() - started;
		}),
	);
	return ends;
};
