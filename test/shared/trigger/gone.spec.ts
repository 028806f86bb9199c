import { FakePolls, people, plainTrigger } from './fakePolls';

/** A provider that can be asked for one user, and knows these. */
function pollsOf(known: ReadonlySet<string>): { polls: FakePolls; asked: string[] } {
	const asked: string[] = [];
	const isGone = async (_item: unknown, id: string): Promise<boolean> => {
		asked.push(id);
		return await Promise.resolve(!known.has(id));
	};
	return { polls: new FakePolls({ ...plainTrigger, isGone }), asked };
}

const ids = (users: ReturnType<typeof people>): string[] => users.map(({ id }) => String(id));

describe('a provider that can be asked for one user', () => {
	it('is asked for those who are missing, and the list is not read again', async () => {
		const { polls, asked } = pollsOf(new Set());
		await polls.poll();
		polls.requests.length = 0;
		polls.users.splice(4, 2);
		expect(await polls.told()).toEqual(['left 5', 'left 6']);
		expect(asked).toEqual(['5', '6']);
		expect(polls.requests).toEqual([0]);
	});

	it('may know who left, so the list is read again for those whom it knows', async () => {
		const { polls } = pollsOf(new Set(['6']));
		await polls.poll();
		polls.requests.length = 0;
		polls.users.splice(4, 2);
		expect(await polls.told()).toEqual(['left 5', 'left 6']);
		expect(polls.requests).toEqual([0, 0]);
	});

	it.each([
		{ missing: 20, isAsked: true },
		{ missing: 21, isAsked: false },
	])('is asked where $missing are missing: $isAsked', async ({ missing, isAsked }) => {
		const { polls, asked } = pollsOf(new Set());
		polls.users = people(50);
		await polls.with({ options: { maxLeftPercent: 100 } }).poll();
		const left = polls.users.splice(0, missing);
		expect(await polls.told()).toEqual(ids(left).map((id) => `left ${id}`));
		expect(asked).toEqual(isAsked ? ids(left) : []);
	});
});
