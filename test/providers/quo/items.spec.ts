import type { Fault } from '../../../sandbox';
import { errorWords, testCredential } from '../../harness';
import { Quo } from '../../../nodes/Quo/Quo.node';
import { patience } from '../patience';
import { at, QuoFixture, ids, paired } from './fixture';

const fixture = new QuoFixture(120);
const lifted = { requestsPerSecond: 0 };

describe('Get Many of Quo for many items', () => {
	it('reads the list once for all, and gives each item its own users', async () => {
		const input = Array.from({ length: 11 }, () => ({}));
		const run = await fixture.getAll({ returnAll: true }, { input });
		expect(fixture.calls).toHaveLength(3);
		expect(run.items).toHaveLength(11 * 120);
		for (const index of [0, 9, 10]) {
			const own = run.items.filter(({ pairedItem }) => {
				return JSON.stringify(pairedItem) === JSON.stringify({ item: index });
			});
			expect(own.map(({ json }) => json.id)).toEqual(fixture.expectedIds());
		}
		const [first, again] = [run.json[0], run.json[120]];
		expect(again).toEqual(first);
		expect(again).not.toBe(first);
	});

	it('takes each item’s own parameters', async () => {
		const input = Array.from({ length: 10 }, (_, index) => ({
			limit: index + 1,
			role: index % 2 === 0 ? 'admin' : 'member',
		}));
		const filters = { role: ['={{ $json.role }}'] };
		const run = await fixture.getAll({ limit: '={{ $json.limit }}', filters }, { input });
		const expected = input.map(({ limit, role }) =>
			fixture.expectedIds((user) => user.role === role).slice(0, limit),
		);
		expect(ids(run)).toEqual(expected.flat());
		expect(paired(run)).toEqual(expected.flatMap((list, item) => list.map(() => ({ item }))));
		// one walk serves all, as far as anyone needs it
		expect(fixture.calls).toHaveLength(2);
	});

	it('gives a failing item its error, and the others their users', async () => {
		const input = [{ limit: 1 }, { limit: 0 }, { limit: 2 }];
		const parameters = { limit: '={{ $json.limit }}' };
		const run = await fixture.getAll(parameters, { input, onError: 'continueRegularOutput' });
		expect(run.json.map(({ id, error }) => id ?? error)).toEqual([
			at(fixture.sandbox.people, 0).id,
			"'Limit' must be at least 1, not 0.",
			at(fixture.sandbox.people, 0).id,
			at(fixture.sandbox.people, 1).id,
		]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 2 }]);
		const stopped = await fixture.getAll(parameters, { input });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(stopped.items).toEqual([]);
	});

	it('reports one failure of the provider on every item, without asking again', async () => {
		fixture.sandbox.faults.always({ kind: 'status', status: 403 });
		const input = [{}, {}, {}];
		const run = await fixture.getAll(
			{ returnAll: true },
			{ input, onError: 'continueErrorOutput' },
		);
		expect(run.json).toEqual([]);
		expect(run.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(fixture.calls).toHaveLength(1);
	});
});

describe('the failures of Quo', () => {
	it.each(['spec', 'wrapped'] as const)('are read in the shape %s', async (errorShape) => {
		fixture.sandbox.settings.errorShape = errorShape;
		const code = errorShape === 'spec' ? '1100401' : 'Unauthorized';
		const credentials = { quoApi: fixture.sandbox.wrongCredentials };
		const run = await fixture.getAll({}, { credentials });
		expect(run.error).toMatchObject({
			message: `Quo: Invalid API key (HTTP 401, code ${code}).`,
			description:
				"Check the API key in the credential: copy it again from Quo under Settings → API, without 'Bearer'.",
			httpCode: '401',
			context: { itemIndex: 0 },
		});
		expect(fixture.calls).toHaveLength(1);
	});

	it.each([
		[
			402,
			{ message: 'Subscription expired', code: '0201402' },
			/Subscription expired \(HTTP 402, code 0201402\)\. Check the workspace's subscription/,
		],
		[
			403,
			{ title: 'Forbidden' },
			/Forbidden \(HTTP 403\)\. Use the API key of a workspace owner or admin/,
		],
		[404, { message: 'Not Found' }, /Not Found \(HTTP 404\)\. Check the ID/],
		[418, {}, /the request was refused \(HTTP 418\)\./],
		[400, '<html>no</html>', /the answer is a web page, not JSON \(HTTP 400\)\. Check/],
	])('say what to do about %d', async (status, body, message) => {
		fixture.sandbox.faults.next({ kind: 'body', status, body });
		const run = await fixture.getAll();
		expect(errorWords(run.error)).toMatch(message);
		expect(errorWords(run.error)).toMatch(/^Quo: /);
		expect(run.error).toMatchObject({ httpCode: String(status) });
		expect(fixture.calls).toHaveLength(1);
	});

	const passing: [string, Fault][] = [
		['429', { kind: 'status', status: 429 }],
		['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
		['500', { kind: 'status', status: 500 }],
		['503', { kind: 'status', status: 503, headers: { 'retry-after': '0' } }],
		['408', { kind: 'status', status: 408 }],
		['a reset', { kind: 'reset' }],
		['a reset in mid-answer', { kind: 'resetInBody' }],
		['cut JSON', { kind: 'malformed' }],
		['cut gzip', { kind: 'truncatedGzip' }],
		['a web page', { kind: 'html200' }],
		['an empty answer', { kind: 'empty200' }],
		['no answer', { kind: 'hang' }],
		['another answer', { kind: 'body', body: { data: 'x' } }],
	];

	it.each(passing)('end after %s between two pages, with every user once', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, ({ query }) => !!query.pageToken);
		const run = await fixture.all(patience(fault));
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(fixture.expectedIds());
		expect(run.messages).toEqual([]);
		expect(fixture.calls).toHaveLength(4);
		expect(fixture.sandbox.log[2]?.rawQuery).toBe(fixture.sandbox.log[1]?.rawQuery);
	});

	it('end after as many tries as Retries allow', async () => {
		fixture.sandbox.faults.always({ kind: 'status', status: 429 });
		const run = await fixture.all({ retries: 2, maxWait: 1 });
		expect(errorWords(run.error)).toBe(
			"Quo: HTTP 429, after 3 tries (HTTP 429, code 1100429). Run again in a moment, or lower 'Requests per Second' under Options.",
		);
		expect(fixture.calls).toHaveLength(3);
	});

	it('end at once where Quo asks for more patience than Max Wait has', async () => {
		const headers = { 'retry-after': '30' };
		fixture.sandbox.faults.always({ kind: 'status', status: 429, headers });
		const run = await fixture.all({ maxWait: 5 });
		expect(errorWords(run.error)).toContain(
			"Quo asked for a wait of 30 s, but only 5 s of 'Max Wait' remain.",
		);
		expect(fixture.calls).toHaveLength(1);
	});

	it('take the key to no other host', async () => {
		const location = 'http://localhost:9/v1/users';
		fixture.sandbox.faults.next({ kind: 'redirect', location });
		const run = await fixture.getAll();
		expect(errorWords(run.error)).toMatch(
			/^Quo: the API redirects to another host \(localhost:9\)/,
		);
		expect(fixture.calls).toHaveLength(1);
		fixture.sandbox.faults.next({
			kind: 'redirect',
			location: '/v1/users?maxResults=50',
			status: 307,
		});
		const followed = await fixture.getAll();
		expect(followed.items).toHaveLength(50);
		expect(fixture.sandbox.log.at(-1)?.headers.authorization).toBe(
			fixture.sandbox.credentials.apiKey,
		);
	});

	it('hide the key where it is echoed', async () => {
		const key = String(fixture.sandbox.credentials.apiKey);
		const body = { message: `Key ${key} is wrong`, code: key };
		fixture.sandbox.faults.next({ kind: 'body', status: 401, body });
		const run = await fixture.getAll();
		expect(errorWords(run.error)).toMatch(
			/^Quo: Key \[hidden\] is wrong \(HTTP 401, code \[hidden\]\)/,
		);
		const user = { ...at(fixture.sandbox.people, 0), firstName: key };
		const page = { data: [user], totalItems: 1, nextPageToken: null };
		fixture.sandbox.faults.next({ kind: 'body', body: page });
		const listed = await fixture.getAll();
		expect(listed.json).toMatchObject([{ firstName: '[hidden]' }]);
	});
});

describe('the credential of Quo', () => {
	it('is told good from bad when it is saved', async () => {
		const good = await testCredential('quoApi', fixture.sandbox.credentials);
		expect(good).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(fixture.calls).toEqual(['GET /v1/users?maxResults=1']);
		const bad = await testCredential('quoApi', fixture.sandbox.wrongCredentials);
		expect(bad.status).toBe('Error');
		expect(bad.message).toMatch(/401 Unauthorized: Quo doesn’t know this API key/);
		const body = { message: 'wrong key' };
		fixture.sandbox.faults.next({ kind: 'body', body });
		expect(await testCredential('quoApi', fixture.sandbox.credentials)).toMatchObject({
			status: 'Error',
		});
	});

	it('is sent as it is, however it was pasted', async () => {
		const { apiKey, baseUrl } = fixture.sandbox.credentials;
		for (const [key, url] of [
			[` ${apiKey}\n`, `${baseUrl}/`],
			[`Bearer ${apiKey}`, `${baseUrl}/v1`],
			[`bearer  ${apiKey}`, ` ${baseUrl}/v1/ `],
		]) {
			const credentials = { quoApi: { apiKey: key, baseUrl: url } };
			const run = await fixture.getAll({ limit: 1 }, { credentials });
			expect(run.items).toHaveLength(1);
			expect(fixture.sandbox.log.at(-1)).toMatchObject({
				path: '/v1/users',
				headers: { authorization: apiKey },
			});
		}
	});

	it.each([
		[{ apiKey: '' }, /"API Key" is empty/],
		[{ apiKey: 'two words' }, /"API Key" has a space/],
		[{ baseUrl: 'http://api.openphone.com' }, /would send your key unencrypted/],
		[{ baseUrl: 'ftp://localhost' }, /which starts with ftp:/],
	])('is refused before anything is sent where it holds %j', async (changes, message) => {
		const quoApi = { ...fixture.sandbox.credentials, ...changes };
		const run = await fixture.getAll({}, { credentials: { quoApi } });
		expect(errorWords(run.error)).toMatch(message);
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('has to be there', async () => {
		const run = await fixture.getAll({}, { credentials: {} });
		expect(errorWords(run.error)).toMatch(/credential/i);
		expect(fixture.calls).toEqual([]);
	});
});

describe('the node of Quo', () => {
	it('serves agents too', () => {
		expect(new Quo().description.usableAsTool).toBe(true);
	});

	it.each(['delete', 'constructor', 'toString'])('has no operation %s', async (operation) => {
		const run = await fixture.run({ operation });
		expect(errorWords(run.error)).toBe(
			`'Operation' must be one of get, getAll, not '${operation}'.`,
		);
		expect(fixture.calls).toEqual([]);
	});

	it('says where nobody is listening', async () => {
		const quoApi = { ...fixture.sandbox.credentials, baseUrl: 'http://127.0.0.1:1' };
		const options = { ...lifted, retries: 1, maxWait: 1 };
		const run = await fixture.getAll({ options }, { credentials: { quoApi } });
		expect(errorWords(run.error)).toMatch(
			/^Quo: the connection was refused \(127\.0\.0\.1:1\), after 2 tries\. Check the URL in the credential/,
		);
	});
});
