import { setTimeout as sleep } from 'node:timers/promises';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ProviderName, Sandboxes } from '../../../sandbox';
import { until } from '../../../test/harness/until';
import { credentialFrom, type Credentials } from '../../harness/credentials';
import { packageName } from '../../harness/package';
import type { N8nRest, WorkflowFile } from '../../harness/rest';
import { workflowOf } from '../../harness/workflow';
import { providerTests } from '../providerTests';

/**
 * n8n refuses a cron expression that fires more than once a minute, and takes any number of others: with
 * these, it polls every so many seconds.
 */
export const everySeconds = (seconds: number) => ({
	item: Array.from({ length: 60 / seconds }, (_, index) => ({
		mode: 'custom',
		cronExpression: `${seconds * index} * * * * *`,
	})),
});

/** What the trigger is called. */
export const WATCH = 'Watch';

export interface Watching {
	readonly rest: N8nRest;
	readonly sandboxes: Sandboxes;
	readonly credentials: Credentials;
}

/** As n8n gives it. */
export interface SavedWorkflow extends WorkflowFile {
	versionId: string;
	staticData: Record<string, IDataObject> | null;
}

/** A workflow with the trigger of one provider, its directory, and what should have been told. */
export class Watched {
	id = '';

	/** "left 17", in order. */
	readonly expected: string[] = [];

	/** Who isn't in the list yet. */
	private readonly others: IDataObject[];

	/** By execution. */
	private readonly seen = new Map<string, IDataObject[]>();

	constructor(
		readonly n8n: Watching,
		readonly provider: ProviderName,
		private readonly from = packageName,
	) {
		this.others = this.people.splice(3, 8);
	}

	get sandbox() {
		return this.n8n.sandboxes[this.provider];
	}

	/** The provider's list, in its own shape. */
	get people(): IDataObject[] {
		return this.sandbox.people as unknown[] as IDataObject[];
	}

	idOf(user: IDataObject): string {
		return String(user[providerTests[this.provider].watched.id]);
	}

	workflow(parameters: INodeParameters = {}, credentials = this.n8n.credentials) {
		const { application } = providerTests[this.provider];
		return workflowOf({
			trigger: {
				type: `${this.from}.${this.provider}Trigger`,
				name: WATCH,
				credentials: credentialFrom(credentials, this.provider),
				parameters: { pollTimes: everySeconds(2), ...application, ...parameters },
			},
			nodes: [{ type: 'n8n-nodes-base.noOp', name: 'Then' }],
		});
	}

	/** n8n 2 activates a workflow a little later than it says. */
	async publish(workflow = this.workflow()): Promise<void> {
		const { rest } = this.n8n;
		this.id = await rest.createWorkflow(workflow);
		await rest.activate(this.id);
	}

	/** Resolves when the first list is remembered. */
	async activate(parameters: INodeParameters = {}): Promise<void> {
		await this.publish(this.workflow(parameters));
		const isRemembered = async () => (await this.saved()).staticData !== null;
		await until(`the list of ${this.provider} is remembered`, isRemembered);
	}

	async deactivate(): Promise<void> {
		await this.n8n.rest.call('POST', `/rest/workflows/${this.id}/deactivate`, {});
		// a poll may be under way
		await sleep(2_500);
		const { length } = this.sandbox.log;
		await sleep(2_500);
		expect(this.sandbox.log).toHaveLength(length);
	}

	/** As somebody does in the editor who saves a change and publishes it. */
	async edit(change: (workflow: SavedWorkflow) => void): Promise<void> {
		const { rest } = this.n8n;
		const workflow = await this.saved();
		change(workflow);
		const { nodes, connections, versionId } = workflow;
		const body = { nodes, connections, versionId };
		await rest.call('PATCH', `/rest/workflows/${this.id}`, body);
		await rest.activate(this.id);
	}

	async saved(): Promise<SavedWorkflow> {
		return await this.n8n.rest.call('GET', `/rest/workflows/${this.id}`);
	}

	/** One joins, one changes and one leaves. */
	change(): void {
		const joining = this.others.pop();
		const changing = this.people[5];
		const [leaving] = this.people.splice(7, 1);
		if (!joining || !changing || !leaving) throw new Error('There are too few people.');
		this.people.push(joining);
		changing[providerTests[this.provider].watched.text] = `Zoë ${this.others.length}`;
		const who = { joined: joining, changed: changing, left: leaving };
		const events = Object.entries(who);
		this.expected.push(...events.map(([event, user]) => `${event} ${this.idOf(user)}`));
	}

	/** All events until now, in order. */
	async events(): Promise<IDataObject[]> {
		const { rest } = this.n8n;
		const rows = await rest.executionsOf(this.id);
		for (const { id, status } of rows.reverse()) {
			if (status !== 'success' || this.seen.has(id)) continue;
			this.seen.set(id, (await rest.finished(id)).json(WATCH));
		}
		return [...this.seen.values()].flat();
	}

	/** Waits for what is expected and for two more polls, in which nothing may come. */
	async expectTold(): Promise<void> {
		await this.expectEvents(async () => await this.events());
	}

	/** The same where n8n may run a poll twice: what has the ID of an earlier event doesn't count. */
	async expectToldOrRepeated(): Promise<void> {
		await this.expectEvents(async () => {
			const events = await this.events();
			const ids = events.map(({ eventId }) => eventId);
			return events.filter(({ eventId }, index) => ids.indexOf(eventId) === index);
		});
	}

	private async expectEvents(read: () => Promise<IDataObject[]>): Promise<void> {
		const { length } = this.expected;
		const isThere = async () => (await read()).length >= length;
		await until(`${this.provider} has ${length} events`, isThere, 90_000);
		await this.polledAgain();
		const events = await read();
		expect(events.map(({ event, id }) => `${String(event)} ${String(id)}`)).toEqual(this.expected);
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(length);
	}

	/** Waits for two more polls from beginning to end. */
	async polledAgain(): Promise<void> {
		const { log } = this.sandbox;
		const before = log.length;
		const pages = this.provider === 'quo' ? Math.ceil(this.people.length / 50) : 1;
		await until(`${this.provider} is polled again`, () => log.length > before + 3 * pages, 90_000);
	}
}

/** Several at once. */
export const each = async (all: Watched[], act: (watched: Watched) => void | Promise<void>) =>
	void (await Promise.all(all.map(act)));
