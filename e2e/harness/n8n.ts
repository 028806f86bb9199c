import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answering } from './answering';
import { current, n8nInstallation, type Generation } from './installation';
import { tailOf } from './npm';
import { layOutPackage } from './packedPackage';
import { freePort } from '../../test/harness/ports';
import { temporaryFolder } from './places';
import { startProgram, type Program } from './program';

export interface N8nOptions {
	/** Added to, and stronger than, what every n8n here is started with. */
	env?: Record<string, string>;
	/** A free one unless given. */
	port?: number;
	/** The current one unless given. */
	generation?: Generation;
	/** Written into the user folder, in which n8n starts, by name. */
	files?: Record<string, string>;
	/** Ends it, also while it starts. */
	signal?: AbortSignal;
}

/** An n8n with the packed package in it, reachable from this machine only. */
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

interface Site {
	userFolder: string;
	port: number;
	brokerPort: number;
}

function environment({ userFolder, port, brokerPort }: Site): Record<string, string> {
	return {
		...quiet,
		HOME: userFolder,
		TMPDIR: userFolder,
		LANG: 'C.UTF-8',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(port),
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_LEVEL: 'info',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		GENERIC_TIMEZONE: 'UTC',
		TZ: 'UTC',
		NODE_ENV: 'production',
	};
}

/**
 * Starts n8n's `start`, or another of its commands such as `worker`, with a user folder and the package
 * of its own, and doesn't wait until it is ready. End it by `program.end()`.
 */
export async function startN8nProgram(command: string[], options: N8nOptions = {}) {
	const generation = options.generation ?? current;
	const { node, script } = await n8nInstallation(generation);
	const port = options.port ?? (await freePort());
	const brokerPort = await freePort();
	const userFolder = temporaryFolder('n8n');
	mkdirSync(path.join(userFolder, '.n8n'));
	for (const [name, content] of Object.entries(options.files ?? {})) {
		writeFileSync(path.join(userFolder, name), content);
	}
	try {
		await layOutPackage(path.join(userFolder, '.n8n', 'nodes', 'node_modules'));
	} catch (error) {
		rmSync(userFolder, { recursive: true, force: true });
		throw error;
	}
	const program = await startProgram({
		command: node,
		args: [script, ...command],
		cwd: userFolder,
		env: {
			...environment({ userFolder, port, brokerPort }),
			N8N_DISABLED_MODULES: generation.disabledModules.join(),
			PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
			...options.env,
		},
		log: path.join(userFolder, 'n8n.log'),
		remove: [userFolder],
	});
	return { program, port };
}

/** Starts an n8n and resolves when it answers; rejects with the end of its log where it doesn't. */
export async function startN8n(options: N8nOptions = {}): Promise<N8n> {
	const { program, port } = await startN8nProgram(['start'], options);
	const url = `http://127.0.0.1:${port}`;
	options.signal?.addEventListener('abort', () => void program.end());
	try {
		options.signal?.throwIfAborted();
		await answering(`${url}/healthz/readiness`, program);
		// n8n 1 is ready a little before its API is
		await answering(`${url}/rest/settings`, program);
	} catch (error) {
		await program.end();
		throw error;
	}
	return {
		url,
		program,
		log: () => tailOf(program.log, Infinity),
		end: () => program.end(),
	};
}
