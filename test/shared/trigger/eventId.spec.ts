import type { IDataObject } from 'n8n-workflow';
import { FakePolls, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

/** The first poll, which reports nobody. */
async function begin(parameters: Parameters<FakePolls['with']>[0] = {}): Promise<void> {
	expect(await polls.with(parameters).poll()).toBeNull();
	polls.requests.length = 0;
}

const copy = () => structuredClone(polls.staticData);
const rename = (id: number, name: string) => Object.assign(polls.users[id - 1]!, { name });

describe('the ID of an event', () => {
	const idsOf = (events: IDataObject[] | null) => (events ?? []).map(({ eventId }) => eventId);

	it('is the same after a crash, and another for the same change later', async () => {
		await begin();
		const saved = copy();
		rename(3, 'Zoë');
		const [first] = idsOf(await polls.poll());
		polls.staticData = saved;
		expect(idsOf(await polls.poll())).toEqual([first]);
		rename(3, 'User 3');
		const [back] = idsOf(await polls.poll());
		rename(3, 'Zoë');
		const [again] = idsOf(await polls.poll());
		expect(new Set([first, back, again]).size).toBe(3);
	});

	it('differs between events, people, changes and lists', async () => {
		const ids = new Set<unknown>();
		const add = async (change: () => void) => {
			polls = new FakePolls();
			await begin();
			change();
			for (const id of idsOf(await polls.poll())) ids.add(id);
		};
		await add(() => polls.users.push(person(20)));
		await add(() => polls.users.push(person(21)));
		await add(() => polls.users.splice(4, 1));
		await add(() => rename(3, 'Zoë'));
		await add(() => rename(3, 'Zora'));
		await add(() => Object.assign(polls.users[2]!, { frozen: true }));
		polls = new FakePolls();
		await begin({ fieldsToWatch: ['name'] });
		polls.users.push(person(20));
		for (const id of idsOf(await polls.poll())) ids.add(id);
		expect(ids.size).toBe(7);
	});

	it('of a change differs by its values with fingerprints, too', async () => {
		const options = { remember: 'fingerprints' };
		const ids = [];
		for (const name of ['Zoë', 'Zora']) {
			polls = new FakePolls();
			await begin({ options });
			rename(3, name);
			ids.push(...idsOf(await polls.poll()));
		}
		expect(new Set(ids).size).toBe(2);
	});
});
