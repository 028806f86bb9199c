import { existsSync } from 'node:fs';
import path from 'node:path';
import { fromDebian, inFolder } from './apt';
import { runStep, tailOf } from './npm';

/** Where Debian's package puts it. */
const debians = '/usr/bin/chromium';

/**
 * The Chromium that the variable CHROMIUM names, or else Debian's, which is installed where it is missing.
 *
 * @throws Error with a sentence for the person at the keyboard, where it can't be had or doesn't run
 */
export async function chromiumInstallation(): Promise<string> {
	const program = process.env.CHROMIUM || (await debiansChromium());
	await inFolder('chromium', async (folder) => await runs(program, folder));
	return program;
}

async function debiansChromium(): Promise<string> {
	try {
		return await fromDebian({
			title: 'Chromium',
			// the second font has the Chinese and Japanese letters in the sandboxes' names
			packages: ['chromium', 'fonts-liberation', 'fonts-droid-fallback'],
			find: () => (existsSync(debians) ? debians : undefined),
		});
	} catch (error) {
		throw new Error(
			`The tests in a browser need Chromium at ${debians}. ${(error as Error).message}
Install it by hand (apt-get update && apt-get install chromium), or name one in CHROMIUM.`,
			{ cause: error },
		);
	}
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
