// `npm run test:e2e`: the package in a real n8n. Without one it fails, and says what is missing.
import { setUp } from '../scripts/set-up.mjs';
import { check, fail, jest, node, step, tell, tool, typeChecker } from '../scripts/tally.mjs';

const ready =
	(await step('Set-up', () => setUp({ folders: ['e2e'] }))) &&
	(await step('n8n', () => node(tool('tsx', 'dist', 'cli.mjs'), 'e2e/install.ts', '--all')));

if (ready) {
	await check('Types', () => node(typeChecker, '-p', 'e2e'));
	await jest('Tests in n8n', '--config', 'e2e/jest.config.js', ...process.argv.slice(2));
} else {
	fail();
}
tell();
