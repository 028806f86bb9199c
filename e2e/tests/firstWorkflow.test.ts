import { startSandboxes, type ProviderName, type Sandboxes } from '../../sandbox';
import { Editor, type Choice } from '../browser/editor';
import { titles } from '../harness/package';
import { openBrowser, type Browser } from '../browser/browser';
import { requestedElsewhere, requestsToNpm, expectNoErrors } from './browserRecords';
import { providerTests } from './providerTests';
import { sharedN8n } from './sharedN8n';

const users = 60;
/** As many rows as n8n's table shows at once. */
const onePage = 25;
let sandboxes: Sandboxes;
let browser: Browser | undefined;
let editor: Editor;

beforeAll(async () => {
	const rest = sharedN8n.rest();
	sandboxes = await startSandboxes({ users });
	// Somebody new to n8n has none.
	for (const { id } of await rest.call<Array<{ id: string }>>('GET', '/rest/credentials')) {
		await rest.call('DELETE', `/rest/credentials/${id}`);
	}
	browser = await openBrowser();
	const { url, account } = sharedN8n.login();
	editor = new Editor(browser.page, url);
	await editor.signIn(account);
}, 300_000);
afterEach(async () => await expectNoErrors(opened()));
afterAll(async () => {
	await browser?.close();
	await sandboxes?.close();
});

const opened = (): Browser => {
	if (browser === undefined) throw new Error('There is no browser.');
	return browser;
};

async function chooseFrom(parameter: string, choice: Choice): Promise<void> {
	await editor.searchList(parameter, choice);
	await editor.choose(parameter, choice);
}

/** What is typed into the credential's dialogue: the sandbox's own key, or a wrong one. */
function keyOf(provider: ProviderName, isRight: boolean): Record<string, string> {
	const { credentials, wrongCredentials } = sandboxes[provider];
	const values: object = isRight ? credentials : wrongCredentials;
	const { fields } = providerTests[provider].firstWorkflow;
	return Object.fromEntries(
		Object.entries(values)
			.filter(([name]) => fields.includes(name))
			.map(([name, value]) => [name, String(value)]),
	);
}

/** What people look for who don't know the provider. */
const looked = ['new user', 'colleagues', 'deprovisioning'];

it('somebody new to n8n finds each node by its name and by what else it is called', async () => {
	await editor.newWorkflow();
	for (const [provider, title] of titles) {
		const { searches } = providerTests[provider].firstWorkflow;
		for (const typed of [...searches, ...looked]) await editor.find(typed, title);
	}
}, 180_000);

it.each([...titles])(
	'somebody new to n8n adds %s, connects it, gets one user, and lists everybody as a table',
	async (provider, title) => {
		const { firstWorkflow: workflow, lookUp, ids } = providerTests[provider];
		await editor.newWorkflow();
		await editor.find(title, title);
		const offered = await editor.open(title);
		expect(offered.filter((action) => workflow.actions.includes(action))).toEqual(workflow.actions);
		await editor.add('Get user');

		await editor.newCredential();
		await editor.saveCredential(keyOf(provider, false));
		expect(await editor.refusal()).toContain(workflow.reason);
		await editor.saveCredential(keyOf(provider, true));
		expect(await editor.credentialAccepted()).toMatch(new RegExp(`^${title}.* account$`));
		expect(await editor.reopenCredential()).toContain('Connection tested successfully');
		await editor.closeCredential();

		const { before } = workflow;
		if (before) await chooseFrom(before.parameter, before.choice);
		// somebody from the middle of the list
		const known = lookUp.values(sandboxes)[17] ?? '';
		const user = { typed: known, shows: known };
		await chooseFrom('user', user);
		const one = await editor.execute(1);
		expect(one.columns.slice(0, workflow.columns.length)).toEqual(workflow.columns);
		expect(one.rows).toEqual([expect.arrayContaining([user.shows])]);

		await editor.operation('Get Many');
		expect((await editor.execute(50)).columns).toEqual(one.columns);
		await editor.toggle('returnAll');
		const shown = (await editor.execute(users)).rows.map(([id]) => id);
		expect(ids(sandboxes)).toHaveLength(users);
		expect(ids(sandboxes)).toEqual(expect.arrayContaining(shown));
		expect(new Set(shown).size).toBe(onePage);
		expect(requestedElsewhere(opened())).toEqual(requestsToNpm);
	},
	300_000,
);
