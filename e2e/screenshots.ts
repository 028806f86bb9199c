import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSandboxes, type Sandboxes } from '../sandbox';
import { Editor } from './browser/editor';
import { keyOf, newcomers } from './browser/newcomers';
import { withPalette } from './browser/palette';
import { openWindow } from './browser/window';
import { startN8n } from './harness/n8n';
import { signedIn } from './harness/owner';
import { projectFolder } from './harness/places';

const folder = path.join(projectFolder, 'docs', 'images');
const viewport = { width: 1200, height: 640 };
const heaviest = 60 * 1024;

/** Quo's path of the tests, with pictures for the README on the way. */
async function takePictures(editor: Editor, sandboxes: Sandboxes): Promise<void> {
	const quo = newcomers.find(({ provider }) => provider === 'quo');
	if (quo === undefined) throw new Error('There is no path for Quo.');
	const { page } = editor;
	const picture = async (name: string, height: number) => {
		await editor.dismissMessages();
		await page.mouse.move(0, 0);
		const png = withPalette(
			await page.screenshot({
				animations: 'disabled',
				caret: 'hide',
				clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 0, height },
			}),
		);
		if (png.length > heaviest) throw new Error(`${name} is too heavy: ${png.length} bytes.`);
		writeFileSync(path.join(folder, `${name}.png`), png);
		console.log(`  docs/images/${name}.png  ${(png.length / 1024).toFixed(0)} KB`);
	};
	await editor.newWorkflow();
	await editor.find('OpenPhone', quo.node);
	await picture('search', 320);
	await editor.open(quo.node);
	await editor.add('Get user');
	await editor.newCredential();
	await editor.saveCredential(keyOf(quo, sandboxes, true));
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
	await editor.execute(sandboxes.quo.people.length);
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
		const window = await openWindow({ viewport });
		ends.push(() => window.close());
		const editor = new Editor(window.page, n8n.url);
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
