import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../test/harness/ports';
import { redisFolder } from './debian';
import { temporaryFolder } from './folders';
import { startProgram } from './program';
import { ready } from './ready';

const execute = promisify(execFile);

/** For one run: empty, on a port of its own, with a password. */
export interface Redis {
	/** What n8n has to be told of it. */
	readonly env: Record<string, string>;
	/** A command of Redis and its answer: `('ZCARD', 'bull:jobs:completed')`. */
	ask(...words: string[]): Promise<string>;
	end(): Promise<void>;
}

export async function startRedis(): Promise<Redis> {
	const programs = await redisFolder();
	const port = String(await freePort());
	const folder = temporaryFolder('redis');
	const password = randomBytes(12).toString('hex');
	const settings = {
		...{ port, bind: '127.0.0.1', requirepass: password },
		...{ dir: folder, save: '', appendonly: 'no', daemonize: 'no' },
	};
	const program = await startProgram({
		command: path.join(programs, 'redis-server'),
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
		folder,
		env: { LANG: 'C.UTF-8' },
	});
	const ask = async (...words: string[]) => {
		const options = { env: { REDISCLI_AUTH: password }, timeout: 5_000 };
		const args = ['-p', port, ...words];
		return (await execute(path.join(programs, 'redis-cli'), args, options)).stdout.trim();
	};
	await ready('Redis', program, async () => (await ask('PING').catch(() => '')) === 'PONG');
	const env = {
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: port,
		QUEUE_BULL_REDIS_PASSWORD: password,
	};
	return { env, ask, end: () => program.end() };
}
