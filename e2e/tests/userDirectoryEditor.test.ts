import { startSandboxes, type Sandboxes } from '../../sandbox';
import { openBrowser, type Browser } from '../browser/browser';
import { NodeEditor } from '../browser/nodeEditor';
import { addCredentials } from '../harness/credentials';
import { titles } from '../harness/package';
import { expectNoErrors } from './browserRecords';
import { ann, giveAddress } from './people';
import { sharedN8n } from './sharedN8n';

const title = 'User Directory';
const users = 12;
let sandboxes: Sandboxes;
let browser: Browser | undefined;
let editor: NodeEditor;

beforeAll(async () => {
	const rest = sharedN8n.rest();
	sandboxes = await startSandboxes({ users });
	giveAddress(sandboxes, ann);
	for (const { id } of await rest.call<Array<{ id: string }>>('GET', '/rest/credentials')) {
		await rest.call('DELETE', `/rest/credentials/${id}`);
	}
	await addCredentials(rest, sandboxes);
	browser = await openBrowser();
	const { url, account } = sharedN8n.login();
	editor = new NodeEditor(browser.page, url);
	await editor.signIn(account);
}, 300_000);
afterEach(async () => {
	if (browser) await expectNoErrors(browser);
});
afterAll(async () => {
	await browser?.close();
	await sandboxes?.close();
});

it('the node is found by what people look for', async () => {
	await editor.newWorkflow();
	const looked = [
		...['people', 'employees', 'HR', 'roster', 'access review', 'offboarding', 'onboarding'],
		...['identity', 'merge', 'deduplicate', title],
	];
	for (const typed of looked) await editor.find(typed, title);
}, 180_000);

it('the node asks for one credential per chosen directory, and for the application of Voximplant', async () => {
	await editor.newWorkflow();
	await editor.find(title, title);
	const offered = await editor.open(title);
	const actions = [
		'Compare people with a roster',
		...['Find a person', 'Get many people', 'Offboard a person', 'Onboard a person'],
	];
	expect(offered.filter((action) => actions.includes(action))).toEqual(actions);
	await editor.add('Get many people');
	expect(await editor.credentialsAskedFor()).toEqual([]);
	const chosen = ['Quo', 'Voximplant', 'Worksection'];
	await editor.chooseSeveral('directories', chosen);
	const asked = ['Quo (OpenPhone) API', 'Voximplant API', 'Worksection API'];
	expect(await editor.credentialsAskedFor()).toEqual(asked);
	await editor.chooseCredentials(chosen.map((name) => `${name} account`));
	const application = { typed: 'support.', shows: 'support.' };
	await editor.searchList('application', application);
	await editor.choose('application', application);
	await editor.chooseSeveral('directories', ['Autocalls']);
	expect(await editor.credentialsAskedFor()).toHaveLength(titles.size);
	await editor.chooseSeveral('directories', ['Autocalls']);
	// without 'Voximplant Email' its users are people of their own; the others have the same addresses
	const { columns, rows } = await editor.execute(2 * users);
	expect(columns.slice(0, 3)).toEqual(['key', 'email', 'displayName']);
	expect(rows.length).toBeGreaterThan(0);
}, 180_000);

it('the node has four named outputs where it compares, and one otherwise', async () => {
	await editor.newWorkflow();
	await editor.find(title, title);
	await editor.open(title);
	await editor.add('Compare people with a roster');
	await editor.closeNode();
	const node = 'Compare people with a roster';
	expect(await editor.outputs(node)).toEqual(['Matched', 'Missing', 'Extra', 'Review']);
	await editor.openNode(node);
	await editor.operation('Find');
	await editor.closeNode();
	// n8n calls a node by what it does until it is given a name
	expect(await editor.outputs('Find a person')).toEqual(['']);
}, 180_000);
