import { parseArgs } from 'node:util';
import { freePort, isFree } from '../test/harness/ports';

export const usual = 5678;

export const help = `npm run editor
    Starts an n8n with this package and the four sandboxes on this machine, and says where to look.

npm run editor -- --port 5679    n8n at that port (${usual} if left out, or another one if that is taken)
npm run editor -- --users 5000   larger directories (0 to 100,000; 120 people each if left out)
npm run editor -- --help         this text`;

export interface EditorOptions {
	/** As asked for; left out where any will do. */
	port?: number;
	users: number;
}

/**
 * @returns undefined where help is asked for
 * @throws Error with a sentence for the person at the keyboard
 */
export function readOptions(args: string[]): EditorOptions | undefined {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({
		args,
		options: { port: text, users: text, help: { type: 'boolean', short: 'h' } },
	});
	if (values.help) return undefined;
	const users = whole('users', values.users ?? '120', [0, 100_000]);
	if (values.port === undefined) return { users };
	return { users, port: whole('port', values.port, [1, 65_535]) };
}

function whole(name: string, text: string, [least, most]: [number, number]): number {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= least && value <= most) return value;
	throw new Error(`--${name} takes a whole number from ${least} to ${most}, not "${text}".`);
}

/**
 * The port that was asked for, or the usual one; where that is taken another one, and a sentence
 * that says so.
 * @throws Error with a sentence for the person at the keyboard
 */
export async function portFor(
	wanted?: number,
	preferred = usual,
): Promise<{ port: number; remark?: string }> {
	if (await isFree(wanted ?? preferred)) return { port: wanted ?? preferred };
	if (wanted !== undefined) {
		throw new Error(
			`Port ${wanted} is taken, or not yours to use. Choose another with --port, or leave it out.`,
		);
	}
	const port = await freePort();
	return { port, remark: `Port ${preferred} is taken, so n8n will be at port ${port}.` };
}
