import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../test/harness/ports';
import { postgresFolder } from './debian';
import { temporaryFolder } from './folders';
import { startProgram } from './program';
import { ready } from './ready';

const execute = promisify(execFile);

/** For one run: empty, on a port of its own, with a password. */
export interface Postgres {
	/** What n8n has to be told of it. */
	readonly env: Record<string, string>;
	end(): Promise<void>;
}

/** Everything lies under its own folder. */
const script = `
"$0/initdb" -D data -U n8n --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync &&
exec "$0/postgres" -D data -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
	-c dynamic_shared_memory_type=mmap -c fsync=off -c max_connections=100`;

export async function startPostgres(): Promise<Postgres> {
	const programs = await postgresFolder();
	const port = String(await freePort());
	const folder = temporaryFolder('postgres');
	const password = randomBytes(12).toString('hex');
	writeFileSync(path.join(folder, 'password'), password);
	const asUser = asOrdinaryUser([folder, path.join(folder, 'password')]);
	const [command = '', ...args] = [...asUser, 'sh', '-c', script, programs, port];
	const env = { LANG: 'C.UTF-8', PATH: process.env.PATH };
	const program = await startProgram({ command, args, folder, env });
	const asked = ['-h', '127.0.0.1', '-p', port, '-U', 'n8n', '-d', 'postgres'];
	await ready('Postgres', program, async () => {
		const answer = execute(path.join(programs, 'pg_isready'), asked, { timeout: 5_000 });
		return await answer.then(
			() => true,
			() => false,
		);
	});
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: password,
		},
		end: () => program.end(),
	};
}

/** Postgres refuses to run as root: there it runs as its own user, or as nobody. */
function asOrdinaryUser(owned: string[]): string[] {
	if (process.getuid?.() !== 0) return [];
	const users = readFileSync('/etc/passwd', 'utf8').split('\n');
	const user = ['postgres', 'nobody']
		.map((name) => users.find((line) => line.startsWith(`${name}:`)))
		.find((line) => line !== undefined);
	if (user === undefined) {
		throw new Error('There is no user "postgres" or "nobody" to run Postgres.');
	}
	const [, , uid = '', gid = ''] = user.split(':');
	for (const each of owned) chownSync(each, Number(uid), Number(gid));
	return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}
