import { FakePolls, people, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

/** The first poll, which reports nobody. */
async function begin(parameters: Parameters<FakePolls['with']>[0] = {}): Promise<void> {
	expect(await polls.with(parameters).poll()).toBeNull();
	polls.requests.length = 0;
}

const copy = () => structuredClone(polls.staticData);
const rename = (id: number, name: string) => Object.assign(polls.users[id - 1]!, { name });

describe('the first poll', () => {
	it('remembers everybody and reports nobody', async () => {
		await begin();
		expect(polls.staticData).toEqual({
			version: 1,
			scope: expect.stringMatching(/^[\w-]{22}$/),
			counter: 0,
			users: `${people(12)
				.map(({ id, name, email }) => `=${String(id)}|=false|${String(name)}|${String(email)}`)
				.join('\n')}~.`,
		});
	});

	it('reports everybody where that was chosen, in the order of the list', async () => {
		const told = await polls.with({ options: { firstPoll: 'emitAll' } }).told();
		expect(told).toEqual(people(12).map(({ id }) => `joined ${String(id)}`));
		expect(polls.staticData.counter).toBe(1);
		expect(await polls.poll()).toBeNull();
	});

	it('of an empty list remembers nobody', async () => {
		polls.users = [];
		await begin();
		expect(polls.staticData).toMatchObject({ users: '~.', counter: 0 });
		polls.users = people(2);
		expect(await polls.told()).toEqual(['joined 1', 'joined 2']);
	});
});

describe('a later poll', () => {
	it('leaves what is remembered as it is where nothing changed, and reads the list once', async () => {
		await begin();
		const before = copy();
		polls.staticData = Object.freeze(polls.staticData);
		expect(await polls.poll()).toBeNull();
		expect([polls.staticData, polls.requests]).toEqual([before, [0, 10]]);
	});

	it('reports joined, changed and left, each with all that is known', async () => {
		await begin();
		polls.users.push(person(20, { frozen: true }));
		rename(3, ' Zoë ');
		polls.users.splice(4, 1);
		const events = await polls.poll();
		const common = {
			provider: 'plainly',
			eventId: expect.stringMatching(/^[0-9a-f]{32}$/),
			detectedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
		};
		expect(events).toEqual([
			{ ...common, event: 'joined', id: '20', user: person(20, { frozen: true }), changes: [] },
			{
				...common,
				event: 'changed',
				id: '3',
				user: person(3, { name: ' Zoë ' }),
				changes: [{ field: 'name', from: 'User 3', to: 'Zoë' }],
			},
			{ ...common, event: 'left', id: '5', user: person(5, { frozen: false }), changes: [] },
		]);
		expect(polls.staticData.counter).toBe(1);
		expect(await polls.poll()).toBeNull();
	});

	it.each([
		['joined', ['joined 20']],
		['changed', ['changed 3']],
		['left', ['left 5']],
	])('reports no other events than the chosen: %s', async (event, told) => {
		await begin({ events: [event] });
		polls.users.push(person(20));
		rename(3, 'Zoë');
		polls.users.splice(4, 1);
		expect(await polls.told()).toEqual(told);
		expect(await polls.poll()).toBeNull();
	});

	it('counts no poll that reported nothing, and remembers what was not to be reported', async () => {
		await begin({ events: ['left'] });
		polls.users.push(person(20));
		expect(await polls.poll()).toBeNull();
		expect(polls.staticData).toMatchObject({ counter: 0, users: expect.stringContaining('=20|') });
	});

	it('takes the first of two users with one ID, who count once', async () => {
		await begin();
		polls.users = [person(1, { name: 'Zoë' }), ...polls.users.slice(1)];
		polls.users.push(person(20), person(20, { name: 'Twice' }));
		const total = { body: { users: polls.users } };
		polls.meanwhile = (request) => (request % 2 === 1 ? total : { body: { users: [] } });
		const [joined, changed, ...others] = (await polls.poll()) ?? [];
		expect(joined).toMatchObject({ event: 'joined', user: { id: 20, name: 'User 20' } });
		expect([changed?.event, changed?.id, others]).toEqual(['changed', '1', []]);
	});

	it('starts anew without events where the scope is another', async () => {
		await begin();
		const { scope } = polls.staticData;
		polls.users = people(3);
		expect(await polls.with({ fieldsToWatch: ['email'] }).poll()).toBeNull();
		expect(polls.staticData.scope).not.toBe(scope);
		expect(await polls.with({ options: { firstPoll: 'emitAll' } }).poll()).toBeNull();
		expect(await polls.with({ filters: { team: 'red' } }).poll()).toBeNull();
		expect(polls.staticData.users).toBe('~.');
	});

	it('keeps its count of polls in another scope, so that no event ID comes twice', async () => {
		await begin();
		polls.users.push(person(20));
		await polls.poll();
		await polls.with({ fieldsToWatch: ['email'] }).poll();
		expect(polls.staticData.counter).toBe(1);
	});

	it('takes filters as they are entered', async () => {
		await begin({ filters: { team: '={{ $now }}' } });
		const { scope } = polls.staticData;
		await polls.with({ filters: { team: '={{ $today }}' } }).poll();
		expect(polls.staticData.scope).not.toBe(scope);
	});

	it('does not take another key for another account', async () => {
		await begin();
		polls.credentials = { apiKey: 'another key' };
		polls.users.push(person(20));
		expect(await polls.told()).toEqual(['joined 20']);
	});
});
