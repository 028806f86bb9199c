import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { type Sandboxes, type ProviderName, startSandboxes } from '../../sandbox';
import { credentialTypeOf, fromEachProvider, providerNames } from '../harness/providers';
import { PollingNode, type PollingNodeOptions } from '../harness/pollingNode';
import type { TriggerUnderTest } from './trigger';

export const triggers = fromEachProvider<TriggerUnderTest>('trigger');

export const USERS = 23;

/** A trigger and the sandbox that it polls. */
export class TriggerFixture {
	node!: PollingNode;

	constructor(
		private readonly sandboxes: () => Sandboxes,
		readonly provider: string,
	) {}

	get about(): TriggerUnderTest {
		return triggers[this.provider]!;
	}

	get sandbox() {
		return this.sandboxes()[this.provider as ProviderName];
	}

	get people(): IDataObject[] {
		return this.sandbox.people as unknown[] as IDataObject[];
	}

	open(parameters: INodeParameters = {}, more: Partial<PollingNodeOptions> = {}): PollingNode {
		const { options, ...rest } = parameters;
		const about = this.about as { parameters?: (sandbox: unknown) => INodeParameters };
		this.node = new PollingNode({
			node: `${this.provider}Trigger`,
			credentials: { [credentialTypeOf(this.provider)]: this.sandbox.credentials },
			...more,
			parameters: {
				...about.parameters?.(this.sandbox),
				...rest,
				options: { requestsPerSecond: 0, ...(options as INodeParameters) },
			},
		});
		return this.node;
	}

	/** The same node after n8n was started again. */
	restart(parameters: INodeParameters = {}, more: Partial<PollingNodeOptions> = {}): PollingNode {
		return this.open(parameters, { staticData: this.node.staticData, ...more });
	}

	/** The first poll, which reports nobody. */
	async activate(parameters: INodeParameters = {}): Promise<PollingNode> {
		const node = this.open(parameters);
		expect(await node.poll()).toBeNull();
		return node;
	}

	/** @returns who was taken off the list */
	remove(index: number, count = 1): IDataObject[] {
		return this.people.splice(index, count);
	}

	idOf(user: IDataObject | undefined): string {
		return String(user?.[this.about.id]);
	}
}

/** What was reported: "left 17". */
export const told = (events: IDataObject[] | null) =>
	events?.map(({ event, id }) => `${String(event)} ${String(id)}`) ?? null;

/** `describe` for each provider, with its trigger and a sandbox that is as new before each test. */
export function describeTriggers(title: string, tests: (fixture: TriggerFixture) => void): void {
	describe(title, () => {
		let sandboxes: Sandboxes;
		beforeAll(async () => (sandboxes = await startSandboxes({ users: USERS })));
		afterAll(async () => await sandboxes.close());
		describe.each([...providerNames])('%s', (provider) => {
			const fixture = new TriggerFixture(() => sandboxes, provider);
			beforeEach(() => fixture.sandbox.reset());
			tests(fixture);
		});
	});
}
