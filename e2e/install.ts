import { n8nInstallation } from './harness/installation';

/** Installs what the tests and the editor need, and says why where it can't. */
n8nInstallation().then(
	({ version }) => console.log(`n8n ${version} is installed.`),
	(error: unknown) => {
		console.error((error as Error).message);
		process.exitCode = 1;
	},
);
