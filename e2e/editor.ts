import { parseArgs } from 'node:util';
import { startSandboxes, type Sandboxes } from '../sandbox';
import {
	addCredentials,
	exampleWorkflows,
	providers,
	withCredentials,
	type Credentials,
} from './harness/furnish';
import { n8nInstallation } from './harness/installation';
import { startN8n } from './harness/n8n';
import { signedIn } from './harness/owner';
import { isFree } from '../test/harness/ports';
import type { N8nRest, WorkflowFile } from './harness/rest';

const usage = `npm run editor
    Starts an n8n with this package and the four sandboxes on this machine, and says where to look.

npm run editor -- --port 5679    n8n at another port than 5678
npm run editor -- --users 5000   larger directories (120 people each if left out)`;

interface Settings {
	port?: number;
	users: number;
}

/** @throws Error with a sentence for the person at the keyboard */
function settings(): Settings | undefined {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		options: { port: text, users: text, help: { type: 'boolean', short: 'h' } },
	});
	if (values.help) return undefined;
	const users = whole('users', values.users ?? '120', 100_000);
	return { users, ...(values.port && { port: whole('port', values.port, 65_535) }) };
}

function whole(name: string, text: string, most: number): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value <= most) return value;
	throw new Error(`--${name} takes a whole number up to ${most}, not "${text}".`);
}

async function furnish(rest: N8nRest, sandboxes: Sandboxes): Promise<string[]> {
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
	const needy = nodes.filter((node) =>
		Object.keys(node.credentials ?? {}).some((type) => credentials[type] === undefined),
	);
	const names = [...new Set(needy.map(({ name }) => `"${name}"`))];
	return names.length === 0 ? '' : `\n    needs a credential of your own in ${names.join(', ')}`;
}

async function show({ port = 5678, users }: Settings, signal: AbortSignal): Promise<void> {
	const sandboxes = await startSandboxes({ users });
	try {
		console.log('Starting n8n …');
		const n8n = await startN8n({ signal, ...((await isFree(port)) && { port }) });
		try {
			const { rest, account } = await signedIn(n8n);
			const workflows = await furnish(rest, sandboxes);
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

/** Until Ctrl-C, at whatever moment that comes. What fails from then on fails because of it. */
async function open(chosen: Settings): Promise<void> {
	// the first time takes minutes; Ctrl-C ends that at once
	await n8nInstallation();
	const asked = new AbortController();
	asked.signal.addEventListener('abort', () => console.log('\nEnding …'));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		// npm and tsx pass on what the terminal has sent already
		process.on(signal, () => asked.abort());
	}
	try {
		await show(chosen, asked.signal);
	} catch (error) {
		if (!asked.signal.aborted) throw error;
	}
}

async function main(): Promise<void> {
	const chosen = settings();
	if (chosen) await open(chosen);
	else console.log(usage);
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
