import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readWorkflow } from '../../scripts/start/workflowFile';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { packageName, projectFolder, runWorkflow } from '../harness';

const folder = path.join(projectFolder, 'examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const n8nNodes = ['manualTrigger', 'stickyNote', 'set', 'filter'];
const ownNodes = ['autocalls', 'quo', 'voximplant', 'worksection'];
const types = [
	...n8nNodes.map((name) => `n8n-nodes-base.${name}`),
	...ownNodes.map((name) => `${packageName}.${name}`),
];
let sandboxes: Sandboxes;

beforeAll(async () => (sandboxes = await startSandboxes({ users: 60 })));
afterAll(async () => await sandboxes.close());

const run = async (file: string) => {
	const { autocalls, quo, voximplant, worksection } = sandboxes;
	return await runWorkflow({
		workflow: readWorkflow(path.join(folder, file)),
		credentials: {
			'Autocalls account': autocalls.credentials,
			'Quo account': quo.credentials,
			'Voximplant account': voximplant.credentials,
			'Worksection account': worksection.credentials,
		},
	});
};

describe.each(files)('%s', (file) => {
	const { nodes, connections } = readWorkflow(path.join(folder, file));
	const names = nodes.map((node) => node.name);

	it('is made of what n8n and this package have', () => {
		expect(nodes.map((node) => node.type).filter((type) => !types.includes(type))).toEqual([]);
		expect(new Set(names).size).toBe(nodes.length);
		expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
		const linked = Object.values(connections).flatMap(({ main = [] }) => main.flat());
		const ends = [...Object.keys(connections), ...linked.map((link) => link?.node)];
		expect(ends.filter((name) => !names.includes(name ?? ''))).toEqual([]);
	});

	it('runs without an error', async () => {
		const { error, runData } = await run(file);
		expect(error).toBeUndefined();
		const expected = nodes.filter((node) => !node.type.endsWith('.stickyNote'));
		expect(Object.keys(runData).sort()).toEqual(expected.map((node) => node.name).sort());
	});
});

describe('the examples', () => {
	beforeEach(() => {
		for (const sandbox of Object.values(sandboxes))
			if (typeof sandbox === 'object') sandbox.reset();
	});

	it('list four directories, register a user once, and find them', async () => {
		const first = await run('four-directories.json');
		expect(first.items('List Autocalls')).toHaveLength(60);
		expect(first.items('List Quo')).toHaveLength(60);
		expect(first.items('List Voximplant')).toHaveLength(60);
		expect(first.items('List Worksection')).toHaveLength(60);
		const [registered] = first.json('Register in Autocalls');
		expect(registered).toMatchObject({ email: 'ada.lovelace@example.com', created: true });
		expect(registered).not.toHaveProperty('token');
		const again = first.json('List Autocalls again');
		expect(again).toHaveLength(61);
		expect(again.filter(({ id }) => id === registered?.id)).toHaveLength(1);

		const second = await run('four-directories.json');
		expect(second.json('Register in Autocalls')[0]).toMatchObject({ created: false });
		expect(second.items('List Autocalls again')).toHaveLength(61);
	});

	it('write a Slack message for each user who runs out of minutes', async () => {
		const low = await run('low-minutes.json');
		const people = sandboxes.autocalls.people.filter((user) => Number(user.minutes_balance) < 30);
		const messages = low.json('Slack message');
		expect(messages).toHaveLength(people.length);
		expect(people.length).toBeGreaterThan(0);
		expect(messages).toEqual(
			messages.map(({ email, minutes }) => ({
				text: expect.stringContaining(
					`(${email as string}) has ${minutes as number} minutes left.`,
				),
				email,
				minutes,
			})),
		);
	});

	it('give the people of two directories one shape', async () => {
		const sync = await run('sync-people.json');
		const last = 'Everybody with an e-mail address';
		const contacts = [...sync.json(last, 0, 0), ...sync.json(last, 0, 1)];
		const keys = ['email', 'firstname', 'lastname', 'jobtitle', 'source'];
		expect(contacts.length).toBeGreaterThan(60);
		expect(new Set(contacts.flatMap((contact) => Object.keys(contact)))).toEqual(new Set(keys));
		expect(new Set(contacts.map(({ source }) => source))).toEqual(new Set(['quo', 'worksection']));
		expect(contacts.filter(({ email }) => email === null || email === '')).toEqual([]);
	});
});
