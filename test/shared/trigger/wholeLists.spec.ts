import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { FakePolls } from './fakePolls';

const user = fc.record(
	{
		id: fc.nat(15),
		name: fc.constantFrom('Ann', ' Ann ', 'Bo|', '#1', '=1', '', null),
		email: fc.constantFrom('a@example.com', 'b@example.com', ''),
		frozen: fc.boolean(),
	},
	{ requiredKeys: ['id'] },
) as fc.Arbitrary<IDataObject>;
const directory = fc.array(user, { maxLength: 20 });
const options = { maxLeftPercent: 100 };

const idOf = ({ id }: IDataObject) => String(id);
const watchedOf = ({ name, frozen }: IDataObject) => ({
	frozen: frozen === true,
	name: typeof name === 'string' && name.trim() !== '' ? name.trim() : null,
});

/** Who is in a list: of users with one ID the first. */
const told = (users: readonly IDataObject[]) =>
	Object.fromEntries([...users].reverse().map((each) => [idOf(each), watchedOf(each)]));

/** The list after an event. */
function play(users: Record<string, IDataObject>, { event, id, user: who, changes }: IDataObject) {
	const key = String(id);
	if (event === 'left') delete users[key];
	else if (event === 'joined') users[key] = watchedOf(who as IDataObject);
	else {
		for (const { field, from, to } of changes as IDataObject[]) {
			expect(users[key]?.[String(field)]).toEqual(from);
			Object.assign(users[key]!, { [String(field)]: to });
		}
	}
}

/** A list without totals, so that duplicates in it are no sign of a gap. */
class AnyPolls extends FakePolls {
	override meanwhile = (): { body: IDataObject } => {
		const offset = this.requests.at(-1) ?? 0;
		return { body: { users: this.users.slice(offset, offset + 10) } };
	};
}

/** Each runs several polls. */
const RUNS = { numRuns: 30 };

it('the events of polls, played one after the other, give the last list', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(directory, { minLength: 1, maxLength: 5 }), async (lists) => {
			const polls = new AnyPolls().with({ options: { ...options, firstPoll: 'emitAll' } });
			const users: Record<string, IDataObject> = {};
			const ids: unknown[] = [];
			for (const list of lists) {
				polls.users = list;
				for (const event of (await polls.poll()) ?? []) {
					play(users, event);
					ids.push(event.eventId);
				}
				expect(users).toEqual(told(list));
				// As n8n saves it
				polls.staticData = JSON.parse(JSON.stringify(polls.staticData)) as IDataObject;
			}
			expect(new Set(ids).size).toBe(ids.length);
		}),
		RUNS,
	);
});

it('a list in another order, with duplicates in it, is the same list', async () => {
	const shuffled = fc
		.uniqueArray(user, { maxLength: 20, selector: idOf })
		.chain((users) =>
			fc.tuple(
				fc.constant(users),
				fc.shuffledSubarray(users, { minLength: users.length }),
				fc.subarray(users),
			),
		);
	await fc.assert(
		fc.asyncProperty(shuffled, async ([users, others, twice]) => {
			const polls = new AnyPolls().with({ options });
			polls.users = users;
			expect(await polls.poll()).toBeNull();
			polls.users = [...others, ...twice];
			expect(await polls.poll()).toBeNull();
			expect(polls.staticData.counter).toBe(0);
		}),
		RUNS,
	);
});
