import { runBuilt } from '../contestants/node';
import { timed } from '../timed';
import { only, type Trial } from './trial';

/** Everybody, in the output that `variant` names; a walk before makes the code warm. */
export const outputs: Trial = async ({ from, directories, variant }) => {
	const directory = only(directories);
	const work = { parameters: { output: variant } };
	await runBuilt(from, directory, work);
	const { result, cpuMs } = await timed(async () => await runBuilt(from, directory, work));
	return { ms: result.ms, cpuMs };
};
