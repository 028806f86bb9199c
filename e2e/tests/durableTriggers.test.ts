import type { IDataObject } from 'n8n-workflow';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { until } from '../../test/harness/until';
import { addCredentials } from '../harness/credentials';
import { LastingN8n } from '../harness/lastingN8n';
import { each, everySeconds, Watched } from './triggers/watched';

/** n8n's durable scheduler, which also keeps what a trigger remembers in a table of its own. */
const durable = {
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
};

const n8n = new LastingN8n(durable);
let sandboxes: Sandboxes;
let all: Watched[];

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 70 });
	await n8n.start();
	const watching = {
		rest: n8n.rest,
		sandboxes,
		credentials: await addCredentials(n8n.rest, sandboxes),
	};
	all = (['autocalls', 'quo'] as const).map((provider) => new Watched(watching, provider));
}, 300_000);

afterAll(async () => {
	await n8n.end();
	await sandboxes?.close();
});

async function cursor({ id }: Watched): Promise<IDataObject> {
	const sql = 'SELECT cursor FROM poller_state WHERE workflowId = ?';
	const [{ cursor: saved } = { cursor: '{}' }] = await n8n.rows<{ cursor: string }>(sql, id);
	return JSON.parse(saved) as IDataObject;
}

it('the first scheduled poll is remembered in the table of n8n', async () => {
	await each(all, async (watched) => {
		// what is due is looked for every 5 s, and runs at once
		await watched.publish(watched.workflow({ pollTimes: everySeconds(5) }));
		const isThere = async () => (await cursor(watched)).version === 1;
		await until('the first list is remembered', isThere, 60_000);
		expect(await cursor(watched)).toMatchObject({ counter: 0 });
		expect(await watched.events()).toEqual([]);
	});
}, 90_000);

it('who joined, changed and left is told, once', async () => {
	await each(all, (watched) => watched.change());
	await each(all, async (watched) => await watched.expectTold());
	await each(all, async (watched) => expect(await cursor(watched)).toMatchObject({ counter: 1 }));
}, 120_000);

it('so is what happened while n8n was down, or more than once with one eventId', async () => {
	await n8n.kill();
	await each(all, (watched) => watched.change());
	await n8n.startAgain();
	// polls that were missed run at once; each has read before what was remembered
	await each(all, async (watched) => await watched.expectToldOrRepeated());
}, 240_000);

it('so is what happened while the workflow was not active', async () => {
	await each(all, async (watched) => await watched.deactivate());
	await each(all, (watched) => watched.change());
	await each(all, async (watched) => {
		await watched.edit(({ nodes: [trigger] }) => {
			Object.assign(trigger?.parameters ?? {}, { options: { timeout: 20 } });
		});
		await watched.expectToldOrRepeated();
	});
}, 120_000);
