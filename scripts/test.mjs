// `npm test`: every step runs, whatever became of the one before; the last line counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root, setUp } from './set-up.mjs';
import { check, fail, jest, step, tell, tool, typeChecker } from './tally.mjs';

/** Runs while others run, so its output is kept back and shown in one piece. */
async function quietly(title, script, ...args) {
	const child = spawn(process.execPath, [script, ...args], { cwd: root });
	const chunks = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => chunks.push(data));
	const started = Date.now();
	const [code] = await once(child, 'close');
	const told = async () => {
		process.stdout.write(Buffer.concat(chunks));
		if (code !== 0) throw new Error(`${title} ended with code ${code}`);
	};
	await check(title, told, started);
}

async function staticChecks() {
	const lint = quietly('Lint', tool('eslint', 'bin', 'eslint.js'), '.');
	await quietly('Types', typeChecker, '--noEmit');
	await quietly('Format', tool('prettier', 'bin', 'prettier.cjs'), '--check', '.');
	await lint;
}

if (await step('Set-up', () => setUp({ build: 'never' }))) {
	await check('Build', () => setUp());
	await staticChecks();
	await jest('Tests');
} else {
	fail();
}
tell();
