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

/** A first workflow with Quo, with pictures for the README on the way. */
async function takePictures(editor: Editor, { quo }: Sandboxes): Promise<void> {
	const { page } = editor;
	const picture = async (name: string, height: number) => {
		await editor.dismissMessages();
		await page.mouse.move(0, 0);
		const clip = { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height };
		const file = path.join(folder, `${name}.png`);
		const png = await page.screenshot({ animations: 'disabled', caret: 'hide', clip, path: file });
		console.log(`  docs/images/${name}.png  ${(png.length / 1024).toFixed(0)} KB`);
	};
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

/** The node with its four outputs on the canvas, after a run. */
async function takeOutputsPicture({ page }: Editor, { rest, sandboxes }: Outputs): Promise<void> {
	const { quo, worksection } = sandboxes;
	worksection.people.pop();
	const [first, ...others] = quo.people.slice(0, 20);
	const known = others.map(({ email }) => ({ email: email ?? '' }));
	const items = [...known, { email: 'new@example.com' }, { email: `${first?.email}, none` }];
	const workflow = workflowOf({
		items,
		nodes: [
			{
				...{ type: 'userDirectory', name: 'Compare with roster' },
				credentials: await addCredentials(rest, sandboxes),
				parameters: {
					...{ resource: 'person', operation: 'compare', directories: ['quo', 'worksection'] },
				},
			},
		],
	});
	const id = await rest.createWorkflow({ ...workflow, name: 'Access review' });
	await page.setViewportSize({ width: 1000, height: 640 });
	await page.goto(`${rest.url}/workflow/${id}`);
	await page.getByTestId('execute-workflow-button').click();
	await page
		.getByText(/^\d+ items$/)
		.nth(1)
		.waitFor();
	await new Editor(page, rest.url).dismissMessages();
	await page.mouse.move(0, 0);
	const clip = { x: 200, y: 200, width: 760, height: 250 };
	const file = path.join(folder, 'outputs.png');
	await page.screenshot({ animations: 'disabled', clip, path: file });
}

interface Outputs {
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
		await takeOutputsPicture(editor, { rest, sandboxes });
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
