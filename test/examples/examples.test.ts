import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { readWorkflow } from '../../scripts/start/workflowFile';
import { startSandboxes, type Sandboxes } from '../../sandbox';
import { packageName } from '../harness';
import { providerNames } from '../harness/providers';
import { examplesFolder, runExample } from './runExample';

const files = readdirSync(examplesFolder).filter((file) => file.endsWith('.json'));
const n8nNodes = [
	'manualTrigger',
	'formTrigger',
	'stickyNote',
	'filter',
	'extractFromFile',
	'crypto',
	'aggregate',
	'merge',
	'removeDuplicates',
];
const services = ['hubspot', 'slack'];
const types = [
	`${packageName}.userDirectory`,
	...[...n8nNodes, ...services].map((name) => `n8n-nodes-base.${name}`),
	...providerNames.flatMap((name) => [`${packageName}.${name}`, `${packageName}.${name}Trigger`]),
];
const rows = [
	{ name: 'Ada Lovelace', email: 'ada@example.com' },
	{ name: 'Grace Hopper', email: 'grace@example.com' },
];
/** What a form with fields of its own gets. */
const entered: Record<string, IDataObject[]> = {
	'offboarding-with-approval.json': [{ Email: 'nia@example.com' }],
	'onboarding-form.json': [
		{
			...{ 'First Name': 'Bo', 'Last Name': 'New', Email: 'Bo.New@example.com' },
			...{ 'Job Title': 'Agent', 'What to do': 'Create the accounts' },
		},
	],
};
let sandboxes: Sandboxes;

beforeAll(async () => (sandboxes = await startSandboxes({ users: 60 })));
afterAll(async () => await sandboxes.close());

const run = async (file: string, inForm: IDataObject[] = rows) => {
	const { [file]: events } = entered;
	return await runExample(file, sandboxes, { inForm, ...(events && { events }) });
};

function addNewUsers(): void {
	const now = new Date().toISOString();
	Object.assign(sandboxes.quo.people[1] ?? {}, {
		...{ firstName: 'Nia', lastName: 'Quill', email: 'Nia@example.com', createdAt: now },
	});
	Object.assign(sandboxes.worksection.people[2] ?? {}, {
		...{ first_name: 'Wim', last_name: 'Ward', email: 'wim@example.com', title: 'Tester' },
		...{ phone: '+380 50 1', date_added: now.slice(0, 16).replace('T', ' ') },
	});
}

describe.each(files)('%s', (file) => {
	const { nodes, connections } = readWorkflow(path.join(examplesFolder, file));
	const names = nodes.map((node) => node.name);

	it('uses only nodes of n8n and of this package', () => {
		expect(nodes.map((node) => node.type).filter((type) => !types.includes(type))).toEqual([]);
		expect(new Set(names).size).toBe(nodes.length);
		expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length);
		const linked = Object.values(connections).flatMap(({ main = [] }) => main.flat());
		const ends = [...Object.keys(connections), ...linked.map((link) => link?.node)];
		expect(ends.filter((name) => !names.includes(name ?? ''))).toEqual([]);
	});

	it('runs without an error', async () => {
		addNewUsers();
		const { error, runData } = await run(file);
		expect(error).toBeUndefined();
		// each trigger starts executions of its own
		const [, ...others] = nodes.filter(({ type }) => type.endsWith('Trigger'));
		const idle = [...nodes.filter(({ type }) => type.endsWith('.stickyNote')), ...others];
		const expected = nodes.filter((node) => !idle.includes(node));
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
		expect(again.filter(({ id }) => id === String(registered?.id))).toHaveLength(1);

		const everybody = first.json('Everybody');
		const people = ['List Autocalls again', 'List Quo', 'List Voximplant', 'List Worksection'];
		expect(everybody).toEqual(people.flatMap((name) => first.json(name)));
		expect(new Set(everybody.map(({ provider }) => provider))).toEqual(new Set(providerNames));

		const second = await run('four-directories.json');
		expect(second.json('Register in Autocalls')[0]).toMatchObject({ created: false });
		expect(second.items('List Autocalls again')).toHaveLength(61);
	});

	it('list in one Slack message the users with few minutes left', async () => {
		Object.assign(sandboxes.autocalls.people[5] ?? {}, { minutes_balance: 0.25 });
		const low = await run('low-minutes.json');
		const people = sandboxes.autocalls.people.filter((user) => Number(user.minutes_balance) < 30);
		expect(people.length).toBeGreaterThan(1);
		const lines = people.map(
			({ name, email, minutes_balance: left }) => `• ${name} (${email}): ${left} minutes`,
		);
		const title = `:hourglass_flowing_sand: Autocalls users with fewer than 30 minutes left: ${people.length}`;
		expect(low.json('Tell Slack').map(({ text }) => text)).toEqual([[title, ...lines].join('\n')]);
	});

	it('send no Slack message where all users have minutes', async () => {
		for (const user of sandboxes.autocalls.people) user.minutes_balance = 100;
		expect((await run('low-minutes.json')).task('Tell Slack')).toBeUndefined();
	});

	it('create contacts for new users of two directories, with one mapping', async () => {
		addNewUsers();
		const sync = await run('sync-people.json');
		const contacts = [0, 1].flatMap((index) => sync.json('Contact in HubSpot', 0, index));
		const nobody = { jobTitle: null, phoneNumber: null };
		// n8n's HubSpot node puts the address into the path as it is.
		expect(contacts).toEqual([
			{
				email: 'nia%40example.com',
				additionalFields: { firstName: 'Nia', lastName: 'Quill', ...nobody },
			},
			{
				email: 'wim%40example.com',
				additionalFields: {
					...{ firstName: 'Wim', lastName: 'Ward' },
					...{ jobTitle: 'Tester', phoneNumber: '+380 50 1' },
				},
			},
		]);
	});

	it('create a contact for each event of who joined, and none without an address', async () => {
		const joined = (id: string, user: object) =>
			({ event: 'joined', eventId: `event ${id}`, provider: 'quo', id, user }) as IDataObject;
		const nia = { givenName: 'Nia', familyName: 'Quill', email: 'nia@example.com' };
		const events = [
			...[joined('1', nia), joined('1', nia)],
			joined('2', { ...nia, email: null }),
			joined('3', { displayName: 'Wim', email: 'a#b@example.com', title: 'Tester' }),
		];
		const run = await runExample('joined-to-hubspot.json', sandboxes, { events });
		expect(run.error).toBeUndefined();
		expect(run.json('Contact in HubSpot')).toEqual([
			expect.objectContaining({
				email: 'nia%40example.com',
				additionalFields: expect.objectContaining({ firstName: 'Nia', lastName: 'Quill' }),
			}),
			expect.objectContaining({
				email: 'a%23b%40example.com',
				additionalFields: expect.objectContaining({ firstName: 'Wim', jobTitle: 'Tester' }),
			}),
		]);
	});

	it('register the rows of a form and report each result in Slack', async () => {
		const [there] = sandboxes.autocalls.people;
		const asked = [
			...rows,
			{ name: 'Nobody', email: 'nobody' },
			{ name: 'Somebody', email: there?.email ?? '' },
		];
		const registration = await run('register-from-form.json', asked);
		const [{ text } = {}] = registration.json('Tell Slack');
		const [title, ...lines] = String(text).split('\n');
		expect(title).toBe('Autocalls registration: 2 new, 1 there already, 1 refused');
		expect(lines).toEqual([expect.stringMatching(/^• row 3, nobody: .*e-?mail/i)]);
		expect(sandboxes.autocalls.people).toHaveLength(62);
		const passwords = registration.json('Random password').map(({ password }) => password);
		expect(new Set(passwords).size).toBe(4);
		expect(JSON.stringify(registration.json('Register'))).not.toMatch(/token|password/);
	});
});
