import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { alone } from '../../scripts/lock.mjs';
import { cache, since } from './installation';
import { runStep, tailOf } from './npm';
import { temporaryFolder } from './places';

/** Where Debian's package puts it. */
const debians = '/usr/bin/chromium';

/**
 * The Chromium that the variable CHROMIUM names, or else Debian's, which is installed with apt-get
 * where it is missing, with visible progress.
 *
 * @throws Error with a sentence for the person at the keyboard, where it can't be had or doesn't run
 */
export async function chromiumInstallation(): Promise<string> {
	const program = process.env.CHROMIUM || debians;
	if (program === debians && !existsSync(debians)) {
		mkdirSync(cache, { recursive: true });
		await alone(path.join(cache, 'chromium.lock'), async () => {
			if (!existsSync(debians)) await inFolder(install);
		});
	}
	await inFolder((folder) => runs(program, folder));
	return program;
}

async function runs(program: string, cwd: string): Promise<void> {
	const log = path.join(cwd, 'log');
	try {
		await runStep({
			command: program,
			args: ['--version'],
			cwd,
			env: process.env,
			log,
			removeIfCut: [cwd],
		});
	} catch (error) {
		throw new Error(`${program} doesn't run. ${(error as Error).message}`, { cause: error });
	}
	if (!/^(Chromium|Google Chrome) \d+/m.test(tailOf(log))) {
		throw new Error(`${program} is no Chromium. It says: ${tailOf(log)}`);
	}
}

async function install(cwd: string): Promise<void> {
	if (!existsSync('/usr/bin/apt-get')) throw missing('This machine has no apt-get.');
	if (process.getuid?.() !== 0) throw missing('Only root may install it.');
	const log = path.join(cwd, 'log');
	const started = Date.now();
	console.log('Installing Chromium with apt-get (once) …');
	const sign = setInterval(() => {
		console.log(`  still installing Chromium: ${since(started)}, ${tailOf(log, 1).slice(0, 80)}`);
	}, 10_000);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const run = (command: string, ...args: string[]) =>
		runStep({ command, args, cwd, env, log, removeIfCut: [cwd] });
	const aptGet = ['/usr/bin/apt-get', '--yes', '-o', 'DPkg::Lock::Timeout=300'] as const;
	try {
		// where an earlier installation was cut off
		await run('/usr/bin/dpkg', '--configure', '-a');
		await run(...aptGet, 'update');
		await run(...aptGet, 'install', '--no-install-recommends', ...packages);
	} catch (error) {
		throw missing((error as Error).message, error);
	} finally {
		clearInterval(sign);
	}
	if (!existsSync(debians)) throw missing('apt-get put it somewhere else.');
	console.log(`Installed Chromium in ${since(started)}.`);
}

/** The second font has the Chinese and Japanese letters in the sandboxes' names. */
const packages = ['chromium', 'fonts-liberation', 'fonts-droid-fallback'];

const missing = (why: string, cause?: unknown) =>
	new Error(
		`The tests in a browser need Chromium at ${debians}. ${why}
Install it by hand (apt-get update && apt-get install chromium), or name one in CHROMIUM.`,
		{ cause },
	);

/** A folder for some work, taken away after it. */
async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
	const folder = temporaryFolder('chromium');
	try {
		await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
