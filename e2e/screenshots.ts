import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startSandboxes, type Sandboxes } from '../sandbox';
import { openBrowser } from './browser/browser';
import { Editor } from './browser/editor';
import { projectFolder } from './harness/folders';
import { startN8n } from './harness/n8n';
import { addCredentials } from './harness/credentials';
import { signedIn, type N8nRest } from './harness/rest';
import { workflowOf } from './harness/workflow';

const folder = path.join(projectFolder, 'docs', 'images');
const viewport = { width: 1200, height: 640 };

/** Takes a picture of that part of the page; of its whole width unless given. */
async function takePicture(editor: Editor, name: string, part: Part): Promise<void> {
	const { page } = editor;
	await editor.dismissMessages();
	await page.mouse.move(0, 0);
	const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, ...part };
	const file = path.join(folder, `${name}.png`);
	const png = await page.screenshot({ animations: 'disabled', caret: 'hide', clip, path: file });
	console.log(`  docs/images/${name}.png  ${(png.length / 1024).toFixed(0)} KB`);
}

interface Part {
	x?: number;
	y?: number;
	width?: number;
	height: number;
}

/** A first workflow with Quo, with pictures for the README on the way. */
async function takePictures(editor: Editor, { quo }: Sandboxes): Promise<void> {
	const { page } = editor;
	const picture = async (name: string, height: number) =>
		await takePicture(editor, name, { height });
	await editor.newWorkflow();
	await editor.find('OpenPhone', 'Quo');
	await picture('search', 320);
	await editor.open('Quo');
	await editor.add('Get user');
	await editor.newCredential();
	const { apiKey, baseUrl } = quo.credentials;
	await editor.saveCredential({ apiKey: String(apiKey), baseUrl: String(baseUrl) });
	await editor.credentialAccepted();
	await editor.reopenCredential();
	await picture('credential', 560);
	await editor.closeCredential();
	const anna = { typed: 'anna', shows: 'anna.wang' };
	await editor.searchList('user', anna);
	await picture('list', 520);
	await editor.choose('user', anna);
	// the more of the table, the better
	await page.setViewportSize({ ...viewport, width: 1500 });
	await editor.operation('Get Many');
	await editor.toggle('returnAll');
	await editor.execute(quo.people.length);
	await picture('table', 640);
}

/** Of a node that is open and has run, in a page of 1400 × 640. */
const withoutInput = { x: 490, y: 66, width: 884, height: 530 };

/** A test event of Quo's trigger. */
async function takeEventPicture(editor: Editor): Promise<void> {
	const { page } = editor;
	await page.setViewportSize({ ...viewport, width: 1400 });
	await editor.newWorkflow();
	await editor.find('Quo', 'Quo');
	await editor.open('Quo');
	await editor.add('On user joined');
	await editor.execute(1);
	await page.getByTestId('output-panel').getByTestId('radio-button-json').click();
	await takePicture(editor, 'event', withoutInput);
}

/** A node that has registered somebody. */
async function takeWritePicture(editor: Editor, { rest, sandboxes }: Instance): Promise<void> {
	const { page } = editor;
	const name = 'Register user';
	const person = { name: 'Nathan Smith', email: 'nathan@example.com', password: 'Kept-s3cret!' };
	const workflow = workflowOf({
		nodes: [
			{
				...{ type: 'autocalls', name, credentials: await addCredentials(rest, sandboxes) },
				parameters: { operation: 'register', ...person, options: { includeToken: false } },
			},
		],
	});
	await openWorkflow(editor, await rest.createWorkflow({ ...workflow, name }));
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	await editor.execute(1);
	await takePicture(editor, 'register', withoutInput);
}

/** The node with its four outputs on the canvas, after a run. */
async function takeOutputsPicture(editor: Editor, { rest, sandboxes }: Instance): Promise<void> {
	const { page } = editor;
	const { quo, worksection } = sandboxes;
	worksection.people.pop();
	const [first, ...others] = quo.people.slice(0, 20);
	const known = others.map(({ email }) => ({ email: email ?? '' }));
	const items = [...known, { email: 'new@example.com' }, { email: `${first?.email}, none` }];
	const compare = {
		...{ type: 'userDirectory', name: 'Compare with roster' },
		credentials: await addCredentials(rest, sandboxes),
		parameters: {
			...{ resource: 'person', operation: 'compare', directories: ['quo', 'worksection'] },
		},
	};
	const workflow = workflowOf({ items, nodes: [compare, together] });
	const main = [0, 1, 2, 3].map((index) => [{ node: together.name, type: 'main' as const, index }]);
	workflow.connections[compare.name] = { main };
	workflow.nodes.at(-1)?.position.splice(0, 1, 560);
	await page.setViewportSize({ width: 1000, height: 640 });
	await openWorkflow(editor, await rest.createWorkflow({ ...workflow, name: 'Access review' }));
	await page.getByTestId('execute-workflow-button').click();
	// of the last node
	await page.getByText(/^52 items$/).waitFor();
	await takePicture(editor, 'outputs', { x: 60, y: 190, width: 880, height: 280 });
}

/** All four outputs in one list. */
const together = {
	...{ type: 'n8n-nodes-base.merge', typeVersion: 3.2, name: 'Together' },
	parameters: { mode: 'append', numberInputs: 4 },
};

const openWorkflow = async ({ page }: Editor, id: string) =>
	await page.goto(new URL(`/workflow/${id}`, page.url()).href);

interface Instance {
	rest: N8nRest;
	sandboxes: Sandboxes;
}

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const ends: Array<() => Promise<void>> = [];
	try {
		const sandboxes = await startSandboxes({ users: 25 });
		ends.push(() => sandboxes.close());
		console.log('Starting n8n …');
		const n8n = await startN8n();
		ends.push(() => n8n.end());
		const { account, rest } = await signedIn(n8n);
		const browser = await openBrowser({ viewport });
		ends.push(() => browser.close());
		const editor = new Editor(browser.page, n8n.url);
		await editor.signIn(account);
		await takePictures(editor, sandboxes);
		await takeEventPicture(editor);
		await takeWritePicture(editor, { rest, sandboxes });
		await takeOutputsPicture(editor, { rest, sandboxes });
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
