import { createConnection } from 'node:net';

import axios from 'axios';

import {
	type AutocallsSandbox,
	startAutocalls,
	startQuo,
	startSandboxes,
	startVoximplant,
	startWorksection,
} from '../../sandbox';
import { arrived } from '../harness/arrived';
import { freePort } from '../harness/ports';
import { requestsTo } from './autocallsRequests';
import { autocalls } from './clients';
import { codeOf } from './requestOutcome';

let sandbox: AutocallsSandbox;
beforeAll(async () => {
	sandbox = await startAutocalls({ users: 3 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const { list, register } = requestsTo(() => sandbox);

describe('the log', () => {
	test('keeps what was sent, in the order of arrival, with the status of the answer', async () => {
		const began = Date.now();
		await autocalls(sandbox).get('/white-label/users', { page: 2, note: 'a b' });
		await register();
		await autocalls(sandbox, 'wrong').get('/user/me');
		expect(sandbox.log.map(({ method, path, status }) => [method, path, status])).toEqual([
			['GET', '/api/white-label/users', 200],
			['POST', '/api/white-label/register', 201],
			['GET', '/api/user/me', 401],
		]);
		const [first, second, third] = sandbox.log;
		expect([first?.query, first?.rawQuery]).toEqual([
			{ page: '2', note: 'a b' },
			'page=2&note=a+b',
		]);
		expect(JSON.parse(second?.bodyText ?? '')).toMatchObject({ email: 'new@example.com' });
		expect(third?.headers.authorization).toBe('Bearer wrong');
		expect(first?.at).toBeGreaterThanOrEqual(began);
		expect(first?.at).toBeLessThanOrEqual(Date.now());
	});

	test('holds a request that is still waiting', async () => {
		sandbox.faults.next({ kind: 'hang' });
		const sender = new AbortController();
		const waiting = codeOf(list(sender.signal));
		await arrived(sandbox);
		expect(sandbox.log).toHaveLength(1);
		expect(sandbox.log[0]).toMatchObject({ status: 0, fault: 'hang' });
		sender.abort();
		expect(await waiting).toBe('ERR_CANCELED');
	});
});

describe('a reset', () => {
	test('brings back people, settings, log, warnings, faults and latency, in the same places', async () => {
		const { people, log, settings, warnings } = sandbox;
		const before = structuredClone(people);
		await register();
		Object.assign(people[0] ?? {}, { name: 'Changed' });
		Object.assign(settings, { paginate: 'laravel', perPage: 1 });
		warnings.push('something');
		sandbox.faults.always({ kind: 'hang' });
		sandbox.latencyMs = 60_000;
		sandbox.reset();
		expect(people).toEqual(before);
		expect([log, warnings, sandbox.latencyMs]).toEqual([[], [], 0]);
		expect(settings).toMatchObject({ paginate: 'bare', perPage: 15 });
		expect([sandbox.people, sandbox.log, sandbox.settings]).toEqual([people, log, settings]);
		expect((await list()).status).toBe(200);
		expect(log).toHaveLength(1);
	});
});

describe('latency', () => {
	test('is waited for before every answer, and set at run time', async () => {
		sandbox.latencyMs = 80;
		const began = performance.now();
		await list();
		expect(performance.now() - began).toBeGreaterThan(75);
	});

	test('is waited for side by side', async () => {
		sandbox.latencyMs = 300;
		const began = performance.now();
		await Promise.all(Array.from({ length: 10 }, () => list()));
		expect(performance.now() - began).toBeLessThan(2000);
	});
});

describe('all four', () => {
	test('start together, each with as many people as asked for, and close at once', async () => {
		const ports = { autocalls: await freePort() };
		const all = await startSandboxes({ users: 7, latencyMs: 1, ports });
		const { autocalls: first, quo, voximplant, worksection } = all;
		const each = [first, quo, voximplant, worksection];
		expect(each.map(({ people }) => people.length)).toEqual([7, 7, 7, 7]);
		expect(new Set(each.map(({ url }) => new URL(url).port)).size).toBe(4);
		for (const { faults } of each) faults.always({ kind: 'hang' });
		const waiting = each.map(({ url }) => codeOf(axios.get(url)));
		for (const one of each) await arrived(one);
		const began = performance.now();
		await all.close();
		expect(await Promise.all(waiting)).toEqual(Array(4).fill('ECONNRESET'));
		expect(performance.now() - began).toBeLessThan(5000);
		expect(await codeOf(axios.get(first.url))).toBe('ECONNREFUSED');
	});

	test('close also while they wait out a latency or a drip', async () => {
		const slow = await startAutocalls({ latencyMs: 60000 });
		const waiting = codeOf(axios.get(slow.url));
		await arrived(slow);
		await slow.close();
		await slow.close();
		expect(await waiting).toBe('ECONNRESET');
	});

	test('take the ports and settings that they are given', async () => {
		const port = await freePort();
		const all = await startSandboxes({
			ports: { quo: port },
			rateLimits: true,
			autocalls: { paginate: 'laravel' },
			worksection: { rateLimit: 5 },
		});
		expect(all.quo.url).toBe(`http://127.0.0.1:${port}`);
		expect([all.quo.settings.rateLimit, all.worksection.settings.rateLimit]).toEqual([10, 5]);
		expect([all.autocalls.settings.paginate, all.autocalls.people.length]).toEqual(['laravel', 25]);
		await all.close();
	});

	test('leave nothing open where one of them cannot start', async () => {
		const taken = await startQuo();
		const port = Number(new URL(taken.url).port);
		const free = await freePort();
		const ports = { autocalls: free, worksection: port };
		await expect(startSandboxes({ ports })).rejects.toMatchObject({ code: 'EADDRINUSE' });
		expect(await codeOf(axios.get(`http://127.0.0.1:${free}`))).toBe('ECONNREFUSED');
		await taken.close();
	});

	test('know the same people at every start, and more of them when asked for more', async () => {
		const starts = [startAutocalls, startQuo, startVoximplant, startWorksection];
		for (const start of starts) {
			const [few, many] = [await start({ users: 5 }), await start({ users: 12 })];
			expect(many.people.slice(0, 5)).toEqual(few.people);
			expect(JSON.stringify(few.people)).toMatch(/[^\p{ASCII}]/u);
			await Promise.all([few.close(), many.close()]);
		}
	});

	test('know ten thousand people, each id and address once', async () => {
		const all = await startSandboxes({ users: 10000 });
		const distinct = (values: unknown[]) => new Set(values).size;
		expect(distinct(all.autocalls.people.map(({ id }) => id))).toBe(10000);
		expect(distinct(all.quo.people.map(({ id }) => id))).toBe(10000);
		expect(distinct(all.voximplant.people.map(({ user_name: name }) => name))).toBe(10000);
		expect(distinct(all.worksection.people.map(({ email }) => email.toLowerCase()))).toBe(10000);
		await all.close();
	});
});

test('a request that is not HTTP is refused without harm to others', async () => {
	const socket = createConnection(Number(new URL(sandbox.url).port), '127.0.0.1');
	const heard = await new Promise<string>((resolve) => {
		socket.once('data', (data) => resolve(String(data)));
		socket.write('nonsense\r\n\r\n');
	});
	socket.destroy();
	expect(heard).toMatch(/^HTTP\/1.1 400/);
	expect((await list()).status).toBe(200);
});
