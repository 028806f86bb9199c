import { until } from '../../harness/until';
import { FakePolls, people, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

/** The first poll, which reports nobody. */
async function begin(parameters: Parameters<FakePolls['with']>[0] = {}): Promise<void> {
	expect(await polls.with(parameters).poll()).toBeNull();
	polls.requests.length = 0;
}

const copy = () => structuredClone(polls.staticData);

describe('two polls of one node', () => {
	it('do not overlap, whatever other nodes do', async () => {
		await begin();
		polls.users.push(person(20));
		const other = new FakePolls();
		const [first, second, third] = await Promise.all([polls.told(), polls.told(), other.told()]);
		expect([first, second, third]).toEqual([['joined 20'], null, null]);
		expect(other.requests).not.toEqual([]);
	});

	const begun = async (count: number) =>
		await until('the request was sent', () => polls.requests.length === count);
	const never = new Promise<undefined>(() => undefined);

	it('do not overlap before the whole time that n8n gives has passed', async () => {
		await begin();
		polls.budgetMs = 400;
		polls.meanwhile = async () => await never;
		const began = Date.now();
		const slow = polls.poll();
		await begun(1);
		const clock = jest.spyOn(Date, 'now').mockReturnValue(began + 390);
		expect(await polls.poll()).toBeNull();
		clock.mockRestore();
		await expect(slow).rejects.toThrow('0 users were read in 0.36 s');
		expect(polls.requests).toHaveLength(1);
	});

	it('where the first outlasts its time, and another one has ended since, change nothing', async () => {
		await begin();
		let release = (): void => undefined;
		const held = new Promise<void>((resolve) => (release = resolve));
		polls.meanwhile = async (request) => void (request === 1 && (await held));
		const slow = polls.poll();
		await begun(1);
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 599_000);
		expect(await polls.poll()).toBeNull();
		expect(polls.requests).toHaveLength(1);
		clock.mockReturnValue(now + 601_000);
		polls.users.push(person(20));
		expect(await polls.told()).toEqual(['joined 20']);
		clock.mockRestore();
		const after = copy();
		polls.users = people(12);
		release();
		expect(await slow).toBeNull();
		expect(polls.staticData).toEqual(after);
	});
});

describe('the time that n8n gives', () => {
	it('ends a poll that reads too long, and says how far it came', async () => {
		await begin();
		const before = copy();
		polls.budgetMs = 200;
		polls.users = people(25);
		polls.meanwhile = async (request) =>
			void (request === 2 && (await new Promise((resolve) => setTimeout(resolve, 400))));
		await expect(polls.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/^Plainly: 10 of 25 users were read in 0\.18 s/),
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(polls.staticData).toEqual(before);
	});

	it('ends the second reading, too, and says so', async () => {
		await begin();
		const before = copy();
		polls.budgetMs = 200;
		polls.users.splice(4, 1);
		polls.meanwhile = async (request) =>
			void (request === 4 && (await new Promise((resolve) => setTimeout(resolve, 400))));
		await expect(polls.poll()).rejects.toThrow('10 of 11 users were read again in 0.18 s');
		expect(polls.staticData).toEqual(before);
	});

	const busy = (seconds: number) => ({
		status: 429,
		headers: { 'retry-after': String(seconds) },
		body: { message: 'slow down' },
	});

	it.each([
		[{}, 20, 2000],
		[{ maxWait: 300 }, 200, 2000],
	])('with %j is not spent on a wait of %i s that is longer', async (options, asked, budgetMs) => {
		await begin({ options });
		polls.budgetMs = budgetMs;
		polls.meanwhile = () => busy(asked);
		const began = Date.now();
		await expect(polls.poll()).rejects.toMatchObject({
			message: expect.stringContaining('slow down (HTTP 429'),
			description: `Plainly asked for a wait of ${asked} s, longer than n8n lets a poll take, whatever 'Max Wait' is. If it keeps failing, set 'Poll Times' to poll less often.`,
			failure: { cause: 'rate-limited', retryAfterMs: asked * 1000 },
		});
		expect(Date.now() - began).toBeLessThan(1000);
	});

	it('leaves a shorter Max Wait as it is', async () => {
		await begin({ options: { maxWait: 1 } });
		polls.budgetMs = 36_000;
		polls.meanwhile = () => busy(20);
		await expect(polls.poll()).rejects.toMatchObject({
			description: expect.stringContaining("only 1 s of 'Max Wait' remain"),
		});
	});

	it('does not end one with another error', async () => {
		polls.budgetMs = 0;
		polls.parameters.events = [];
		await expect(polls.poll()).rejects.toThrow("'Trigger On' is empty");
	});
});
