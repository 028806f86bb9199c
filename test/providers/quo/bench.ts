import type { INodeParameters } from 'n8n-workflow';
import { type QuoSandbox, type QuoSettings, type QuoUser, startQuo } from '../../../sandbox';
import { runNode, type NodeRun, type NodeRunOptions } from '../../harness';
import { expectNoSecrets } from '../noSecrets';

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string) => ({ __rl: true, mode, value });

export const at = <Item>(items: readonly Item[], index: number): Item => {
	const item = items[index];
	if (item === undefined) throw new Error(`there is none at ${index}`);
	return item;
};

export const ids = (run: NodeRun) => run.json.map(({ id }) => id);
export const paired = (run: NodeRun) => run.items.map(({ pairedItem }) => pairedItem);

/** What is wrong; what can be done about it may follow. */
export const begins = (words: string): unknown =>
	expect.stringMatching(new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( |$)`));

type More = Partial<Omit<NodeRunOptions, 'node' | 'parameters'>>;

/** A strict Quo on this machine, and the node that talks to it. */
export class Bench {
	sandbox!: QuoSandbox;

	constructor(users: number, settings: Partial<QuoSettings> = {}) {
		beforeAll(async () => {
			this.sandbox = await startQuo({ users, ...settings });
		});
		afterEach(() => this.sandbox.reset());
		afterAll(async () => await this.sandbox.close());
	}

	/** Runs the node. Whatever becomes of it: no unknown parameter is sent, no key left behind. */
	async run(parameters: INodeParameters, more: More = {}): Promise<NodeRun> {
		const credentials = { quoApi: this.sandbox.credentials };
		const run = await runNode({
			node: 'quo',
			credentials,
			...more,
			// the published rate is one test's subject, and no other's
			parameters: { resource: 'user', options: { requestsPerSecond: 0 }, ...parameters },
		});
		const { credentials: right, wrongCredentials: wrong } = this.sandbox;
		const keys = [right, wrong].map(({ apiKey }) => String(apiKey));
		expectNoSecrets(run, keys);
		expect(this.sandbox.warnings).toEqual([]);
		for (const { rawQuery } of this.sandbox.log) {
			expect(keys.filter((key) => rawQuery.includes(key))).toEqual([]);
		}
		return run;
	}

	async getAll(parameters: INodeParameters = {}, more: More = {}): Promise<NodeRun> {
		return await this.run({ operation: 'getAll', output: 'raw', ...parameters }, more);
	}

	/** Everybody, with these options. */
	async all(options: INodeParameters, parameters: INodeParameters = {}): Promise<NodeRun> {
		const lifted = { requestsPerSecond: 0, ...options };
		return await this.getAll({ returnAll: true, options: lifted, ...parameters });
	}

	async get(user: INodeParameters, parameters: INodeParameters = {}, more: More = {}) {
		return await this.run({ operation: 'get', user, output: 'raw', ...parameters }, more);
	}

	/** Method, path and decoded query of each request, in the order of arrival. */
	get calls(): string[] {
		return this.sandbox.log.map(({ method, path, rawQuery }) => {
			const query = decodeURIComponent(rawQuery);
			return `${method} ${path}${query && `?${query}`}`;
		});
	}

	/** The page sizes that were asked for, request by request. */
	get sizes(): number[] {
		return this.sandbox.log.map(({ query }) => Number(query.maxResults));
	}

	expected(test: (user: QuoUser) => boolean = () => true): QuoUser[] {
		return this.sandbox.people.filter(test);
	}

	expectedIds(test?: (user: QuoUser) => boolean): string[] {
		return this.expected(test).map(({ id }) => id);
	}
}
