import { chromiumInstallation } from './harness/chromium';
import { current, n8nInstallation, oldest } from './harness/installation';

/** Installs n8n, and with `--all` what the tests in a browser and in an older n8n need; says why where it can't. */
async function install(all: boolean): Promise<void> {
	for (const generation of all ? [current, oldest] : [current]) {
		const { version } = await n8nInstallation(generation);
		console.log(`n8n ${version} is installed.`);
	}
	if (all) console.log(`${await chromiumInstallation()} is installed.`);
}

install(process.argv.includes('--all')).catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
