import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../test/harness/ports';
import { temporaryFolder } from './folders';
import { n8nInstallation, newest, type N8nVersion } from './installation';
import { installPackages } from './package';
import { startProgram, type Program } from './program';
import { httpStatus, ready } from './ready';

export interface N8nOptions {
	/** Added to, and stronger than, what every n8n here is started with. */
	env?: Record<string, string>;
	/** A free one unless given. */
	port?: number;
	/** The newest one unless given. */
	version?: N8nVersion;
	/** The folders of the packages in it: the project's alone unless given. */
	packages?: string[];
	/** Written into the user folder, in which n8n starts, by name. */
	files?: Record<string, string>;
	/** Ends it, also while it starts. */
	signal?: AbortSignal;
}

/** An n8n with packed packages in it, reachable from this machine only. */
export interface N8n {
	/** Without a slash at the end. */
	readonly url: string;
	readonly program: Program;
	/** What n8n wrote until now. */
	log(): string;
	end(): Promise<void>;
}

/** Quiet, offline, and without the modules that take long to start. */
const quiet = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
};

async function environment(userFolder: string, port: number): Promise<Record<string, string>> {
	return {
		...quiet,
		HOME: userFolder,
		TMPDIR: userFolder,
		LANG: 'C.UTF-8',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		NODE_ENV: 'production',
	};
}

/**
 * Starts n8n's `start`, or another of its commands such as `worker`, with a user folder and packages
 * of its own, and doesn't wait until it is ready. End it by `program.end()`.
 */
export async function startN8nProgram(command: string[], options: N8nOptions = {}) {
	const { version = newest, port = await freePort(), files = {} } = options;
	const { node, script } = await n8nInstallation(version);
	const folder = temporaryFolder('n8n');
	try {
		mkdirSync(path.join(folder, '.n8n'));
		for (const [name, content] of Object.entries(files)) {
			writeFileSync(path.join(folder, name), content);
		}
		const nodeModules = path.join(folder, '.n8n', 'nodes', 'node_modules');
		await installPackages(nodeModules, options.packages);
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	const env = {
		...(await environment(folder, port)),
		N8N_DISABLED_MODULES: version.disabledModules.join(),
		PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
		...options.env,
	};
	const args = [script, ...command];
	const program = await startProgram({ command: node, args, folder, env, logName: 'n8n.log' });
	return { program, port };
}

/** Starts an n8n and resolves when it answers; rejects with the end of its log where it doesn't. */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const { program, port } = await startN8nProgram(['start'], options);
	const url = `http://127.0.0.1:${port}`;
	options.signal?.addEventListener('abort', () => void program.end());
	if (options.signal?.aborted) await program.end();
	// n8n 1 is ready a little before its API is
	for (const path of ['/healthz/readiness', '/rest/settings']) {
		await ready('n8n', program, async () => (await httpStatus(`${url}${path}`)) === 200);
	}
	return {
		url,
		program,
		log: () => readFileSync(program.log, 'utf8'),
		end: () => program.end(),
	};
}
