import { startSandboxes, type Sandboxes } from '../../sandbox';
import { addCredentials, type Credentials } from '../harness/credentials';
import { LastingN8n } from '../harness/lastingN8n';
import { providers } from '../harness/package';
import { each, WATCH, Watched } from './triggers/watched';

const n8n = new LastingN8n();
let sandboxes: Sandboxes;
let credentials: Credentials;
let all: Watched[];

beforeAll(async () => {
	sandboxes = await startSandboxes({ users: 70 });
	await n8n.start();
	credentials = await addCredentials(n8n.rest, sandboxes);
	all = providers.map(
		(provider) => new Watched({ rest: n8n.rest, sandboxes, credentials }, provider),
	);
}, 300_000);

afterAll(async () => {
	await n8n.end();
	await sandboxes?.close();
});

interface Remembered {
	version: number;
	counter: number;
	users: string;
}

/** What n8n has saved. */
async function remembered({ id }: Watched): Promise<Remembered> {
	const sql = 'SELECT staticData FROM workflow_entity WHERE id = ?';
	const [{ staticData } = { staticData: '{}' }] = await n8n.rows<{ staticData: string }>(sql, id);
	const { [`node:${WATCH}`]: own } = JSON.parse(staticData) as Record<string, Remembered>;
	if (own === undefined) throw new Error(`Nothing is remembered: ${staticData}`);
	return own;
}

/** IDs, sorted; numbers are marked. */
const idsIn = ({ users }: Remembered) =>
	users
		.split('\n')
		.map((line) => line.replace(/^=/, '').replace(/\|.*/, ''))
		.sort();

const idsOf = (watched: Watched) => watched.people.map((user) => watched.idOf(user)).sort();

describe('a directory that is watched', () => {
	it('is remembered when the workflow is activated, and nobody is told of', async () => {
		await each(all, async (watched) => await watched.activate());
		await each(all, async (watched) => {
			const saved = await remembered(watched);
			expect(saved).toMatchObject({ version: 1, counter: 0 });
			expect(idsIn(saved)).toEqual(idsOf(watched));
			expect(await watched.events()).toEqual([]);
		});
	});

	it('tells who joined, changed and left, once', async () => {
		await each(all, (watched) => watched.change());
		await each(all, async (watched) => await watched.expectTold());
		await each(all, async (watched) => {
			const saved = await remembered(watched);
			expect(saved.counter).toBe(1);
			expect(idsIn(saved)).toEqual(idsOf(watched));
		});
	}, 120_000);

	it('tells what happened while n8n was down, once', async () => {
		await n8n.kill();
		await each(all, (watched) => watched.change());
		await n8n.startAgain();
		await each(all, async (watched) => await watched.expectTold());
	}, 180_000);

	it('tells what happened while the workflow was not active, once', async () => {
		await each(all, async (watched) => await watched.deactivate());
		await each(all, (watched) => watched.change());
		await each(all, async (watched) => await n8n.rest.activate(watched.id));
		await each(all, async (watched) => await watched.expectTold());
	}, 120_000);

	it('goes on where it stopped when the workflow is edited, and is polled once', async () => {
		await each(all, async (watched) => {
			await watched.edit(({ nodes }) => {
				for (const node of nodes) node.position = [10, 20];
				nodes[0]!.parameters.options = { timeout: 20 };
			});
		});
		await each(all, (watched) => watched.change());
		await each(all, async (watched) => await watched.expectTold());
	}, 120_000);

	it('begins anew, with nobody told, when the node is renamed', async () => {
		await each(all, async (watched) => {
			await watched.deactivate();
			watched.change();
			watched.expected.splice(-3);
			await watched.edit((workflow) => {
				const [trigger] = workflow.nodes;
				trigger!.name = 'Renamed';
				workflow.connections = { Renamed: workflow.connections[WATCH]! };
			});
		});
		await each(all, async (watched) => {
			await watched.polledAgain();
			expect(Object.keys((await watched.saved()).staticData ?? {})).toContain('node:Renamed');
			await watched.expectTold();
		});
	}, 120_000);
});
