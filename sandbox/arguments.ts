import { parseArgs } from 'node:util';

import type { SandboxesOptions } from './index';

export const USAGE =
	'Usage: npm run sandbox -- [--users N] [--latency MS] [--port FIRST] [--rate-limits]';

/** Said to the person at the keyboard. */
export class UsageError extends Error {}

interface Range {
	least: number;
	most: number;
}

function whole(name: string, text: string | undefined, { least, most }: Range): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= most) return value;
	throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not "${text}".`);
}

function parse(args: readonly string[]) {
	try {
		const text = { type: 'string' } as const;
		return parseArgs({
			args: [...args],
			options: {
				users: text,
				latency: text,
				port: text,
				'rate-limits': { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		const said = error instanceof Error ? error.message : String(error);
		throw new UsageError(`${said.replace(/\.? To specify.*$/s, '').replace(/\.$/, '')}.`);
	}
}

/**
 * What the command line asks for; undefined for `--help`.
 *
 * @throws {UsageError} with a sentence about what is wrong with it
 */
export function readArguments(args: readonly string[]): SandboxesOptions | undefined {
	const values = parse(args);
	if (values.help) return undefined;
	const users = whole('users', values.users, { least: 0, most: 100000 });
	const latencyMs = whole('latency', values.latency, { least: 0, most: 600000 });
	const first = whole('port', values.port, { least: 1, most: 65532 });
	return {
		rateLimits: values['rate-limits'] ?? false,
		...(users !== undefined && { users }),
		...(latencyMs !== undefined && { latencyMs }),
		...(first !== undefined && {
			ports: { autocalls: first, quo: first + 1, voximplant: first + 2, worksection: first + 3 },
		}),
	};
}
