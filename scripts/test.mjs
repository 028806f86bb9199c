// `npm test`: every step runs, whatever became of the one before. Arguments are for Jest: with them, nothing
// else runs (`npm test -- test/shared`).
import { setUp } from './set-up.mjs';

const args = process.argv.slice(2);

if (await setUp({ build: args.length > 0 })) {
	const { check, close, jest } = await import('./steps.mjs');
	if (args.length === 0) {
		const lint = check('Lint', 'eslint', '.');
		await check('Build', 'node', 'scripts/set-up.mjs');
		await check('Types', 'tsc');
		await check('Layers', 'depcruise', 'nodes', 'credentials', 'sandbox');
		await check('Drawing of the layers', 'node', 'scripts/layers.mjs', '--check');
		await check('Format', 'prettier', '--check', '.');
		await lint;
		await jest('--selectProjects', 'unit');
	} else {
		await jest(...args);
	}
	close();
} else {
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}
