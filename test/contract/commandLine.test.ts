import { spawn } from 'node:child_process';
import path from 'node:path';

import axios from 'axios';

import { readArguments, UsageError } from '../../sandbox/commandLine';
import { nodeArguments } from '../harness/nodeArguments';

const ROOT = path.resolve(__dirname, '../..');

/** The command, with everything it says, and a way to end it. */
function run(...args: string[]) {
	const child = spawn(process.execPath, [...nodeArguments('sandbox'), ...args], { cwd: ROOT });
	const said = { out: '', err: '' };
	child.stdout.on('data', (chunk) => (said.out += String(chunk)));
	child.stderr.on('data', (chunk) => (said.err += String(chunk)));
	const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
	const ready = new Promise<void>((resolve) => {
		child.stdout.on('data', () => said.out.includes('Ctrl-C') && resolve());
	});
	return { said, ended, ready, stop: () => child.kill('SIGINT') };
}

describe('the arguments', () => {
	test('are all optional', () => {
		expect(readArguments([])).toEqual({ rateLimits: false });
	});

	test('are read as what they are', () => {
		const args = ['--users', '10000', '--latency=50', '--port', '4100', '--rate-limits'];
		expect(readArguments(args)).toEqual({
			users: 10000,
			latencyMs: 50,
			ports: { autocalls: 4100, quo: 4101, voximplant: 4102, worksection: 4103 },
			rateLimits: true,
		});
	});

	test('may ask for help', () => {
		expect(readArguments(['--help'])).toBeUndefined();
	});

	test.each([
		[['--users', 'many'], '--users takes a whole number from 0 to 100000, not "many".'],
		[['--users', '-1'], '--users takes a whole number from 0 to 100000, not "-1".'],
		[['--users'], "Option '--users <value>' argument missing."],
		[['--latency', '1.5'], '--latency takes a whole number from 0 to 600000, not "1.5".'],
		[['--port', '65533'], '--port takes a whole number from 1 to 65532, not "65533".'],
		[['--port', '0'], '--port takes a whole number from 1 to 65532, not "0".'],
		[['--people', '5'], "Unknown option '--people'."],
		[['users'], "Unexpected argument 'users'. This command does not take positional arguments."],
		[['--rate-limits=no'], "Option '--rate-limits' does not take an argument."],
	])('%j are refused with a sentence', (args, sentence) => {
		expect(() => readArguments(args)).toThrow(UsageError);
		expect(() => readArguments(args)).toThrow(sentence);
	});
});

describe('npm run sandbox', () => {
	test('prints addresses and credentials that work, and runs until Ctrl-C', async () => {
		const command = run('--users', '3');
		await command.ready;
		const { out } = command.said;
		const quo = /Quo \(OpenPhone\), 3 users\n\s+(\S+)\n\s+apiKey\s+(\S+)\n/.exec(out);
		const { data } = await axios.get(`${quo?.[1]}/v1/users?maxResults=5`, {
			headers: { authorization: quo?.[2] },
		});
		expect(data.data).toHaveLength(3);
		const account = /serviceAccount\s+(\{.+\})\n/.exec(out)?.[1] ?? '';
		expect(JSON.parse(account)).toHaveProperty('private_key');
		expect(out).toMatch(/accountUrl\s+http:\/\/127\.0\.0\.1:\d+\n/);
		expect(out).toMatch(/baseUrl\s+http:\/\/127\.0\.0\.1:\d+\/api\n/);
		command.stop();
		expect(await command.ended).toBe(0);
		expect(command.said.err).toBe('');
	});

	test('ends with code 2 and a sentence where the arguments are wrong', async () => {
		const { ended, said } = run('--users', 'x');
		expect(await ended).toBe(2);
		expect(said.err).toMatch(/^--users takes a whole number.*\nUsage: npm run sandbox/);
		expect(said.out).toBe('');
	});
});
