import type { INodeParameters } from 'n8n-workflow';
import { type AutocallsSandbox, type AutocallsUser, startAutocalls } from '../../../sandbox';
import { type NodeRun, type NodeRunOptions, runNode } from '../../harness';
import { everythingSaved, expectNoSecrets } from '../noSecrets';

export type More = Partial<Omit<NodeRunOptions, 'node' | 'parameters'>>;

/** What an API key of this platform looks like. */
export const TOKEN = /\b\d+\|\w{40}\b/;

/** A platform for one test file, as new for every test. */
export function usePlatform(users = 25) {
	let sandbox: AutocallsSandbox;
	beforeAll(async () => {
		sandbox = await startAutocalls({ users });
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	const run = async (operation: string, parameters: INodeParameters = {}, more: More = {}) => {
		const done = await runNode({
			node: 'autocalls',
			parameters: { resource: 'user', operation, ...parameters },
			credentials: { autocallsApi: sandbox.credentials },
			...more,
		});
		expectNothingSecret(done, sandbox, parameters.password);
		return done;
	};

	return {
		get sandbox() {
			return sandbox;
		},
		/** Runs the node, and sees that nothing secret is left behind. */
		run,
		getAll: async (parameters: INodeParameters = {}, more: More = {}) =>
			await run('getAll', { returnAll: true, output: 'raw', ...parameters }, more),
		/** What was asked for, in the order of arrival: "GET /white-label/users?page=2". */
		get asked() {
			return sandbox.log.map(({ method, path, rawQuery }) => {
				const query = rawQuery === '' ? '' : `?${rawQuery}`;
				return `${method} ${path.replace('/api', '')}${query}`;
			});
		},
		/** The bodies of what was written. */
		get written() {
			return sandbox.log
				.filter(({ method }) => method === 'POST')
				.map(({ bodyText }) => JSON.parse(bodyText) as Record<string, unknown>);
		},
		/** Replaces the platform's users. */
		populate: (...people: Array<Partial<AutocallsUser>>) => {
			sandbox.people.splice(0, Infinity, ...people.map(user));
		},
	};
}

/** Somebody, with what matters to a test. */
export function user(given: Partial<AutocallsUser>, index = 0): AutocallsUser {
	return {
		id: 501 + index,
		name: `User ${index + 1}`,
		email: `user${index + 1}@example.com`,
		minutes_balance: 10,
		credits_balance: 100,
		created_at: '2026-01-01T00:00:00.000000Z',
		...given,
	};
}

/** Neither the key nor a password, nor a token that no item was meant to have. */
function expectNothingSecret(run: NodeRun, sandbox: AutocallsSandbox, entered: unknown): void {
	const keys = sandbox.log.map(({ headers }) => String(headers.authorization).slice(7));
	const passwords = sandbox.log.flatMap(({ bodyText }) =>
		Array.from(bodyText.matchAll(/"password":("(?:[^"\\]|\\.)*")/g), ([, text = '""']) =>
			String(JSON.parse(text)),
		),
	);
	if (typeof entered === 'string' && !entered.startsWith('=')) passwords.push(entered);
	expectNoSecrets(run, [...keys, String(sandbox.credentials.apiKey), ...passwords]);
	const asked = run.items.map(({ json }) => json.token);
	const tokens = everythingSaved(run).match(new RegExp(TOKEN, 'g')) ?? [];
	expect(tokens.filter((token) => !asked.includes(token))).toEqual([]);
}

export const pairs = ({ items }: NodeRun) => items.map(({ pairedItem }) => pairedItem);
export const names = ({ json }: NodeRun) => json.map(({ name }) => name);
export const ids = ({ json }: NodeRun) => json.map(({ id }) => id);
