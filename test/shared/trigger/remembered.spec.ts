import { FakePolls, people, person } from './fakePolls';

let polls: FakePolls;
beforeEach(() => (polls = new FakePolls()));

const fingerprints = { options: { remember: 'fingerprints' } };
const values = { options: { remember: 'values' } };
const rename = (id: number, name: string) => Object.assign(polls.users[id - 1]!, { name });

describe('fingerprints', () => {
	it('hold IDs and digests, and tell of changes without values', async () => {
		expect(await polls.with(fingerprints).poll()).toBeNull();
		const lines = String(polls.staticData.users).replace(/~\.$/, '').split('\n');
		expect(lines).toHaveLength(12);
		for (const line of lines) expect(line).toMatch(/^=\d+\|#[\w+/]{11}$/);
		rename(3, 'Zoë');
		polls.users.splice(4, 1);
		expect(await polls.poll()).toEqual([
			expect.objectContaining({ event: 'changed', id: '3', changes: null }),
			expect.objectContaining({
				...{ event: 'left', id: '5', changes: [] },
				user: { id: 5, name: null, email: null, frozen: null },
			}),
		]);
	});

	it('name who left by ID', async () => {
		await polls.with(fingerprints).poll();
		polls.users = [];
		await expect(polls.poll()).rejects.toThrow('which came empty: 1, 2, 3');
	});

	it('take the place of values, also of somebody who is missing in one reading', async () => {
		await polls.with(values).poll();
		const [user] = polls.users.splice(4, 1);
		polls.meanwhile = (request) => void (request === 5 && polls.users.push(user!));
		expect(await polls.with(fingerprints).poll()).toBeNull();
		expect(JSON.stringify(polls.staticData)).not.toMatch(/User|example/);
		expect(String(polls.staticData.users).split('\n')).toHaveLength(12);
		expect(await polls.poll()).toBeNull();
	});

	it('give way to values, without an event', async () => {
		await polls.with(fingerprints).poll();
		expect(await polls.with(values).poll()).toBeNull();
		rename(3, 'Zoë');
		expect(await polls.poll()).toEqual([
			expect.objectContaining({ changes: [{ field: 'name', from: 'User 3', to: 'Zoë' }] }),
		]);
	});
});

describe('what is remembered and can not be read', () => {
	it.each([
		{ version: 2 },
		{ version: 0 },
		{ scope: null },
		{ counter: -1 },
		{ users: '' },
		{ users: 'x\ny~.' },
		{ users: '=1|=false|User 1|user1@example.com\n=1|=false|User 1|user1@example.com~.' },
	])('with %j fails the poll, and stays', async (change) => {
		await polls.poll();
		Object.assign(polls.staticData, change);
		const before = structuredClone(polls.staticData);
		const requests = polls.requests.length;
		polls.users = people(13);
		await expect(polls.poll()).rejects.toThrow(/later version|is damaged/);
		expect([polls.staticData, polls.requests.length]).toEqual([before, requests]);
	});

	it.each(['=1|={"a|User 1|user1@example.com', '=99|={"a|User 99|user99@example.com'])(
		'in one cell fails the poll that would tell of it: %s',
		async (line) => {
			await polls.poll();
			const [, ...others] = String(polls.staticData.users).split('\n');
			polls.staticData.users = [line, ...others].join('\n');
			const before = structuredClone(polls.staticData);
			await expect(polls.poll()).rejects.toThrow('is damaged');
			expect(polls.staticData).toEqual(before);
		},
	);
});

describe('who left', () => {
	const left = async (output: string, more = {}) => {
		await polls.with({ output, ...more }).poll();
		polls.users.splice(4, 1);
		const [event] = (await polls.poll()) ?? [];
		return event?.user;
	};

	it('is told raw, with null for what is not known', async () => {
		polls.users[4] = person(5, { team: 'red', frozen: true });
		expect(await left('raw')).toEqual(person(5, { frozen: true }));
	});

	it.each<[string, object, object]>([
		['simplified', {}, { id: 5, name: 'User 5' }],
		['selected', { fields: ['email', 'tags'] }, { email: 'user5@example.com', tags: null }],
		['unified', {}, { provider: 'plainly', id: '5', displayName: 'User 5', title: null }],
		['scim', {}, { externalId: 'plainly:5', userName: 'user5@example.com' }],
	])('is told as %s', async (output, more, user) => {
		expect(await left(output, more)).toMatchObject(user);
	});

	it.each([true, 'true', 1])(
		'has fields that an option brings, where it is %j',
		async (withTags) => {
			expect(await left('raw', { options: { withTags } })).toEqual(
				person(5, { frozen: false, tags: null }),
			);
		},
	);

	it('has what an option brings, where it is watched', async () => {
		polls.users[4] = person(5, { tags: ['b', 'a'] });
		const parameters = { fieldsToWatch: ['tags'], options: { withTags: true } };
		expect(await left('raw', parameters)).toEqual(person(5, { frozen: null, tags: ['a', 'b'] }));
	});
});
