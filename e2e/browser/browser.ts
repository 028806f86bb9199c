import {
	chromium,
	type Browser as Chromium,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
} from 'playwright-core';
import { chromiumPath } from '../harness/debian';
import { packageName } from '../harness/package';

interface Records {
	/** Errors on the console of the page, and exceptions that nobody caught. */
	readonly errors: string[];
	/** Every request of the pages to another host, as Chromium tells of it. */
	readonly requests: string[];
	/** Those of them that are none of npm's, and every socket to another host; nothing was sent there. */
	readonly blocked: string[];
	/** Those of them that are npm's, and were answered here. */
	readonly answered: string[];
}

/** A browser with one page, which writes down what it shouldn't have done. */
export interface Browser extends Records {
	readonly page: Page;
	close(): Promise<void>;
}

const flags = [
	...['--disable-gpu', '--disable-quic', '--no-proxy-server', '--disable-sync'],
	// but for what is answered below, another host has no address
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** What n8n's editor says by itself, each with its reason. */
const expectedErrors = [
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

/** What n8n's editor asks npm about a community package whose details are looked at, and our answer. */
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

/** Starts Chromium, which ends with this process at the latest. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<Browser> {
	const executablePath = await chromiumPath();
	const browser = await chromium.launch({ executablePath, args: flags, timeout: 120_000 });
	try {
		return await openPage(browser, options);
	} catch (error) {
		await browser.close();
		throw error;
	}
}

async function openPage(browser: Chromium, options: BrowserContextOptions): Promise<Browser> {
	const viewport = { width: 1280, height: 800 };
	const context = await browser.newContext({
		...{ viewport, locale: 'en-US', ...options },
		// what one of them asks for isn't seen below
		serviceWorkers: 'block',
	});
	const records = watch(context);
	const page = await context.newPage();
	await answerForNpm(page, records);
	return { page, ...records, close: () => browser.close() };
}

const isElsewhere = ({ hostname }: URL) => hostname !== '' && hostname !== '127.0.0.1';

const answerTo = (url: string) => npm.find(([address]) => address.test(url))?.[1];

function watch(context: BrowserContext): Records {
	const records: Records = { errors: [], requests: [], blocked: [], answered: [] };
	const { errors, requests, blocked } = records;
	context.on('request', (request) => {
		const url = request.url();
		if (!isElsewhere(new URL(url))) return;
		requests.push(url);
		if (!answerTo(url)) blocked.push(url);
	});
	context.on('console', (message) => {
		const { url } = message.location();
		const text = message.text();
		const isExpected = expectedErrors.some((one) => one.text === text && one.from.test(url));
		if (message.type() === 'error' && !isExpected) errors.push(`${text} (${url})`);
	});
	context.on('weberror', (event) => errors.push(String(event.error())));
	context.on('page', (page) => {
		page.on('websocket', (socket) => {
			if (isElsewhere(new URL(socket.url()))) blocked.push(socket.url());
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
