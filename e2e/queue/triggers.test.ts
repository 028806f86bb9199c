import { startSandboxes, type Sandboxes } from '../../sandbox';
import { addCredentials } from '../harness/credentials';
import { providers } from '../harness/package';
import { startQueueMode, type QueueMode } from '../harness/queueMode';
import { signedIn } from '../harness/rest';
import { each, Watched } from '../tests/triggers/watched';

let n8n: QueueMode | undefined;
let sandboxes: Sandboxes;
let all: Watched[];

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 70 });
	n8n = await startQueueMode({ workers: 1, concurrency: 5 });
	const { rest } = await signedIn(n8n.main);
	const watching = { rest, sandboxes, credentials: await addCredentials(rest, sandboxes) };
	all = providers.map((provider) => new Watched(watching, provider));
}, 600_000);

afterAll(async () => {
	await n8n?.end();
	await sandboxes?.close();
}, 120_000);

describe('in queue mode', () => {
	it('the main process polls, a worker gets who joined, changed and left, once', async () => {
		await each(all, async (watched) => await watched.activate());
		await each(all, (watched) => watched.change());
		await each(all, async (watched) => await watched.expectTold());
		const runs = await Promise.all(
			all.map(async ({ id, n8n: { rest } }) => await rest.executionsOf(id)),
		);
		const ids = runs.flat().map(({ id }) => id);
		expect(n8n?.workers[0]?.finished().sort()).toEqual(ids.sort());
	}, 120_000);

	it('so it goes on after the workflow was not active', async () => {
		await each(all, async (watched) => await watched.deactivate());
		await each(all, (watched) => watched.change());
		await each(all, async (watched) => await watched.n8n.rest.activate(watched.id));
		await each(all, async (watched) => await watched.expectTold());
	}, 120_000);
});
