import { FakePolls, people, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

describe('a test event', () => {
	it('is made of each chosen kind from the first users, and nothing is remembered', async () => {
		polls.users[1] = person(2, { name: ' Zoë ' });
		const common = {
			eventId: 'sample',
			provider: 'plainly',
			detectedAt: expect.stringMatching(/Z$/),
		};
		expect(await polls.poll('manual')).toEqual([
			{ ...common, event: 'joined', id: '1', user: person(1), changes: [] },
			{
				...common,
				event: 'changed',
				id: '2',
				user: person(2, { name: ' Zoë ' }),
				changes: [
					{ field: 'frozen', from: false, to: false },
					{ field: 'name', from: 'Zoë', to: 'Zoë' },
				],
			},
			{ ...common, event: 'left', id: '3', user: person(3, { frozen: false }), changes: [] },
		]);
		expect([polls.staticData, polls.requests]).toEqual([{}, [0]]);
	});

	it('of several kinds may be of one user', async () => {
		polls.users = people(2);
		const events = await polls.poll('manual');
		expect(events?.map(({ id }) => id)).toEqual(['1', '2', '1']);
	});

	it('is of users who pass the filter, complete', async () => {
		polls.users[6] = person(7, { team: 'red' });
		const parameters = {
			filters: { team: 'red' },
			options: { withTags: true },
			events: ['joined'],
		};
		expect(await polls.with(parameters).poll('manual')).toEqual([
			expect.objectContaining({ id: '7', user: person(7, { team: 'red', tags: [] }) }),
		]);
	});

	it('shows what fingerprints would leave', async () => {
		const events = await polls.with({ options: { remember: 'fingerprints' } }).poll('manual');
		expect(events?.map(({ changes }) => changes)).toEqual([[], null, []]);
		expect(events?.[2]?.user).toEqual({ id: 3, name: null, email: null, frozen: null });
	});

	it.each([
		['nobody is there', 0, {}],
		['nobody passes on the first page', 12, { team: 'red' }],
	])('is a sentence where %s', async (_what, count, filters) => {
		polls.users = people(count);
		await expect(polls.with({ filters }).poll('manual')).rejects.toMatchObject({
			message: expect.stringMatching(/^Plainly returned no users on the first page that pass/),
			description: expect.stringMatching(/^Check the credential's account and the filters\./),
		});
		expect(polls.requests).toEqual([0]);
	});

	it('does not wait for a poll that is running, and has no end', async () => {
		await polls.poll();
		polls.budgetMs = 0;
		const [, events] = await Promise.all([polls.poll().catch(() => null), polls.poll('manual')]);
		expect(events).toHaveLength(3);
	});

	it('fails where a real poll would', async () => {
		polls.meanwhile = () => ({ status: 403, body: { message: 'not for you' } });
		await expect(polls.poll('manual')).rejects.toThrow('not for you');
	});
});
