import { FakePolls, people } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

/** The first poll, which reports nobody. */
async function begin(parameters: Parameters<FakePolls['with']>[0] = {}): Promise<void> {
	expect(await polls.with(parameters).poll()).toBeNull();
	polls.requests.length = 0;
}

const copy = () => structuredClone(polls.staticData);

describe('a list that is not whole', () => {
	const failing: Array<
		[string, (request: number) => { body: unknown; status?: number } | undefined, RegExp]
	> = [
		[
			'lacks users',
			(request) => ({ body: { users: request === 1 ? people(3) : [], total: 30 } }),
			/the list is incomplete, so nothing was compared: Plainly counts 30/,
		],
		[
			'has a user without an ID',
			() => ({ body: { users: [{ name: 'Nobody' }], total: 1 } }),
			/a user in the list has no ID, so nothing was compared/,
		],
		[
			'is refused',
			() => ({ status: 403, body: { message: 'not for you' } }),
			/not for you \(HTTP 403/,
		],
		['repeats', () => ({ body: { users: people(10), total: 30 } }), /could not be read to its end/],
		[
			'fails in the second reading',
			(request) => (request > 2 ? { status: 400, body: {} } : undefined),
			/HTTP 400/,
		],
		[
			'lacks users in the second reading',
			(request) => (request > 3 ? { body: { users: [], total: 30 } } : undefined),
			/is incomplete/,
		],
	];

	it.each(failing)(
		'that %s fails the poll, and nothing is forgotten',
		async (_what, answer, words) => {
			await begin();
			const before = copy();
			polls.users.splice(4, 1);
			polls.meanwhile = answer;
			await expect(polls.poll()).rejects.toThrow(words);
			expect(polls.staticData).toEqual(before);
			polls.meanwhile = () => undefined;
			expect(await polls.told()).toEqual(['left 5']);
		},
	);

	it.each(failing.filter(([what]) => /lacks|without|repeats/.test(what)))(
		'that %s may be whole later, as n8n is told, and the next step is named',
		async (_what, answer) => {
			await begin();
			polls.users.splice(4, 1);
			polls.meanwhile = answer;
			await expect(polls.poll()).rejects.toMatchObject({
				failure: { cause: 'temporarily-unavailable' },
				description: expect.stringMatching(
					/^Try again later\. If it keeps failing, ask the provider/,
				),
			});
		},
	);
});
