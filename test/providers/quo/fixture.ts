import type { INodeParameters } from 'n8n-workflow';
import { type QuoSandbox, type QuoSettings, type QuoUser, startQuo } from '../../../sandbox';
import type { NodeRun } from '../../harness';
import { type More, ProviderFixture } from '../fixture';

export { begins } from '../begins';
export { at, by, paired } from '../fixture';

export const ids = ({ json }: NodeRun) => json.map(({ id }) => id);

export class QuoFixture extends ProviderFixture<QuoSandbox> {
	constructor(users: number, settings: Partial<QuoSettings> = {}) {
		super('quo', () => startQuo({ users, ...settings }));
	}

	protected override secrets(): string[] {
		const { credentials, wrongCredentials } = this.sandbox;
		return [credentials, wrongCredentials].map(({ apiKey }) => String(apiKey));
	}

	/** Without the published rate, which one test is about. */
	async run(parameters: INodeParameters, more: More = {}): Promise<NodeRun> {
		const run = await this.runNode({ options: { requestsPerSecond: 0 }, ...parameters }, more);
		for (const { rawQuery } of this.sandbox.log) {
			expect(this.secrets().filter((key) => rawQuery.includes(key))).toEqual([]);
		}
		return run;
	}

	async getAll(parameters: INodeParameters = {}, more: More = {}): Promise<NodeRun> {
		return await this.run({ operation: 'getAll', output: 'raw', ...parameters }, more);
	}

	/** All users, with these options. */
	async all(options: INodeParameters, parameters: INodeParameters = {}): Promise<NodeRun> {
		const withoutRate = { requestsPerSecond: 0, ...options };
		return await this.getAll({ returnAll: true, options: withoutRate, ...parameters });
	}

	async get(user: INodeParameters, parameters: INodeParameters = {}, more: More = {}) {
		return await this.run({ operation: 'get', user, output: 'raw', ...parameters }, more);
	}

	/** Method, path and decoded query of each request, in the order of arrival. */
	get calls(): string[] {
		const { log } = this.sandbox;
		return this.addresses('').map((address, index) => `${log[index]?.method} ${address}`);
	}

	/** The page size of each request. */
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
