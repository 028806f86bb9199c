import { parseArgs } from 'node:util';

import { providerNames, type SandboxesOptions } from './index';
import { withNegativeNumbers } from './negativeNumbers';

export const USAGE =
	'Usage: npm run sandbox -- [--users N] [--latency MS] [--port FIRST] [--rate-limits]';

/** A mistake on the command line; its message is shown. */
export class UsageError extends Error {}

interface Range {
	min: number;
	max: number;
}

function wholeNumber(
	name: string,
	text: string | undefined,
	{ min, max }: Range,
): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= min && value <= max) return value;
	throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not "${text}".`);
}

function parse(args: readonly string[]) {
	try {
		const text = { type: 'string' } as const;
		return parseArgs({
			args: withNegativeNumbers(args),
			options: {
				users: text,
				latency: text,
				port: text,
				'rate-limits': { type: 'boolean' },
				help: { type: 'boolean', short: 'h' },
			},
		}).values;
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		throw new UsageError(`${message.replace(/\.? To specify.*$/s, '').replace(/\.$/, '')}.`);
	}
}

/**
 * The options on the command line; undefined for `--help`.
 *
 * @throws {UsageError} for an option or value that is wrong
 */
export function readArguments(args: readonly string[]): SandboxesOptions | undefined {
	const values = parse(args);
	if (values.help) return undefined;
	const users = wholeNumber('users', values.users, { min: 0, max: 100000 });
	const latencyMs = wholeNumber('latency', values.latency, { min: 0, max: 600000 });
	const first = wholeNumber('port', values.port, { min: 1, max: 65532 });
	return {
		rateLimits: values['rate-limits'] ?? false,
		...(users !== undefined && { users }),
		...(latencyMs !== undefined && { latencyMs }),
		...(first !== undefined && {
			ports: Object.fromEntries(providerNames.map((name, index) => [name, first + index])),
		}),
	};
}
