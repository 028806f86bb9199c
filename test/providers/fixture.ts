import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import { type NodeRun, type NodeRunOptions, runNode } from '../harness';
import { credentialTypeOf } from '../harness/providers';
import { expectNoSecrets } from './noSecrets';

export { at } from '../harness/at';

/** A resource locator as the editor saves it. */
export const by = (mode: string, value: string | number) => ({ __rl: true, mode, value });

export const paired = ({ items }: NodeRun) => items.map(({ pairedItem }) => pairedItem);
export const names = ({ json }: NodeRun) => json.map(({ name }) => name);

export type More = Partial<Omit<NodeRunOptions, 'node' | 'parameters'>>;

/** A provider's sandbox for one test file, reset before each test, and the node that uses it. */
export abstract class ProviderFixture<Started extends Sandbox<unknown>> {
	sandbox!: Started;

	constructor(
		private readonly provider: string,
		start: () => Promise<Started>,
	) {
		beforeAll(async () => {
			this.sandbox = await start();
		});
		beforeEach(() => this.sandbox.reset());
		afterAll(async () => await this.sandbox.close());
	}

	/** Keys, passwords and signatures that a run must not leave behind. */
	protected abstract secrets(run: NodeRun, parameters: INodeParameters): string[];

	/** Runs the node. It sends no unknown parameter and leaves no secret behind. */
	protected async runNode(parameters: INodeParameters, more: More): Promise<NodeRun> {
		const run = await runNode({
			node: this.provider,
			credentials: { [credentialTypeOf(this.provider)]: this.sandbox.credentials },
			...more,
			parameters: { resource: 'user', ...parameters },
		});
		expectNoSecrets(run, this.secrets(run, parameters));
		expect(this.sandbox.warnings).toEqual([]);
		return run;
	}

	/** The decoded query of each request, behind its path without the given prefix. */
	protected addresses(prefix: string): string[] {
		return this.sandbox.log.map(({ path, rawQuery }) => {
			const query = decodeURIComponent(rawQuery);
			return `${path.replace(prefix, '')}${query && `?${query}`}`;
		});
	}
}
