import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runStep } from './npm';
import { temporaryFolder } from './places';

/** A program of Debian's, and the package that it comes in. */
interface Wanted {
	title: string;
	package: string;
	/** All have to lie in one folder. */
	programs: string[];
}

const redis: Wanted = { title: 'Redis', package: 'redis-server', programs: ['redis-server'] };
const postgres: Wanted = {
	title: 'Postgres',
	package: 'postgresql',
	programs: ['initdb', 'postgres', 'pg_isready'],
};

/** The folder with Redis's programs, installed first where they are missing. */
export const redisFolder = async (): Promise<string> => await folderOf(redis);

/** The folder with Postgres's programs, installed first where they are missing. */
export const postgresFolder = async (): Promise<string> => await folderOf(postgres);

async function folderOf(wanted: Wanted): Promise<string> {
	const there = find(wanted);
	if (there) return there;
	console.log(`Installing ${wanted.title} (apt-get install ${wanted.package}) …`);
	const started = Date.now();
	try {
		await install(wanted.package);
	} catch (error) {
		throw new Error(
			`${wanted.title} is missing and can't be installed. ${(error as Error).message}`,
			{ cause: error },
		);
	}
	const installed = find(wanted);
	if (installed === undefined) {
		const { title, package: name, programs } = wanted;
		throw new Error(`${title}: the package ${name} brought no ${programs.join(', ')}.`);
	}
	console.log(`Installed ${wanted.title} in ${((Date.now() - started) / 1000).toFixed(0)} s.`);
	return installed;
}

/** Debian keeps Postgres's programs off the path, by version. */
function find({ programs }: Wanted): string | undefined {
	const versions = '/usr/lib/postgresql';
	const debians = existsSync(versions) ? readdirSync(versions).sort(newestFirst) : [];
	const folders = [
		...debians.map((version) => path.join(versions, version, 'bin')),
		...(process.env.PATH ?? '').split(path.delimiter),
	];
	return folders.find((folder) => programs.every((name) => existsSync(path.join(folder, name))));
}

const newestFirst = (one: string, other: string) => Number(other) - Number(one);

async function install(name: string): Promise<void> {
	const folder = temporaryFolder('apt');
	const env = {
		...process.env,
		DEBIAN_FRONTEND: 'noninteractive',
		// so that no service of the machine's own is started by the way
		RUNLEVEL: '1',
	};
	const isRoot = process.getuid?.() === 0;
	const apt = async (...args: string[]) => {
		const all = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300', ...args];
		const [command = '', ...rest] = isRoot ? all : ['sudo', '-n', '-E', ...all];
		await runStep({
			command,
			args: rest,
			cwd: folder,
			env,
			log: path.join(folder, 'log'),
			removeIfCut: [folder],
		});
	};
	try {
		await apt('update');
		await apt('install', '-y', '--no-install-recommends', name);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
