import { startSandboxes, type Sandboxes } from '../../sandbox';
import { Editor, type Entry } from '../browser/editor';
import { keyOf, newcomers } from '../browser/newcomers';
import { openWindow, type Window } from '../browser/window';
import { askedElsewhere, askedOfNpm, expectAtHome } from './atHome';
import { shared } from './shared';

const users = 60;
/** As many rows as n8n's table shows at once. */
const onePage = 25;
let sandboxes: Sandboxes;
let window: Window | undefined;
let editor: Editor;

beforeAll(async () => {
	const rest = shared.rest();
	sandboxes = await startSandboxes({ users });
	// What a newcomer has: none.
	for (const { id } of await rest.call<Array<{ id: string }>>('GET', '/rest/credentials')) {
		await rest.call('DELETE', `/rest/credentials/${id}`);
	}
	window = await openWindow();
	const { url, account } = shared.site();
	editor = new Editor(window.page, url);
	await editor.signIn(account);
}, 300_000);
afterEach(async () => await expectAtHome(opened()));
afterAll(async () => {
	await window?.close();
	await sandboxes?.close();
});

const opened = (): Window => {
	if (window === undefined) throw new Error('There is no window.');
	return window;
};

async function pick(parameter: string, entry: Entry): Promise<void> {
	await editor.searchList(parameter, entry);
	await editor.choose(parameter, entry);
}

it('a newcomer finds each node by its name and by what else it is called', async () => {
	await editor.newWorkflow();
	for (const { node, searches } of newcomers) {
		for (const typed of searches) await editor.find(typed, node);
	}
}, 180_000);

it.each(newcomers)(
	'a newcomer adds $node, connects it, gets one user, and lists everybody as a table',
	async (newcomer) => {
		await editor.newWorkflow();
		await editor.find(newcomer.node, newcomer.node);
		const offered = await editor.open(newcomer.node);
		expect(offered.filter((action) => newcomer.actions.includes(action))).toEqual(newcomer.actions);
		await editor.add('Get user');

		await editor.newCredential();
		await editor.saveCredential(keyOf(newcomer, sandboxes, false));
		expect(await editor.refusal()).toContain(newcomer.reason);
		await editor.saveCredential(keyOf(newcomer, sandboxes, true));
		await editor.credentialAccepted();
		expect(await editor.reopenCredential()).toContain('Connection tested successfully');
		await editor.closeCredential();

		const { before } = newcomer;
		if (before) await pick(before.parameter, before.entry);
		const user = newcomer.user(sandboxes);
		await pick('user', user);
		const one = await editor.execute(1);
		expect(one.columns.slice(0, newcomer.columns.length)).toEqual(newcomer.columns);
		expect(one.rows).toEqual([expect.arrayContaining([user.shows])]);

		await editor.operation('Get Many');
		expect((await editor.execute(50)).columns).toEqual(one.columns);
		await editor.toggle('returnAll');
		const shown = (await editor.execute(users)).rows.map(([id]) => id);
		const ids = newcomer.ids(sandboxes);
		expect(ids).toHaveLength(users);
		expect(ids).toEqual(expect.arrayContaining(shown));
		expect(new Set(shown).size).toBe(onePage);
		expect(askedElsewhere(opened())).toEqual(askedOfNpm);
	},
	300_000,
);
