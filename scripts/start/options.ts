import { parseArgs } from 'node:util';
import { withNegativeNumbers } from '../../sandbox/negativeNumbers';

/** Input that can't be worked with: its message is a sentence for the person at the keyboard. */
export class BadInput extends Error {}

export type Options =
	| { kind: 'help' }
	| { kind: 'demo'; users: number }
	| { kind: 'own'; workflow: string; credentials?: string };

export const help = `npm start
    Starts the four sandboxes on this machine, runs examples/four-directories.json on n8n's engine
    and prints what each node returned, and at last all four merged by the User Directory node.

npm start -- --users 5000
    The same with 5,000 people in each sandbox (0 to 100,000; 25 if left out).

npm start -- --workflow FILE --credentials FILE
    Runs a workflow of your own, as n8n exports it, against the real providers. It may use the
    nodes of this package and n8n's Manual Trigger, Edit Fields, Filter and No Operation.
    The credentials file is a JSON object: credential type (or the credential's name in the
    workflow) → its fields. For example:
        {
            "quoApi": { "apiKey": "…" },
            "worksectionApi": { "accountUrl": "https://acme.worksection.com", "apiKey": "…" }
        }
    Keep that file out of version control.

npm start -- --help
    This text.`;

const most = 100_000;

export function readOptions(args: string[]): Options {
	const { users, workflow, credentials, help: wantsHelp } = parse(args);
	if (wantsHelp) return { kind: 'help' };
	if (workflow === undefined) {
		if (credentials !== undefined) {
			throw new BadInput('--credentials belongs to --workflow FILE, which is missing.');
		}
		return { kind: 'demo', users: users === undefined ? 25 : readUsers(users) };
	}
	if (users !== undefined) {
		throw new BadInput(
			"--users sets the size of the sandboxes, which your own workflow doesn't use.",
		);
	}
	return { kind: 'own', workflow, ...(credentials !== undefined && { credentials }) };
}

function parse(args: string[]) {
	try {
		const { values } = parseArgs({
			args: withNegativeNumbers(args),
			options: {
				users: { type: 'string' },
				workflow: { type: 'string' },
				credentials: { type: 'string' },
				help: { type: 'boolean', short: 'h' },
			},
		});
		return values;
	} catch (error) {
		const [reason] = (error as Error).message.split(/\.\s|\n/);
		throw new BadInput(`${reason}. See npm start -- --help.`);
	}
}

function readUsers(text: string): number {
	const users = Number(text);
	if (/^\d+$/.test(text) && users <= most) return users;
	throw new BadInput(
		`--users takes a whole number from 0 to ${most.toLocaleString('en')}, not "${text}".`,
	);
}
