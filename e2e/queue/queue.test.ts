import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionStatus, IDataObject, INodeParameters } from 'n8n-workflow';
import { startSandboxes, type LoggedRequest, type Sandboxes } from '../../sandbox';
import { addCredentials, credentialFrom, type Credentials } from '../harness/credentials';
import { providers } from '../harness/package';
import { startQueueMode, type QueueMode } from '../harness/queueMode';
import { signedIn, type N8nRest } from '../harness/rest';
import type { ExecutionRow as Row } from '../harness/storedExecution';
import { webhookAt, workflowOf, type NodeSketch } from '../harness/workflow';
import { until } from '../../test/harness/until';

/** How soon n8n takes a silent worker for dead: 60, 10 and 30 s unless set. */
const shortTimeouts = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};
const over: ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

let n8n: QueueMode | undefined;
let rest: N8nRest;
let sandboxes: Sandboxes;
let credentials: Credentials;

const queue = (): QueueMode => {
	if (n8n === undefined) throw new Error('n8n was not started.');
	return n8n;
};

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 120 });
	n8n = await startQueueMode({ workers: 2, concurrency: 5, env: shortTimeouts });
	({ rest } = await signedIn(n8n.main));
	credentials = await addCredentials(rest, sandboxes);
}, 600_000);

beforeEach(() => {
	for (const provider of providers) sandboxes[provider].reset();
});

afterAll(async () => {
	await n8n?.end();
	await sandboxes?.close();
}, 120_000);

interface Live {
	id: string;
	/** Starts it that many times at once, each with its number; resolves to the answers. */
	call(times: number): Promise<IDataObject[]>;
}

/** A live workflow behind a webhook that answers with the first item of the last node, or at once. */
async function live(nodes: NodeSketch[], responseMode: string): Promise<Live> {
	const path = `live-${randomBytes(4).toString('hex')}`;
	const webhook = webhookAt(path);
	const answers = { responseMode, responseData: 'firstEntryJson' };
	const trigger = { ...webhook, parameters: { ...webhook.parameters, ...answers } };
	const id = await rest.createWorkflow(workflowOf({ trigger, nodes }));
	await rest.activate(id);
	const one = async (_: unknown, number: number) =>
		(await rest.webhook(path, { number })) as IDataObject;
	return { id, call: async (times) => await Promise.all(Array.from({ length: times }, one)) };
}

const numberNode = (name: string, value: string): NodeSketch => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	name,
	parameters: {
		assignments: { assignments: [{ name: name.toLowerCase(), value, type: 'number', id: '1' }] },
		options: {},
	},
});

/** One that lists a directory; it answers with the number of users, or at once. */
async function listing(
	provider: 'quo' | 'worksection',
	{ options = {}, answer = 'lastNode' }: { options?: INodeParameters; answer?: string } = {},
): Promise<Live> {
	const nodes: NodeSketch[] = [
		{
			type: provider,
			name: 'List',
			credentials: credentialFrom(credentials, provider),
			parameters: { resource: 'user', operation: 'getAll', returnAll: true, options },
		},
		numberNode('Count', "={{ $('List').all().length }}"),
	];
	return await live(nodes, answer);
}

/** Waits until that many executions have come to an end, however it was. */
async function ended(workflowId: string, count: number, patience = 180_000): Promise<Row[]> {
	const deadline = Date.now() + patience;
	for (;;) {
		const rows = await rest.executionsOf(workflowId);
		if (rows.length === count && rows.every(({ status }) => over.includes(status))) return rows;
		if (Date.now() > deadline) throw new Error(`Not all ended: ${JSON.stringify(rows)}`);
		await sleep(250);
	}
}

const idsOf = (rows: Row[]) => rows.map(({ id }) => id).sort();

/** The executions of that workflow that each worker took on. */
const shares = (rows: Row[]): string[][] =>
	queue().workers.map((worker) => worker.started().filter((id) => idsOf(rows).includes(id)));

async function expectWhole(id: string, provider: 'quo' | 'worksection'): Promise<void> {
	const stored = await rest.finished(id);
	expect(stored.error).toBeUndefined();
	const users = stored.json('List').map((user) => String(user.id));
	expect(users).toEqual(sandboxes[provider].people.map((user) => String(user.id)));
}

/** The most requests that arrived within one s. */
function peak(log: LoggedRequest[]): number {
	const times = log.map(({ at }) => at).sort((one, other) => one - other);
	return Math.max(
		...times.map((from) => times.filter((at) => at >= from && at - from < 1_000).length),
	);
}

describe('on two workers', () => {
	it('40 executions at once are spread over both and list every user', async () => {
		const quo = await listing('quo');
		const answers = await quo.call(40);
		expect(answers).toEqual(Array.from({ length: 40 }, () => ({ count: 120 })));
		const rows = await ended(quo.id, 40);
		expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'success'));
		const [one = [], other = []] = shares(rows);
		// 21 and 19 as a rule: each takes five at once, and the rate lets neither run ahead
		expect(Math.min(one.length, other.length)).toBeGreaterThanOrEqual(10);
		expect([...one, ...other].sort()).toEqual(idsOf(rows));
		for (const id of idsOf(rows)) await expectWhole(id, 'quo');

		// three pages each; Quo's rate is 10 requests a second
		const { log } = sandboxes.quo;
		expect(log).toHaveLength(120);
		expect(log.map(({ status }) => status)).toEqual(log.map(() => 200));
		expect(peak(log)).toBeLessThanOrEqual(2 * 10);
	});

	it('a webhook that waits for the last node is answered, however soon that is done', async () => {
		const quick = await live([numberNode('Number', '={{ $json.body.number }}')], 'lastNode');
		const expected = Array.from({ length: 12 }, (_, number) => ({ number }));
		const before = await queue().jobsDone();
		for (let round = 0; round < 5; round += 1) expect(await quick.call(12)).toEqual(expected);
		const rows = await ended(quick.id, 60, 20_000);
		expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'success'));
		// an answer is missed too seldom to be waited for; what prevents that is there
		await until('n8n remembers each', async () => (await queue().jobsDone()) === before + 60);
	}, 90_000);

	it("each keeps the provider's published rate", async () => {
		const worksection = await listing('worksection');
		expect(await worksection.call(12)).toEqual(Array.from({ length: 12 }, () => ({ count: 120 })));
		const [one = [], other = []] = shares(await ended(worksection.id, 12));
		expect(Math.min(one.length, other.length)).toBeGreaterThan(0);
		const { log } = sandboxes.worksection;
		expect(log).toHaveLength(12);
		expect(peak(log)).toBeLessThanOrEqual(2);
	});

	it('a rate of one half each keeps the rate of the account', async () => {
		sandboxes.quo.settings.rateLimit = 10;
		const quo = await listing('quo', { options: { requestsPerSecond: 5, retries: 0 } });
		expect(await quo.call(20)).toEqual(Array.from({ length: 20 }, () => ({ count: 120 })));
		const [one = [], other = []] = shares(await ended(quo.id, 20));
		expect(Math.min(one.length, other.length)).toBeGreaterThan(0);
		const { log } = sandboxes.quo;
		expect(log).toHaveLength(60);
		expect(log.filter(({ status }) => status !== 200)).toEqual([]);
		expect(peak(log)).toBeLessThanOrEqual(10);
	});
});

describe('when a worker is killed in mid-run', () => {
	let id: string;
	let rows: Row[];
	let interrupted: string[];
	let taken: string[];

	beforeAll(async () => {
		for (const provider of providers) sandboxes[provider].reset();
		let release = () => undefined as void;
		const killed = new Promise<void>((resolve) => (release = resolve));
		// whatever was begun is under way until then
		sandboxes.quo.faults.always({ kind: 'hold', until: async () => await killed });
		const quo = await listing('quo', { answer: 'onReceived' });
		id = quo.id;
		await quo.call(40);
		const [killedWorker, otherWorker] = queue().workers;
		const begun = async (least: number) => {
			const known = new Set(idsOf(await rest.executionsOf(id)));
			const busy = (all: string[] = []) => all.filter((each) => known.has(each)).length;
			return busy(killedWorker?.started()) >= least && busy(otherWorker?.started()) >= least;
		};
		await until('each worker has begun five', async () => await begun(5), 60_000);
		killedWorker?.program.kill();
		await killedWorker?.program.ended;
		const done = killedWorker?.finished() ?? [];
		release();
		sandboxes.quo.faults.clear();
		rows = await ended(id, 40);
		taken = killedWorker?.started().filter((each) => idsOf(rows).includes(each)) ?? [];
		interrupted = taken.filter((each) => !done.includes(each));
	}, 300_000);

	it('every other execution succeeds, with every user', async () => {
		expect(interrupted.length).toBeGreaterThan(0);
		const others = rows.filter((row) => !interrupted.includes(row.id));
		expect(others.length).toBeGreaterThanOrEqual(30);
		expect(others.filter(({ status }) => status !== 'success')).toEqual([]);
		for (const each of idsOf(others)) await expectWhole(each, 'quo');
	});

	it('those that it was at work on end with a reason, and none is run twice', async () => {
		const interruptedRows = rows.filter((row) => interrupted.includes(row.id));
		expect(interruptedRows.filter(({ status }) => !['error', 'crashed'].includes(status))).toEqual(
			[],
		);
		for (const each of interrupted) {
			const { error } = await rest.finished(each);
			expect(error?.message).toMatch(/failed to be processed/);
		}
		const runs = shares(rows).flat().sort();
		expect(runs).toEqual([...new Set(runs)]);
	});

	it('a worker that joins takes part', async () => {
		const joined = await queue().addWorker();
		const quo = await listing('quo');
		expect(await quo.call(20)).toEqual(Array.from({ length: 20 }, () => ({ count: 120 })));
		const more = await ended(quo.id, 20);
		expect(joined.started().filter((each) => idsOf(more).includes(each))).not.toEqual([]);
	});
});
