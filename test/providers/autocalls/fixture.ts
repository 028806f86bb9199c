import type { INodeParameters } from 'n8n-workflow';
import { type AutocallsSandbox, type AutocallsUser, startAutocalls } from '../../../sandbox';
import type { NodeRun } from '../../harness';
import { type More, ProviderFixture } from '../fixture';
import { everythingSaved } from '../noSecrets';

export { type More, names, paired } from '../fixture';

/** What an API key of this platform looks like. */
export const TOKEN = /\b\d+\|\w{40}\b/;

export const ids = ({ json }: NodeRun) => json.map(({ id }) => id);

export class AutocallsFixture extends ProviderFixture<AutocallsSandbox> {
	constructor(users = 25) {
		super('autocalls', () => startAutocalls({ users }));
	}

	/** Runs the node, and checks that no token is left behind that no item was meant to have. */
	async run(operation: string, parameters: INodeParameters = {}, more: More = {}) {
		const run = await this.runNode({ operation, ...parameters }, more);
		const asked = run.items.map(({ json }) => json.token);
		const tokens = everythingSaved(run).match(new RegExp(TOKEN, 'g')) ?? [];
		expect(tokens.filter((token) => !asked.includes(token))).toEqual([]);
		return run;
	}

	readonly getAll = async (parameters: INodeParameters = {}, more: More = {}) =>
		await this.run('getAll', { returnAll: true, output: 'raw', ...parameters }, more);

	/** Each request, in the order of arrival: "GET /white-label/users?page=2". */
	get asked(): string[] {
		return this.sandbox.log.map(({ method, path, rawQuery }) => {
			const query = rawQuery === '' ? '' : `?${rawQuery}`;
			return `${method} ${path.replace('/api', '')}${query}`;
		});
	}

	/** The bodies of the writes. */
	get written(): Array<Record<string, unknown>> {
		return this.sandbox.log
			.filter(({ method }) => method === 'POST')
			.map(({ bodyText }) => JSON.parse(bodyText) as Record<string, unknown>);
	}

	/** Replaces the platform's users. */
	populate(...people: Array<Partial<AutocallsUser>>): void {
		this.sandbox.people.splice(0, Infinity, ...people.map(user));
	}

	protected override secrets(_run: NodeRun, { password }: INodeParameters): string[] {
		const { log, credentials } = this.sandbox;
		const keys = log.map(({ headers }) => String(headers.authorization).slice(7));
		const passwords = log.flatMap(({ bodyText }) =>
			Array.from(bodyText.matchAll(/"password":("(?:[^"\\]|\\.)*")/g), ([, text = '""']) =>
				String(JSON.parse(text)),
			),
		);
		if (typeof password === 'string' && !password.startsWith('=')) passwords.push(password);
		return [...keys, String(credentials.apiKey), ...passwords];
	}
}

/** A user with the given fields. */
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
