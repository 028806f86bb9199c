import { postgresFolder, redisFolder } from './harness/debian';

/** Installs what n8n's queue mode needs besides n8n, and says why where it can't. */
async function main(): Promise<void> {
	console.log(`Redis: ${await redisFolder()}`);
	console.log(`Postgres: ${await postgresFolder()}`);
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
