import { FakePolls, people, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

/** The first poll, which reports nobody. */
async function begin(parameters: Parameters<FakePolls['with']>[0] = {}): Promise<void> {
	expect(await polls.with(parameters).poll()).toBeNull();
	polls.requests.length = 0;
}

const copy = () => structuredClone(polls.staticData);

describe('who is missing', () => {
	it('is looked for in a second reading of the whole list', async () => {
		await begin();
		polls.users.splice(4, 1);
		expect(await polls.told()).toEqual(['left 5']);
		expect(polls.requests).toEqual([0, 10, 0, 10]);
	});

	it('and is there again stays remembered, as they were', async () => {
		await begin();
		const [user] = polls.users.splice(4, 1);
		polls.meanwhile = (request) => {
			if (request === 3) polls.users.splice(4, 0, user!);
			return undefined;
		};
		expect(await polls.poll()).toBeNull();
		expect(String(polls.staticData.users).split('\n').at(-1)).toBe(
			'=5|=false|User 5|user5@example.com~.',
		);
		expect(await polls.poll()).toBeNull();
		polls.users.splice(4, 1);
		expect(await polls.told()).toEqual(['left 5']);
	});

	it('while somebody else is, too, is told apart', async () => {
		await begin();
		const [user] = polls.users.splice(4, 2);
		polls.meanwhile = (request) => void (request === 2 && polls.users.push(user!));
		expect(await polls.told()).toEqual(['left 6']);
	});

	it('has left the selection where the filter no longer fits, without a second reading', async () => {
		for (const user of polls.users) user.team = 'red';
		await begin({ filters: { team: 'red' } });
		for (const user of polls.users) user.team = 'blue';
		expect(await polls.told()).toEqual(people(12).map(({ id }) => `left ${String(id)}`));
		expect(polls.requests).toHaveLength(2);
	});

	it('counts for the limit where the list lacks them, and not where the filter does', async () => {
		for (const user of polls.users) user.team = 'red';
		await begin({ filters: { team: 'red' } });
		for (const user of polls.users.slice(0, 5)) user.team = 'blue';
		polls.users.splice(5, 5);
		expect(await polls.poll()).toHaveLength(10);
		polls.users = [person(1, { team: 'blue' })];
		expect(await polls.told()).toEqual(['left 11', 'left 12']);
	});

	it('of more than five and more than the share fails the poll, by name', async () => {
		await begin();
		const before = copy();
		polls.users.splice(0, 6);
		await expect(polls.poll()).rejects.toMatchObject({
			message: expect.stringMatching(/^Plainly: 6 of 12 remembered users .*: User 1, User 2/),
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(polls.staticData).toEqual(before);
		expect(await polls.with({ options: { maxLeftPercent: 50 } }).poll()).toHaveLength(6);
	});

	it('is named by address or ID where there is no name', async () => {
		polls.users = [person(1, { name: ' ' }), person(2, { name: null, email: '' })];
		await begin();
		polls.users = [];
		await expect(polls.poll()).rejects.toThrow('came empty: user1@example.com, 2.');
	});

	it('fails the poll where the list is empty, unless all may leave', async () => {
		polls.users = people(1);
		await begin();
		polls.users = [];
		await expect(polls.poll()).rejects.toThrow('1 of 1 remembered user');
		expect(await polls.with({ options: { maxLeftPercent: 100 } }).told()).toEqual(['left 1']);
	});

	it.each([
		['first', 1],
		['second', 2],
	])('fails the poll where the %s of two readings is empty', async (_which, empty) => {
		polls.users = people(4);
		await begin();
		const before = copy();
		const present = polls.users.slice(1);
		polls.meanwhile = (request) => void (polls.users = request === empty ? [] : present);
		await expect(polls.poll()).rejects.toThrow('1 of 4 remembered users is no longer in the list');
		expect(polls.staticData).toEqual(before);
		polls.meanwhile = () => undefined;
		polls.users = present;
		expect(await polls.told()).toEqual(['left 1']);
	});

	it('in an empty first reading, and is in the second, stays remembered', async () => {
		polls.users = people(4);
		await begin();
		const before = copy();
		const all = polls.users;
		polls.meanwhile = (request) => void (polls.users = request === 1 ? [] : all);
		expect(await polls.poll()).toBeNull();
		expect(polls.staticData).toEqual(before);
	});
});
