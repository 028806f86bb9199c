import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { aloneInCache } from '../../scripts/cache.mjs';
import { since } from './installation';
import { runStep, tailOf } from './npm';
import { temporaryFolder } from './places';

/** What `find` looks for, and the packages of Debian's that bring it. */
export interface DebianProgram {
	title: string;
	packages: string[];
	/** Where it is; undefined where it is missing. */
	find(): string | undefined;
}

/**
 * Where the program is; where it is missing, it is installed with apt-get first, with visible progress.
 *
 * @throws Error with apt-get's own words
 */
export async function fromDebian(wanted: DebianProgram): Promise<string> {
	const there = wanted.find();
	if (there !== undefined) return there;
	return await aloneInCache('apt', async () => {
		const meanwhile = wanted.find();
		if (meanwhile !== undefined) return meanwhile;
		await inFolder('apt', async (folder) => await install(wanted, folder));
		const found = wanted.find();
		if (found === undefined) throw new Error('apt-get put it somewhere else.');
		return found;
	});
}

async function install({ title, packages }: DebianProgram, cwd: string): Promise<void> {
	const aptGet = '/usr/bin/apt-get';
	if (!existsSync(aptGet)) throw new Error('This machine has no apt-get.');
	const log = path.join(cwd, 'log');
	const run = async (...words: string[]) => {
		const [command = '', ...args] = isRoot() ? words : ['sudo', '-n', '-E', ...words];
		await runStep({ command, args, cwd, env, log, removeIfCut: [cwd] });
	};
	const apt = [aptGet, '--yes', '-o', 'DPkg::Lock::Timeout=300'];
	const started = Date.now();
	console.log(`Installing ${title} (apt-get install ${packages.join(' ')}, once) …`);
	const sign = setInterval(() => {
		const last = existsSync(log) ? tailOf(log, 1).slice(0, 80) : '';
		console.log(`  still installing ${title}: ${since(started)}, ${last}`);
	}, 10_000);
	try {
		const fetch = async () => {
			await run(...apt, 'update');
			await run(...apt, 'install', '--no-install-recommends', ...packages);
		};
		await fetch().catch(async () => {
			// where an earlier installation was cut off
			await run('/usr/bin/dpkg', '--configure', '-a');
			await fetch();
		});
	} finally {
		clearInterval(sign);
	}
	console.log(`Installed ${title} in ${since(started)}.`);
}

const isRoot = () => process.getuid?.() === 0;

const env: NodeJS.ProcessEnv = {
	...process.env,
	DEBIAN_FRONTEND: 'noninteractive',
	// so that no service of the machine's own is started by the way
	RUNLEVEL: '1',
};

/** A folder for some work, taken away after it. */
export async function inFolder(
	name: string,
	work: (folder: string) => Promise<void>,
): Promise<void> {
	const folder = temporaryFolder(name);
	try {
		await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
