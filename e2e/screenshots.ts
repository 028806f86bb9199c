import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startSandboxes, type Sandboxes } from '../sandbox';
import { openBrowser } from './browser/browser';
import { Editor } from './browser/editor';
import { projectFolder } from './harness/folders';
import { startN8n } from './harness/n8n';
import { signedIn } from './harness/rest';

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

async function main(): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const ends: Array<() => Promise<void>> = [];
	try {
		const sandboxes = await startSandboxes({ users: 25 });
		ends.push(() => sandboxes.close());
		console.log('Starting n8n …');
		const n8n = await startN8n();
		ends.push(() => n8n.end());
		const { account } = await signedIn(n8n);
		const browser = await openBrowser({ viewport });
		ends.push(() => browser.close());
		const editor = new Editor(browser.page, n8n.url);
		await editor.signIn(account);
		await takePictures(editor, sandboxes);
	} finally {
		for (const end of ends.reverse()) await end();
	}
}

main().catch((error: unknown) => {
	console.error((error as Error).message);
	process.exitCode = 1;
});
