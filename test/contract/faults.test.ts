import { constants, gunzipSync } from 'node:zlib';

import { type AutocallsSandbox, type Fault, type LostAnswer, startAutocalls } from '../../sandbox';
import { arrived } from '../harness/arrived';
import { requestsTo } from './autocallsRequests';
import { autocalls } from './clients';
import { codeOf, givenUp } from './requestOutcome';

let sandbox: AutocallsSandbox;
beforeAll(async () => {
	sandbox = await startAutocalls({ users: 3 });
});
afterEach(() => sandbox.reset());
afterAll(() => sandbox.close());

const { list, register } = requestsTo(() => sandbox);
/** Sends it. Where no answer comes, or none in time, it is given up once it has arrived. */
const sent = async (kind: string, send: (signal?: AbortSignal) => Promise<unknown>) =>
	['hang', 'drip', 'delay'].includes(kind)
		? await givenUp(sandbox, send, 150)
		: await codeOf(send());

describe('a fault', () => {
	test('of a status comes with the body that the provider sends with it', async () => {
		sandbox.faults.next({ kind: 'status', status: 500 });
		const { status, data } = await list();
		expect([status, JSON.parse(data)]).toEqual([500, { message: 'Server Error' }]);
	});

	test('of a status takes headers and a body of its own, also a page', async () => {
		const headers = { 'retry-after': '7' };
		sandbox.faults.next({ kind: 'status', status: 429, headers, body: { error: 'slow' } });
		const first = await list();
		expect([first.status, first.headers['retry-after'], first.data]).toEqual([
			429,
			'7',
			'{"error":"slow"}',
		]);
		sandbox.faults.next({ kind: 'status', status: 502, body: '<h1>Bad Gateway</h1>' });
		const second = await list();
		expect([second.data, second.headers['content-type']]).toEqual([
			'<h1>Bad Gateway</h1>',
			'text/html; charset=utf-8',
		]);
	});

	test('of a reset gives no answer at all', async () => {
		sandbox.faults.next({ kind: 'reset' });
		expect(await codeOf(list())).toBe('ECONNRESET');
		expect(sandbox.log[0]).toMatchObject({ status: 0, fault: 'reset' });
	});

	test('of a reset in the body sends the status and half of the answer first', async () => {
		sandbox.faults.next({ kind: 'resetInBody' });
		const stream = await autocalls(sandbox).request({
			url: '/white-label/users',
			responseType: 'stream',
		});
		expect(stream.status).toBe(200);
		let text = '';
		const reading = (async () => {
			for await (const chunk of stream.data) text += String(chunk);
		})();
		await expect(reading).rejects.toThrow();
		expect(text.length).toBeGreaterThan(50);
		expect(text.length).toBeLessThan(Number(stream.headers['content-length']));
	});

	test('that hangs never answers', async () => {
		sandbox.faults.next({ kind: 'hang' });
		expect(await givenUp(sandbox, list, 150)).toBe('ERR_CANCELED');
		expect(sandbox.log[0]?.status).toBe(0);
	});

	test('that drips is whole in the end, and later than a hasty client waits', async () => {
		sandbox.faults.next({ kind: 'drip', intervalMs: 5, bytes: 40 });
		const began = performance.now();
		const { data } = await list();
		expect(JSON.parse(data).data).toEqual(sandbox.people);
		expect(performance.now() - began).toBeGreaterThan(40);
		sandbox.faults.next({ kind: 'drip', intervalMs: 60, bytes: 1 });
		expect(await givenUp(sandbox, list, 200)).toBe('ERR_CANCELED');
	});

	test('of a page for people is HTTP 200 and HTML', async () => {
		sandbox.faults.next({ kind: 'html200' });
		const { status, data, headers } = await list();
		expect([status, headers['content-type']]).toEqual([200, 'text/html']);
		expect(data).toMatch(/^<!doctype html>/);
	});

	test('of an empty answer is HTTP 200 without a body', async () => {
		sandbox.faults.next({ kind: 'empty200' });
		const { status, data, headers } = await list();
		expect([status, data, headers['content-length']]).toEqual([200, '', '0']);
	});

	test('of malformed JSON is a complete answer that no parser takes', async () => {
		sandbox.faults.next({ kind: 'malformed' });
		const { status, data } = await list();
		expect(status).toBe(200);
		expect(data).toMatch(/^\{"data":\[/);
		expect(() => JSON.parse(data)).toThrow(SyntaxError);
	});

	test('of cut gzip is one that no client can unpack in full', async () => {
		sandbox.faults.next({ kind: 'truncatedGzip' });
		const { data, headers } = await autocalls(sandbox).request({
			url: '/white-label/users',
			decompress: false,
			responseType: 'arraybuffer',
		});
		expect([headers['content-encoding'], headers['content-length']]).toEqual([
			'gzip',
			String(data.length),
		]);
		expect(() => gunzipSync(data)).toThrow('unexpected end of file');
		const part = gunzipSync(data, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
		expect(part).toMatch(/^\{"data":\[/);
		expect(() => JSON.parse(part)).toThrow(SyntaxError);
	});

	test('of a hold is carried out and answered once it is let go', async () => {
		let letGo = () => undefined as void;
		const until = async () => await new Promise<void>((resolve) => (letGo = resolve));
		sandbox.faults.next({ kind: 'hold', until });
		const asked = register();
		await arrived(sandbox);
		await new Promise(setImmediate);
		expect([sandbox.log[0]?.status, sandbox.people.length]).toEqual([0, 3]);
		letGo();
		expect([(await asked).status, sandbox.people.length]).toEqual([201, 4]);
	});

	test('of a delay answers as ever, later', async () => {
		sandbox.faults.next({ kind: 'delay', ms: 120 });
		const began = performance.now();
		expect((await list()).status).toBe(200);
		expect(performance.now() - began).toBeGreaterThan(115);
	});

	test('of a body answers with that, HTTP 200 unless another is asked for', async () => {
		sandbox.faults.next({ kind: 'body', body: { data: 'odd' } });
		sandbox.faults.next({ kind: 'body', body: { id: '12345678901234567890' }, status: 418 });
		const [first, second] = [await list(), await list()];
		expect([first.status, first.data]).toEqual([200, '{"data":"odd"}']);
		expect([second.status, second.data]).toEqual([418, '{"id":12345678901234567890}']);
	});

	test('of a redirect points elsewhere', async () => {
		sandbox.faults.next({ kind: 'redirect', location: 'https://elsewhere.example/x' });
		sandbox.faults.next({ kind: 'redirect', location: '/y', status: 307 });
		const [first, second] = [await list(), await list()];
		expect([first.status, first.headers.location]).toEqual([302, 'https://elsewhere.example/x']);
		expect([second.status, second.headers.location]).toEqual([307, '/y']);
	});

	test('may change the people before the answer', async () => {
		sandbox.faults.next({ kind: 'mutate', mutate: () => sandbox.people.splice(0, 2) });
		expect(JSON.parse((await list()).data).data).toHaveLength(1);
	});

	test('is met by the first request that it is meant for, once', async () => {
		sandbox.faults.next({ kind: 'empty200' }, ({ method }) => method === 'POST');
		expect((await list()).data).not.toBe('');
		expect(sandbox.faults.pending).toBe(1);
		expect((await register()).data).toBe('');
		expect(sandbox.faults.pending).toBe(0);
		expect((await register()).status).toBe(201);
	});

	test('that stands meets every request until it is taken away', async () => {
		const remove = sandbox.faults.always({ kind: 'status', status: 503 });
		sandbox.faults.next({ kind: 'status', status: 500 });
		expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([
			500, 503, 503,
		]);
		remove();
		expect((await list()).status).toBe(200);
	});

	test('is gone after a clear', async () => {
		sandbox.faults.always({ kind: 'hang' });
		sandbox.faults.next({ kind: 'hang' });
		sandbox.faults.clear();
		expect([sandbox.faults.pending, (await list()).status]).toEqual([0, 200]);
	});
});

describe('a write', () => {
	const replaced: Fault[] = [
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'hang' },
		{ kind: 'html200' },
		{ kind: 'empty200' },
		{ kind: 'body', body: {} },
		{ kind: 'redirect', location: '/' },
	];
	test.each(replaced)('is not carried out where its answer is replaced: $kind', async (fault) => {
		sandbox.faults.next(fault);
		await sent(fault.kind, register);
		expect(sandbox.people).toHaveLength(3);
	});

	const spoilt: Fault[] = [
		{ kind: 'resetInBody' },
		{ kind: 'malformed' },
		{ kind: 'truncatedGzip' },
		{ kind: 'drip', intervalMs: 100 },
		{ kind: 'delay', ms: 30000 },
	];
	test.each(spoilt)('is carried out where its answer is spoilt or slow: $kind', async (fault) => {
		sandbox.faults.next(fault);
		await sent(fault.kind, register);
		expect(sandbox.people).toHaveLength(4);
	});

	const lost: [LostAnswer, string][] = [
		['reset', 'ECONNRESET'],
		['hang', 'ERR_CANCELED'],
		['resetInBody', 'ECONNRESET'],
		['html200', 'an answer'],
		['empty200', 'an answer'],
		['malformed', 'an answer'],
		['truncatedGzip', 'an answer'],
		['500', 'an answer'],
		['502', 'an answer'],
		['503', 'an answer'],
		['504', 'an answer'],
	];
	test.each(lost)('is carried out once and its answer then lost by %s', async (word, expected) => {
		sandbox.faults.next({ kind: 'applyThen', applyThen: word });
		expect(await sent(word, register)).toBe(expected);
		expect(sandbox.people.map(({ email }) => email).slice(3)).toEqual(['new@example.com']);
		if (Number(word) > 0) expect(sandbox.log[0]?.status).toBe(Number(word));
	});

	test('is carried out once also where its lost answer was to be a spoilt one', async () => {
		sandbox.faults.next({ kind: 'applyThen', applyThen: 'malformed' });
		await autocalls(sandbox).post('/white-label/transfer', {
			user_id: 1001,
			transfer_type: 'minutes',
			operation: 'add',
			amount: 100,
		});
		expect(sandbox.adminMinutes).toBe(9900);
	});

	test('is carried out and then answered with whatever fault is given', async () => {
		sandbox.faults.next({
			kind: 'applyThen',
			applyThen: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
		});
		const { status, headers } = await register();
		expect([status, headers['retry-after'], sandbox.people.length]).toEqual([429, '1', 4]);
	});
});
