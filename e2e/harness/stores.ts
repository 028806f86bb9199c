import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { postgresFolder, redisFolder } from './debian';
import { tailOf } from './npm';
import { freePort } from '../../test/harness/ports';
import { temporaryFolder } from './places';
import { startProgram, type Program } from './program';

/** A database of this machine's, for one run: empty, on a port of its own, with a password. */
export interface Store {
	/** What n8n has to be told of it. */
	readonly env: Record<string, string>;
	/** Ends it and removes all that it kept. */
	end(): Promise<void>;
}

const execute = promisify(execFile);
const patience = 60_000;
const secret = () => randomBytes(12).toString('hex');

export interface Redis extends Store {
	/** A command of Redis and its answer: `('ZCARD', 'bull:jobs:completed')`. */
	ask(...words: string[]): Promise<string>;
}

export async function startRedis(): Promise<Redis> {
	const programs = await redisFolder();
	const command = path.join(programs, 'redis-server');
	const port = await freePort();
	const folder = temporaryFolder('redis');
	const password = secret();
	const settings = {
		port: String(port),
		bind: '127.0.0.1',
		requirepass: password,
		dir: folder,
		save: '',
		appendonly: 'no',
		daemonize: 'no',
	};
	const program = await startProgram({
		command,
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
		cwd: folder,
		env: { LANG: 'C.UTF-8' },
		log: path.join(folder, 'log'),
		remove: [folder],
	});
	const ask = async (...words: string[]) => {
		const options = { env: { REDISCLI_AUTH: password }, timeout: 5_000 };
		const args = ['-p', String(port), ...words];
		return (await execute(path.join(programs, 'redis-cli'), args, options)).stdout.trim();
	};
	const answers = async () => (await ask('PING').catch(() => '')) === 'PONG';
	await ready('Redis', program, answers);
	const env = {
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(port),
		QUEUE_BULL_REDIS_PASSWORD: password,
	};
	return { env, ask, end: () => program.end() };
}

export async function startPostgres(): Promise<Store> {
	const programs = await postgresFolder();
	const port = await freePort();
	const folder = temporaryFolder('postgres');
	const password = secret();
	const passwordFile = path.join(folder, 'password');
	writeFileSync(passwordFile, password);
	const program = await startProgram({
		...asOrdinaryUser([folder, passwordFile], ['sh', '-c', script, programs, String(port)]),
		cwd: folder,
		env: { LANG: 'C.UTF-8', PATH: process.env.PATH },
		log: path.join(folder, 'log'),
		remove: [folder],
	});
	const asked = ['-h', '127.0.0.1', '-p', String(port), '-U', 'n8n', '-d', 'postgres'];
	await ready('Postgres', program, async () => {
		return await endsWell(path.join(programs, 'pg_isready'), asked);
	});
	const env = {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: '127.0.0.1',
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: 'postgres',
		DB_POSTGRESDB_USER: 'n8n',
		DB_POSTGRESDB_PASSWORD: password,
	};
	return { env, end: () => program.end() };
}

/** Everything under its own folder, so that nothing is left of it, however it ends. */
const script = `
"$0/initdb" -D data -U n8n --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync &&
exec "$0/postgres" -D data -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
	-c dynamic_shared_memory_type=mmap -c fsync=off -c max_connections=100`;

/** Postgres refuses to run as root: there it runs as its own user, or as nobody. */
function asOrdinaryUser(owned: string[], [command = '', ...args]: string[]) {
	if (process.getuid?.() !== 0) return { command, args };
	const users = readFileSync('/etc/passwd', 'utf8').split('\n');
	const user = ['postgres', 'nobody']
		.map((name) => users.find((line) => line.startsWith(`${name}:`))?.split(':'))
		.find((found) => found !== undefined);
	if (user === undefined)
		throw new Error('There is no user "postgres" or "nobody" to run Postgres.');
	const [, , uid = '', gid = ''] = user;
	for (const each of owned) chownSync(each, Number(uid), Number(gid));
	const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
	return { command: 'setpriv', args: [...identity, command, ...args] };
}

async function ready(title: string, program: Program, is: () => Promise<boolean>): Promise<void> {
	const deadline = Date.now() + patience;
	while (!(await is())) {
		const over = program.ending !== undefined;
		if (over || Date.now() > deadline) {
			const said = tailOf(program.log);
			await program.end();
			throw new Error(`${title} ${over ? 'ended' : "isn't ready"}:\n${said}`);
		}
		await sleep(100);
	}
}

const endsWell = async (command: string, args: string[]): Promise<boolean> =>
	await execute(command, args, { timeout: 5_000 }).then(
		() => true,
		() => false,
	);
