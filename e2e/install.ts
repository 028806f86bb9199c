import { chromiumInstallation } from './harness/chromium';
import { n8nInstallation } from './harness/installation';

/** Installs what the tests and the editor need, and says why where it can't. */
async function install(): Promise<void> {
	const { version } = await n8nInstallation();
	console.log(`n8n ${version} is installed.`);
	console.log(`${await chromiumInstallation()} is installed.`);
}

install().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
