import { errorWords } from '../../harness';
import { at, begins, QuoFixture, by, ids, paired } from './fixture';

const fixture = new QuoFixture(120);
const person = (index: number) => at(fixture.sandbox.people, index);
const asAnswered = (index: number) => JSON.parse(JSON.stringify(person(index))) as object;
const listed = ['GET /v1/users', 'GET /v1/users', 'GET /v1/users'];
const paths = () => fixture.sandbox.log.map(({ method, path }) => `${method} ${path}`);

describe('Get of Quo by ID', () => {
	it('asks for that one user', async () => {
		const run = await fixture.get(by('id', ` ${person(70).id} `));
		expect(run.json).toEqual([asAnswered(70)]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(run.messages).toEqual([]);
		expect(fixture.calls).toEqual([`GET /v1/users/${person(70).id}`]);
	});

	it('says who is not there, in Quo’s words too', async () => {
		const { id } = person(3);
		fixture.sandbox.people.splice(3, 1);
		const run = await fixture.get(by('id', id));
		expect(run.error).toMatchObject({
			message: `Quo: there is no user with the ID '${id}': User not found (HTTP 404, code 1100404).`,
			description:
				"Check the value in 'User', and that the credential belongs to the right account.",
			httpCode: '404',
			context: { itemIndex: 0 },
		});
		expect(fixture.calls).toHaveLength(1);
	});

	it.each([
		['a web page', '<html>Not Found</html>', 'the answer is a web page, not JSON'],
		['nothing', '', 'the answer is empty'],
	])('blames the address, not the ID, where %s comes with HTTP 404', async (_what, body, words) => {
		fixture.sandbox.faults.next({ kind: 'body', status: 404, body });
		const run = await fixture.get(by('id', person(3).id));
		expect(run.error).toMatchObject({
			message: `Quo: ${words} (HTTP 404).`,
			description: 'Check the URL in the credential: it may lead to a web page instead of the API.',
			httpCode: '404',
		});
	});

	it.each(['all', '../users', '?maxResults=1', 'us123', '*', 'PN123', 'US', 'ann@example.com'])(
		'refuses %s, which is no user’s ID, without a request',
		async (value) => {
			const run = await fixture.get(by('id', value));
			expect(run.error).toMatchObject({
				message: begins(`'User' is not the ID of a Quo user, which starts with 'US': '${value}'.`),
				context: { itemIndex: 0 },
			});
			expect(fixture.calls).toEqual([]);
		},
	);

	it.each([
		['US/../phone-numbers', '/v1/users/US%2F..%2Fphone-numbers'],
		['US1?maxResults=1', '/v1/users/US1%3FmaxResults%3D1'],
		['US1;US2', '/v1/users/US1%3BUS2'],
		['US1#x', '/v1/users/US1%23x'],
		['US..%2f', '/v1/users/US..%252f'],
	])('keeps %s one part of the path', async (value, path) => {
		const run = await fixture.get(by('id', value));
		expect(errorWords(run.error)).toContain(`Quo: there is no user with the ID '${value}'`);
		expect(paths()).toEqual([`GET ${path}`]);
	});

	it('adds phone numbers, and gives every output', async () => {
		const options = { requestsPerSecond: 0, includePhoneNumbers: true };
		const { id, email } = person(0);
		const { number } = at(fixture.sandbox.phoneNumbers, 0);
		const raw = await fixture.get(by('id', id), { options });
		expect(raw.json).toEqual([{ ...asAnswered(0), phoneNumbers: [number] }]);
		expect(fixture.calls).toEqual([`GET /v1/users/${id}`, 'GET /v1/phone-numbers']);
		const simplified = await fixture.get(by('id', id), { output: 'simplified' });
		expect(simplified.json).toEqual([asAnswered(0)]);
		const unified = await fixture.get(by('id', id), { output: 'unified', options });
		expect(unified.json).toMatchObject([{ provider: 'quo', email, phone: number }]);
		const scim = await fixture.get(by('id', id), { output: 'scim', options });
		const primary = { value: number, type: 'work', primary: true };
		expect(scim.json).toMatchObject([{ externalId: `quo:${id}`, phoneNumbers: [primary] }]);
		const fields = ['email', 'nothing'];
		const selected = await fixture.get(by('id', id), { output: 'selected', fields });
		expect(selected.json).toEqual([{ email, nothing: null }]);
		const none = await fixture.get(by('id', person(9).id), { options });
		expect(none.json).toEqual([{ ...asAnswered(9), phoneNumbers: [] }]);
	});
});

describe('Get of Quo by e-mail', () => {
	it.each([
		['Ann@Example.com', 'ann@example.com'],
		['ann@example.com', 'ANN@EXAMPLE.COM'],
		['Ann@Example.com', ' Ann@Example.com '],
	])('finds %s as %s, and walks the list once', async (email, asked) => {
		Object.assign(person(110), { email });
		Object.assign(person(3), { email: 'joann@example.com' });
		Object.assign(person(4), { email: 'ann@example.com.au' });
		const run = await fixture.get(by('email', asked));
		expect(run.json).toEqual([asAnswered(110)]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(paths()).toEqual(listed);
		expect(fixture.sizes).toEqual([50, 50, 50]);
	});

	it('names the user that it looked for', async () => {
		for (const email of ['nobody@example.com', 'nobody@example', 'all@example.com']) {
			const run = await fixture.get(by('email', email));
			expect(run.error).toMatchObject({
				message: `Quo: there is no user with the e-mail '${email}'.`,
				httpCode: null,
				context: { itemIndex: 0 },
			});
		}
	});

	it('does not guess between two users with the same address', async () => {
		Object.assign(person(3), { email: 'twin@example.com' });
		Object.assign(person(99), { email: 'TWIN@example.com' });
		const run = await fixture.get(by('email', 'twin@example.com'));
		expect(errorWords(run.error)).toBe(
			`Quo: 2 users have the e-mail 'twin@example.com' (IDs ${person(3).id}, ${person(99).id}). Choose the user by ID.`,
		);
	});

	it('never takes an empty address for somebody', async () => {
		Object.assign(person(3), { email: '' });
		Object.assign(person(4), { email: null });
		for (const value of ['={{ $json.email }}', '={{ " " }}', '={{ null }}']) {
			const run = await fixture.get(by('email', value));
			expect(errorWords(run.error)).toEqual(begins("'User' is empty."));
		}
		const named = await fixture.get(by('email', 'null'));
		expect(errorWords(named.error)).toBe("'User' is not an e-mail address: 'null'.");
		expect(fixture.calls).toEqual([]);
	});

	it('refuses a way to choose that there is not', async () => {
		const run = await fixture.get(by('name', 'Ann'));
		expect(errorWords(run.error)).toBe("'User' can't be chosen by 'name': use id or email.");
		expect(fixture.calls).toEqual([]);
	});

	it('fails the item where the list breaks off', async () => {
		fixture.sandbox.faults.always(
			{ kind: 'status', status: 500 },
			({ query }) => !!query.pageToken,
		);
		const options = { requestsPerSecond: 0, retries: 1, maxWait: 1 };
		const run = await fixture.get(by('email', person(1).email), { options });
		expect(run.error).toMatchObject({ httpCode: '500', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(/, after 2 tries \(HTTP 500, code 1101500\)/);
		expect(run.items).toEqual([]);
	});
});

describe('Get of Quo for many items', () => {
	const user = by('email', '={{ $json.who }}');
	const input = (who: (index: number) => string, count = 12) =>
		Array.from({ length: count }, (_, index) => ({ who: who(index) }));

	it('takes each item’s own value and reads the list once', async () => {
		const run = await fixture.get(user, {}, { input: input((index) => person(index * 10).email) });
		const expected = Array.from({ length: 12 }, (_, index) => person(index * 10).id);
		expect(ids(run)).toEqual(expected);
		expect(run.items.map(({ pairedItem }) => pairedItem)).toEqual(
			expected.map((_, item) => ({ item })),
		);
		expect(paths()).toEqual(listed);
	});

	it('reads the list once side by side, too', async () => {
		fixture.sandbox.latencyMs = 40;
		const options = { requestsPerSecond: 0, concurrency: 5 };
		const run = await fixture.get(
			user,
			{ options },
			{ input: input((index) => person(index).email) },
		);
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 12));
		expect(paths()).toEqual(listed);
	});

	it('asks once for the same ID, and shares no object between items', async () => {
		Object.assign(person(0), { extra: { deep: [1] } });
		const byId = by('id', '={{ $json.who }}');
		const run = await fixture.get(byId, {}, { input: input((index) => person(index % 2).id) });
		expect(fixture.calls).toHaveLength(2);
		const [first, , third] = run.json;
		expect(third).toEqual(first);
		expect(third).not.toBe(first);
		expect(third?.extra).toEqual({ deep: [1] });
		expect(third?.extra).not.toBe(first?.extra);
	});

	it('fails only the item where the node continues', async () => {
		const wanted = [person(0).email, 'nobody@example.com', '', person(1).email];
		const items = { input: input((index) => at(wanted, index), 4) };
		const regular = await fixture.get(user, {}, { ...items, onError: 'continueRegularOutput' });
		expect(regular.json).toEqual([
			asAnswered(0),
			{ error: expect.stringContaining("no user with the e-mail 'nobody@example.com'") },
			{ error: begins("'User' is empty.") },
			asAnswered(1),
		]);
		expect(paired(regular)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		const separate = await fixture.get(user, {}, { ...items, onError: 'continueErrorOutput' });
		expect(separate.json).toEqual([asAnswered(0), asAnswered(1)]);
		expect(paired(separate)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(separate.errorItems).toEqual([
			{ json: { who: wanted[1], ...regular.json[1] }, pairedItem: { item: 1 } },
			{ json: { who: wanted[2], ...regular.json[2] }, pairedItem: { item: 2 } },
		]);
	});

	it('stops at the first failing item and names it', async () => {
		const byId = by('id', '={{ $json.who }}');
		const items = input((index) => (index === 9 ? 'USnobody' : person(index).id));
		const run = await fixture.get(byId, {}, { input: items });
		expect(run.error).toMatchObject({ httpCode: '404', context: { itemIndex: 9 } });
		expect(run.items).toEqual([]);
		expect(fixture.calls).toHaveLength(10);
	});

	it('keeps the order side by side, and begins no item after a failure', async () => {
		const byId = by('id', '={{ $json.who }}');
		const options = { requestsPerSecond: 0, concurrency: 3 };
		fixture.sandbox.faults.always({ kind: 'delay', ms: 60 }, ({ path }) =>
			[0, 4].some((index) => path.endsWith(person(index).id)),
		);
		const run = await fixture.get(byId, { options }, { input: input((index) => person(index).id) });
		expect(ids(run)).toEqual(fixture.expectedIds().slice(0, 12));
		fixture.sandbox.log.length = 0;
		fixture.sandbox.latencyMs = 50;
		const failing = input((index) => (index === 1 ? 'all' : person(index).id));
		const stopped = await fixture.get(byId, { options }, { input: failing });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(fixture.calls.length).toBeLessThanOrEqual(2);
	});
});
