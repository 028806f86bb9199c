import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';

/** The programs of Redis, in one folder. */
export const redisFolder = async (): Promise<string> =>
	await installed(['redis-server', 'redis-cli'], ['redis-server']);

/** The programs of Postgres, in one folder. */
export const postgresFolder = async (): Promise<string> =>
	await installed(['initdb', 'postgres', 'pg_isready'], ['postgresql']);

/** The Chromium that the variable CHROMIUM names, or else Debian's. */
export async function chromiumPath(): Promise<string> {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	// the second font has the Chinese and Japanese letters in the sandboxes' names
	const packages = ['chromium', 'fonts-liberation', 'fonts-droid-fallback'];
	return path.join(await installed(['chromium'], packages), 'chromium');
}

/** The folder with all these programs. Where there is none, apt-get installs the packages first. */
async function installed(programs: string[], packages: string[]): Promise<string> {
	const there = folderWith(programs);
	if (there !== undefined) return there;
	console.log(`Installing ${packages.join(', ')} with apt-get (once) …`);
	try {
		// where the lists can't be updated, those that are there may do
		await aptGet('update').catch(() => undefined);
		await aptGet('install', '--no-install-recommends', ...packages);
	} catch (error) {
		const message = `${programs.join(', ')} can't be installed. Install ${packages.join(', ')} by hand.`;
		throw new Error(`${message} ${(error as Error).message}`, { cause: error });
	}
	const folder = folderWith(programs);
	if (folder === undefined) throw new Error(`apt-get did not bring ${programs.join(', ')}.`);
	return folder;
}

async function aptGet(...args: string[]): Promise<void> {
	const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n', '-E'];
	const options = ['--yes', '-q', '-o', 'DPkg::Lock::Timeout=300'];
	const [command, ...rest] = [...sudo, 'apt-get', ...options, ...args];
	await execa(command ?? '', rest, {
		stdio: ['ignore', 'inherit', 'inherit'],
		// no service of the machine's own is started
		env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
	});
}

/** Debian keeps Postgres's programs off the path, by version. */
function folderWith(programs: string[]): string | undefined {
	const versions = '/usr/lib/postgresql';
	const debians = existsSync(versions) ? readdirSync(versions).sort(newestFirst) : [];
	const folders = [
		...debians.map((version) => path.join(versions, version, 'bin')),
		...(process.env.PATH ?? '').split(path.delimiter),
	];
	return folders.find((folder) => programs.every((name) => existsSync(path.join(folder, name))));
}

const newestFirst = (one: string, other: string) => Number(other) - Number(one);
