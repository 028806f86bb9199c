import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { freePort } from '../../test/harness/ports';
import { startN8n, startN8nProgram, type N8n } from './n8n';
import { startPostgres } from './postgres';
import type { Program } from './program';
import { httpStatus, ready } from './ready';
import { startRedis } from './redis';

/** One of the processes that do the work. */
export interface Worker {
	readonly program: Program;
	/** Ids of the executions that it took on, in that order. */
	started(): string[];
	/** Ids of those that it brought to an end. */
	finished(): string[];
}

/**
 * n8n's main process misses the end of a job that a worker has done before it listens; it looks it up then,
 * and every 5 s. Unless set, the job is forgotten already, and whoever waits for it does so for ever.
 * https://github.com/n8n-io/n8n/issues/30392
 */
const rememberingJobs = {
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_FAILED: '1000',
};

/** n8n as it is run at scale: https://docs.n8n.io/hosting/scaling/queue-mode/ */
export interface QueueMode {
	/** Takes webhooks and answers the editor; it runs no workflow itself. */
	readonly main: N8n;
	readonly workers: Worker[];
	/** How many jobs n8n still remembers of those that came to a good end. */
	jobsDone(): Promise<number>;
	/** Starts one more, and resolves when it takes work. */
	addWorker(): Promise<Worker>;
	/** Ends every process, and removes every folder. */
	end(): Promise<void>;
}

export interface QueueModeOptions {
	workers: number;
	/** Executions at a time, each worker. */
	concurrency: number;
	env?: Record<string, string>;
}

export async function startQueueMode(options: QueueModeOptions): Promise<QueueMode> {
	const ends: Array<() => Promise<void>> = [];
	const end = async () => {
		// The databases last: whoever uses them has to be gone.
		for (const each of ends.splice(0).reverse()) await each();
	};
	try {
		const redis = await startRedis();
		ends.push(() => redis.end());
		const postgres = await startPostgres();
		ends.push(() => postgres.end());
		const env = {
			...redis.env,
			...postgres.env,
			EXECUTIONS_MODE: 'queue',
			N8N_ENCRYPTION_KEY: randomBytes(24).toString('hex'),
			DB_POSTGRESDB_POOL_SIZE: '8',
			...rememberingJobs,
			...options.env,
		};
		const main = await startN8n({ env });
		ends.push(() => main.end());
		const workers: Worker[] = [];
		const addWorker = async () => {
			const program = await startWorker(options.concurrency, env, ends);
			const ids = (word: string) => () => executionsIn(program, word);
			const worker = { program, started: ids('started'), finished: ids('finished') };
			workers.push(worker);
			return worker;
		};
		const begun = await Promise.allSettled(Array.from({ length: options.workers }, addWorker));
		for (const each of begun) if (each.status === 'rejected') throw each.reason;
		const jobsDone = async () => Number(await redis.ask('ZCARD', 'bull:jobs:completed'));
		return { main, workers, jobsDone, addWorker, end };
	} catch (error) {
		await end();
		throw error;
	}
}

async function startWorker(
	concurrency: number,
	env: Record<string, string>,
	ends: Array<() => Promise<void>>,
): Promise<Program> {
	const port = await freePort();
	const health = {
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	};
	const command = ['worker', `--concurrency=${concurrency}`];
	const { program } = await startN8nProgram(command, { env: { ...env, ...health } });
	ends.push(() => program.end());
	const url = `http://127.0.0.1:${port}/healthz/readiness`;
	await ready('The worker', program, async () => (await httpStatus(url)) === 200);
	return program;
}

/** As n8n's job-processor writes it. */
const executionsIn = ({ log }: Program, word: string): string[] =>
	[...readFileSync(log, 'utf8').matchAll(new RegExp(`Worker ${word} execution (\\d+) `, 'g'))].map(
		([, id = '']) => id,
	);
