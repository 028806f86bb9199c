import { until } from '../../harness/until';
import { clientFor } from './testClient';
import { drip, fine, hang, json, WireServer } from './wireServer';

let server: WireServer;
// On a machine that is busy with other things, 200 ms may pass before this process is asked at all.
jest.retryTimes(2);
beforeAll(async () => {
	server = await WireServer.open();
	server.react(fine);
	await clientFor({ url: server.url }).read();
});
afterAll(async () => await server.close());

const busy = json({ message: 'Slow down' }, 429, { 'retry-after': '30' });
const limits = { retries: 5, maxWaitMs: 60_000, timeoutMs: 30_000 };

let queues = 0;

const moment = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** Cancels once the request is under way; how long it then took. */
async function cancelled(act: 'read' | 'write', more: object = {}, url = server.url) {
	const underWay = 'requestsPerSecond' in more ? 0 : 1;
	const controller = new AbortController();
	const { signal } = controller;
	const client = clientFor({ url, signal, limits: { ...limits, ...more } });
	const ended = client[act]();
	while (server.arrived.length < underWay) await moment(5);
	await moment(100);
	const start = Date.now();
	controller.abort();
	return { ...(await ended), after: Date.now() - start };
}

describe.each(['read', 'write'] as const)('cancelling a %s', (act) => {
	it.each([
		['inside a wait', busy],
		['inside a request', hang],
		['inside an answer', drip],
	])('%s ends it within 200 ms', async (_where, reaction) => {
		server.react(reaction);
		const { error, after } = await cancelled(act);
		expect(error?.message).toContain('the execution was canceled');
		expect(error?.details.cause).toBeUndefined();
		expect(error?.description?.includes('carried out is unknown') ?? false).toBe(
			act === 'write' && reaction !== busy,
		);
		expect(after).toBeLessThan(200);
		expect(server.arrived).toHaveLength(1);
	});

	it('in the queue for its turn ends it within 200 ms, and sends nothing', async () => {
		server.react(fine);
		const rate = { requestsPerSecond: 0.01 };
		// whose only turn in 100 seconds nobody has taken yet, also where this runs once more
		const url = `${server.url}/${++queues}`;
		const first = clientFor({ url, limits: { ...limits, ...rate } });
		expect((await first.read()).value).toEqual({ ok: true });
		server.react(fine);
		const { error, after } = await cancelled(act, rate, url);
		expect(error?.message).toBe('Plainly: the execution was canceled before the request was sent.');
		expect(after).toBeLessThan(200);
		expect(server.arrived).toHaveLength(0);
	});

	it('before it began sends nothing', async () => {
		server.react(fine);
		const signal = AbortSignal.abort();
		const { error } = await clientFor({ url: server.url, signal, limits })[act]();
		expect(error?.message).toBe('Plainly: the execution was canceled before the request was sent.');
		expect(server.arrived).toHaveLength(0);
	});
});

it('a request that is no longer wanted ends alone', async () => {
	server.react(hang);
	const controller = new AbortController();
	const one = clientFor({ url: server.url, limits: { ...limits, signal: controller.signal } });
	const ended = one.read();
	while (server.arrived.length === 0) await moment(5);
	controller.abort();
	expect((await ended).error?.message).toContain('canceled');
	server.react(fine);
	expect((await clientFor({ url: server.url, limits }).read()).value).toEqual({ ok: true });
});

it('leaves no connection open', async () => {
	server.react(hang);
	await cancelled('read');
	await until('no connection is open', () => server.openSockets === 0, 5_000);
});
