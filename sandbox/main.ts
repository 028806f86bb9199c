import { readArguments, USAGE, UsageError } from './commandLine';
import { providerNames, type Sandboxes, startSandboxes } from './index';

function describe(sandboxes: Sandboxes): string {
	const blocks = providerNames.map((name) => {
		const { title, url, credentials, people } = sandboxes[name];
		const fields = Object.entries(credentials).map(([field, value]) => {
			const shown = value === '' ? '(leave empty)' : String(value);
			return `    ${field.padEnd(15)} ${shown}`;
		});
		return [`${title}, ${people.length} users`, `  ${url}`, ...fields].join('\n');
	});
	return ['', ...blocks, 'Press Ctrl-C to stop.', ''].join('\n\n').trimStart();
}

async function main(args: readonly string[]): Promise<void> {
	const options = readArguments(args);
	if (!options) {
		process.stdout.write(`${USAGE}\n`);
		return;
	}
	const sandboxes = await startSandboxes(options);
	process.stdout.write(`${describe(sandboxes)}\n`);
	const stop = () => void sandboxes.close();
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

function explain(error: unknown): void {
	if (error instanceof UsageError) {
		process.stderr.write(`${error.message}\n${USAGE}\n`);
		process.exitCode = 2;
		return;
	}
	const { code, port } = error as { code?: string; port?: number };
	const busy = `Port ${port} is in use: choose others with --port, or none for free ones.`;
	process.stderr.write(`${code === 'EADDRINUSE' ? busy : String(error)}\n`);
	process.exitCode = 1;
}

main(process.argv.slice(2)).catch(explain);
