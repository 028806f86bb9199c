import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openBrowser, type Browser } from '../browser/browser';
import { packageName } from '../harness/package';
import { until } from '../../test/harness/until';

const asked: string[] = [];
let server: Server;
let here: string;
let browser: Browser | undefined;

/** A page with a script that may be kept for a day, as n8n's editor is. */
beforeAll(async () => {
	server = createServer(({ url = '' }, response) => {
		if (url.startsWith('/rest/')) return void response.writeHead(404).end('{}');
		asked.push(url);
		const isScript = url === '/script.js';
		response.writeHead(200, {
			'content-type': isScript ? 'text/javascript' : 'text/html',
			'cache-control': isScript ? 'max-age=86400' : 'no-store',
		});
		response.end(isScript ? 'globalThis.loaded = true' : '<script src="/script.js"></script>');
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await openBrowser();
}, 300_000);
afterAll(async () => {
	await browser?.close();
	server.close();
});

const opened = (): Browser => {
	if (browser === undefined) throw new Error('There is no browser.');
	return browser;
};

const loaded = () => opened().page.evaluate('globalThis.loaded');
const answerOf = (url: string) =>
	opened().page.evaluate(
		`fetch(${JSON.stringify(url)}).then((answer) => answer.json(), () => 'no answer')`,
	);

it('keeps what may be kept from one page to the next, so that the editor is fetched once', async () => {
	for (const page of ['/first', '/second']) {
		await opened().page.goto(`${here}${page}`);
		expect(await loaded()).toBe(true);
	}
	expect(asked.filter((url) => !url.startsWith('/favicon'))).toEqual([
		...['/first', '/script.js', '/second'],
	]);
	expect(opened()).toMatchObject({ errors: [], requests: [], blocked: [], answered: [] });
});

it('answers in npm’s stead', async () => {
	const url = `https://registry.npmjs.org/${packageName}`;
	expect(await answerOf(url)).toMatchObject({ name: packageName });
	await until('it is written down', () => opened().answered.length > 0);
	expect(opened()).toMatchObject({ errors: [], requests: [url], blocked: [], answered: [url] });
});

it('lets nothing else get to another host, and writes it down', async () => {
	const urls = [
		'https://example.com/tracked',
		'http://example.com/plain',
		'https://registry.npmjs.org/another-package',
		// no name: it would be refused otherwise than by name even where there is no DNS
		'http://192.0.2.1/literal',
	];
	const answered = [...opened().answered];
	for (const url of urls) expect(await answerOf(url)).toBe('no answer');
	expect(opened().blocked).toEqual(urls);
	expect(opened().requests).toEqual(expect.arrayContaining(urls));
	expect(opened().answered).toEqual(answered);
	const told = (url: string) =>
		opened().errors.some((line) => line.includes(`net::ERR_NAME_NOT_RESOLVED (${url})`));
	await until('the console tells of each', () => urls.every(told));
});

it('writes down a socket to another host', async () => {
	const url = 'wss://example.com/socket';
	await opened().page.evaluate(
		`new Promise((resolve) => (new WebSocket(${JSON.stringify(url)}).onclose = resolve))`,
	);
	expect(opened().blocked).toContain(url);
});

it('writes down what a server here refuses, save for what the editor is known to ask in vain', async () => {
	const known = '/rest/workflows/Me1u2wiZP9IHLUVi/publication-status';
	const others = ['/rest/workflows/Me1u2wiZP9IHLUVi', `${known}/more`, '/rest/login'];
	for (const url of [known, ...others]) await answerOf(url);
	const told = () => opened().errors.filter((line) => line.includes('404 (Not Found)'));
	await until('the console tells of each', () => told().length >= others.length);
	expect(told()).toEqual(others.map((url) => expect.stringContaining(`${here}${url})`) as unknown));
});
