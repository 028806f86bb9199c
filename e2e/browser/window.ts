import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumInstallation } from '../harness/chromium';
import { tailOf } from '../harness/npm';
import { packageName } from '../harness/packedPackage';
import { temporaryFolder } from '../harness/places';
import { startProgram, type Program } from '../harness/program';
import { until } from '../../test/harness/until';

interface Records {
	/** Errors on the console of the page, and exceptions that nobody caught. */
	readonly errors: string[];
	/** Every request of the pages to another host, as Chromium tells of it. */
	readonly asked: string[];
	/** Those of them that are none of npm's, and every socket to another host; nothing was sent there. */
	readonly outside: string[];
	/** Those of them that got their answer here, in npm's stead. */
	readonly answered: string[];
}

/** A browser with one page, which writes down what it shouldn't have done. */
export interface Window extends Records {
	readonly page: Page;
	close(): Promise<void>;
}

export interface WindowOptions {
	colorScheme?: 'light' | 'dark';
	viewport?: { width: number; height: number };
}

const flags = [
	...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
	...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
	...['--disable-breakpad', '--disable-dev-shm-usage', '--no-proxy-server'],
	// but for what is answered below, another host has no address
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
	'--remote-debugging-port=0',
];

/** What n8n's editor says by itself, each with its reason. */
const known = [
	{
		text: 'Failed to load resource: the server responded with a status of 401 (Unauthorized)',
		from: /^http:\/\/127\.0\.0\.1:\d+\/rest\/login$/,
		why: 'The editor asks who is signed in before anybody is.',
	},
	{
		text: 'Failed to load resource: the server responded with a status of 404 (Not Found)',
		from: /^http:\/\/127\.0\.0\.1:\d+\/rest\/workflows\/\w+\/publication-status$/,
		why: 'The editor asks whether a workflow is published that was begun by its menu and isn’t saved yet.',
	},
];

/**
 * What n8n's editor asks npm about every community package whose details are looked at, and what npm
 * would answer. It is answered here.
 */
const npm: Array<[RegExp, object]> = [
	[
		new RegExp(`^https://registry\\.npmjs\\.org/${packageName}$`),
		{ name: packageName, maintainers: [{ name: 'someone' }] },
	],
	[
		new RegExp(`^https://api\\.npmjs\\.org/downloads/range/[\\d:-]+/${packageName}$`),
		{ package: packageName, downloads: [] },
	],
];

/** Starts Chromium; it ends with this process at the latest, and its profile with it. */
export async function openWindow(options: WindowOptions = {}): Promise<Window> {
	const command = await chromiumInstallation();
	const folder = temporaryFolder('chromium');
	const profile = path.join(folder, 'profile');
	mkdirSync(profile);
	const program = await startProgram({
		command,
		args: [...flags, `--user-data-dir=${profile}`, 'about:blank'],
		cwd: folder,
		env: { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' },
		log: path.join(folder, 'log'),
		remove: [folder],
	});
	try {
		const address = await addressOf(profile, program);
		const browser = await chromium.connectOverCDP(address, { artifactsDir: folder });
		return await openPage(browser, program, options);
	} catch (error) {
		await program.end();
		throw error;
	}
}

async function openPage(
	browser: Browser,
	program: Program,
	options: WindowOptions,
): Promise<Window> {
	const viewport = { width: 1280, height: 800 };
	const context = await browser.newContext({
		...{ viewport, locale: 'en-US', ...options },
		// what one of them asks for isn't seen below
		serviceWorkers: 'block',
	});
	const records = watch(context);
	const page = await context.newPage();
	await answerForNpm(page, records);
	const close = async () => {
		await browser.close().catch(() => undefined);
		await program.end();
	};
	return { page, ...records, close };
}

/** Chromium writes it into its profile once it listens. */
async function addressOf(profile: string, program: Program): Promise<string> {
	const file = path.join(profile, 'DevToolsActivePort');
	const written = () =>
		existsSync(file) ? /^(\d+)\n(\/.+)$/.exec(readFileSync(file, 'utf8')) : null;
	const listens = () => {
		if (program.ending) throw new Error(`Chromium ended:\n${tailOf(program.log)}`);
		return written() !== null;
	};
	await until('Chromium listens', listens, 120_000);
	const [, port, where] = written() ?? [];
	return `ws://127.0.0.1:${port}${where}`;
}

const isOutside = ({ hostname }: URL) => hostname !== '' && hostname !== '127.0.0.1';

const answerTo = (url: string) => npm.find(([address]) => address.test(url))?.[1];

function watch(context: BrowserContext): Records {
	const records: Records = { errors: [], asked: [], outside: [], answered: [] };
	const { errors, asked, outside } = records;
	context.on('request', (request) => {
		const url = request.url();
		if (!isOutside(new URL(url))) return;
		asked.push(url);
		if (!answerTo(url)) outside.push(url);
	});
	context.on('console', (message) => {
		const { url } = message.location();
		const text = message.text();
		const isKnown = known.some((one) => one.text === text && one.from.test(url));
		if (message.type() === 'error' && !isKnown) errors.push(`${text} (${url})`);
	});
	context.on('weberror', (event) => errors.push(String(event.error())));
	context.on('page', (page) => {
		page.on('websocket', (socket) => {
			if (isOutside(new URL(socket.url()))) outside.push(socket.url());
		});
	});
	return records;
}

/**
 * What this page asks of npm. Not by Playwright's `route`: that switches Chromium's cache off, and the
 * editor, which is large, would be fetched anew for every workflow.
 * @see https://playwright.dev/docs/api/class-browsercontext#browser-context-route
 */
async function answerForNpm(page: Page, { answered }: Records): Promise<void> {
	const devTools = await page.context().newCDPSession(page);
	devTools.on('Fetch.requestPaused', ({ requestId, request: { url } }) => {
		const json = answerTo(url);
		if (json) answered.push(url);
		const done = json
			? devTools.send('Fetch.fulfillRequest', {
					...{ requestId, responseCode: 200 },
					responseHeaders: [
						{ name: 'content-type', value: 'application/json' },
						{ name: 'access-control-allow-origin', value: '*' },
					],
					body: Buffer.from(JSON.stringify(json)).toString('base64'),
				})
			: devTools.send('Fetch.continueRequest', { requestId });
		// The page may have gone on, and wants no answer then.
		done.catch(() => undefined);
	});
	await devTools.send('Fetch.enable', { patterns: [{ urlPattern: 'https://*' }] });
}
