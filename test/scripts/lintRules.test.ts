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

it("npm test judges nothing in e2e by types that only e2e's own packages bring", async () => {
	const rules = await rulesFor('e2e/browser/editor.ts');
	const byTypes = rules.filter(([name]) => name.startsWith('@typescript-eslint/no-unsafe-'));
	const off = ['argument', 'assignment', 'call', 'member-access', 'return'];
	expect(
		byTypes
			.filter(([, [severity]]) => severity === 0)
			.map(([name]) => name.replace('@typescript-eslint/no-unsafe-', ''))
			.sort(),
	).toEqual(off);
	expect(Object.fromEntries(rules)).toMatchObject({ 'max-lines': [2, 200] });
}, 60_000);
