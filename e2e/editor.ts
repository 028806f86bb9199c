import { setTimeout as sleep } from 'node:timers/promises';
import { startSandboxes, type Sandboxes } from '../sandbox';
import { help, portFor, readOptions } from './editorOptions';
import { addCredentials, type Credentials } from './harness/credentials';
import { exampleWorkflows, withCredentials } from './harness/examples';
import { n8nInstallation } from './harness/installation';
import { startN8n } from './harness/n8n';
import { providers } from './harness/package';
import { signedIn, type N8nRest, type WorkflowFile } from './harness/rest';

/** Saves the credentials and the examples; resolves to a line for each example. */
async function addExamples(rest: N8nRest, sandboxes: Sandboxes): Promise<string[]> {
	const credentials = await addCredentials(rest, sandboxes);
	const lines: string[] = [];
	for (const [file, workflow] of exampleWorkflows()) {
		const id = await rest.createWorkflow(withCredentials(workflow, credentials));
		const wanted = missing(workflow, credentials);
		lines.push(`  ${rest.url}/workflow/${id}  ${workflow.name} (examples/${file})${wanted}`);
	}
	return lines;
}

/** What a workflow needs besides the sandboxes. */
function missing({ nodes }: WorkflowFile, credentials: Credentials): string {
	const unmet = nodes.filter((node) =>
		Object.keys(node.credentials ?? {}).some((type) => credentials[type] === undefined),
	);
	const names = [...new Set(unmet.map(({ name }) => `"${name}"`))];
	return names.length === 0 ? '' : `\n    needs a credential of your own in ${names.join(', ')}`;
}

interface ShowOptions {
	port: number;
	users: number;
	/** Ends it. */
	signal: AbortSignal;
}

async function show({ port, users, signal }: ShowOptions): Promise<void> {
	const sandboxes = await startSandboxes({ users });
	try {
		console.log('Starting n8n …');
		const n8n = await startN8n({ signal, port });
		try {
			const { rest, account } = await signedIn(n8n);
			const workflows = await addExamples(rest, sandboxes);
			const urls = providers.map((name) => `  ${sandboxes[name].url}  ${name}, ${users} users`);
			console.log(`
n8n       ${n8n.url}
E-mail    ${account.email}
Password  ${account.password}

Workflows
${workflows.join('\n')}

Sandboxes; their credentials are saved in n8n
${urls.join('\n')}

n8n's log: ${n8n.program.log}
Ctrl-C ends everything and removes it.`);
			await n8n.program.ended;
			if (!signal.aborted) throw new Error(`n8n ended by itself:\n${n8n.log()}`);
		} finally {
			await n8n.end();
		}
	} finally {
		await sandboxes.close();
	}
}

/**
 * How far, in ms, a failure can be ahead of the Ctrl-C that it is due to: the terminal's ends npm too, and the
 * news of that can be here before the signal is.
 */
const ahead = 1000;

/** Until Ctrl-C, at whatever moment that comes; what fails because of it is no failure. */
async function showUntilAsked(options: Omit<ShowOptions, 'signal'>): Promise<void> {
	const asked = new AbortController();
	asked.signal.addEventListener('abort', () => console.log('\nEnding …'));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// npm passes on what the terminal has sent already
		process.on(signal, () => asked.abort());
	}
	try {
		await show({ ...options, signal: asked.signal });
	} catch (error) {
		if (!(await isAskedSoon(asked.signal))) throw error;
	}
}

const isAskedSoon = async (signal: AbortSignal) =>
	await sleep(ahead, false, { signal }).catch(() => true);

async function main(): Promise<void> {
	const options = readOptions(process.argv.slice(2));
	if (options === undefined) return console.log(help);
	const { port, remark } = await portFor(options.port);
	if (remark !== undefined) console.log(remark);
	// the first time takes minutes; Ctrl-C ends that at once
	await n8nInstallation();
	await showUntilAsked({ port, users: options.users });
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
