// `npm run test:queue`: the package on n8n's workers. What is missing is installed, or it fails and says what.
import { setUp } from '../scripts/set-up.mjs';
import { fail, jest, node, step, tell, tool } from '../scripts/tally.mjs';

const run = (script) => node(tool('tsx', 'dist', 'cli.mjs'), script);
const ready =
	(await step('Set-up', () => setUp({ folders: ['e2e'] }))) &&
	(await step('n8n', () => run('e2e/install.ts'))) &&
	(await step('Redis and Postgres', () => run('e2e/installStores.ts')));

if (ready) {
	const config = 'e2e/jest.queue.config.js';
	await jest('Tests on workers', '--config', config, ...process.argv.slice(2));
} else {
	fail();
}
tell();
