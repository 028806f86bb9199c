import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fromDebian } from './apt';

/** Programs of Debian's that work together, and the package that they come in. */
interface Wanted {
	title: string;
	package: string;
	/** All have to lie in one folder. */
	programs: string[];
}

const redis: Wanted = {
	title: 'Redis',
	package: 'redis-server',
	programs: ['redis-server', 'redis-cli'],
};
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
	const { title, package: name, programs } = wanted;
	try {
		return await fromDebian({ title, packages: [name], find: () => find(wanted) });
	} catch (error) {
		throw new Error(
			`${title} is missing and can't be installed: ${programs.join(', ')} from the package ${name}. ${(error as Error).message}`,
			{ cause: error },
		);
	}
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
