import '../harness';
import { parseArgs } from 'node:util';
import { soak } from './soak';

const EXECUTIONS = 500;
const SEED = 7;

const { values } = parseArgs({
	options: { executions: { type: 'string' }, seed: { type: 'string' } },
});

soak({
	executions: Number(values.executions ?? EXECUTIONS),
	seed: Number(values.seed ?? SEED),
}).then(
	(result) => {
		console.log(JSON.stringify(result, undefined, 2));
		const well = result.problems.length + result.left.length === 0;
		process.exitCode = well ? 0 : 1;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
