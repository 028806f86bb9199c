// `npm test`: every step runs, whatever became of the one before; the last line counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { countedJest } from './countedJest.mjs';
import { root, setUp, SetUpError, since } from './set-up.mjs';

const tool = (...parts) => path.join(root, 'node_modules', ...parts);

let passed = 0;
let failed = 0;

async function step(title, work, started = Date.now()) {
	console.log(`\n── ${title}`);
	try {
		await work();
		console.log(`── ${title}: passed, ${since(started)}`);
		return true;
	} catch (error) {
		if (error instanceof SetUpError) console.error(error.message);
		console.log(`── ${title}: FAILED, ${since(started)}`);
		return false;
	}
}

/** A step that is one test. */
async function check(title, work, started = Date.now()) {
	if (await step(title, work, started)) passed += 1;
	else failed += 1;
}

/** Runs while others run, so its output is kept back and shown in one piece. */
async function quietly(title, script, ...args) {
	const child = spawn(process.execPath, [script, ...args], { cwd: root });
	const chunks = [];
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => chunks.push(data));
	const started = Date.now();
	const [code] = await once(child, 'close');
	const tell = async () => {
		process.stdout.write(Buffer.concat(chunks));
		if (code !== 0) throw new Error(`${title} ended with code ${code}`);
	};
	await check(title, tell, started);
}

async function staticChecks() {
	const lint = quietly('Lint', tool('eslint', 'bin', 'eslint.js'), '.');
	await quietly('Types', tool('typescript', 'bin', 'tsc'), '--noEmit');
	await quietly('Format', tool('prettier', 'bin', 'prettier.cjs'), '--check', '.');
	await lint;
}

/** Unit, workflow, contract and package tests. */
async function tests() {
	await step('Tests', async () => {
		const counts = await countedJest();
		passed += counts.passed;
		failed += counts.failed;
		if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
	});
}

const started = Date.now();
if (await step('Set-up', () => setUp({ build: 'never' }))) {
	await check('Build', () => setUp({ build: 'always' }));
	await staticChecks();
	await tests();
} else {
	failed += 1;
}
console.log(`\nAll steps: ${since(started)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
