import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../harness/nodePackage';

/** Severity 0 is off. */
async function rulesFor(file: string): Promise<Array<[string, unknown[]]>> {
	const eslint = path.join(projectFolder, 'node_modules', 'eslint', 'bin', 'eslint.js');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[eslint, '--print-config', path.join(projectFolder, file)],
		{ cwd: projectFolder, maxBuffer: 16 * 1024 * 1024 },
	);
	const { rules } = JSON.parse(stdout) as { rules: Record<string, unknown[]> };
	return Object.entries(rules);
}

it("npm test checks nothing in e2e by types that only e2e's own packages bring", async () => {
	const rules = Object.fromEntries(await rulesFor('e2e/browser/editor.ts'));
	for (const name of ['argument', 'assignment', 'call', 'member-access', 'return']) {
		expect(rules).toHaveProperty([`@typescript-eslint/no-unsafe-${name}`, 0], 0);
	}
	expect(rules).toMatchObject({
		'@typescript-eslint/no-floating-promises': [2],
		'max-lines': [2, 200],
	});
}, 60_000);
