import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { compare, type Comparison } from '../../../nodes/shared/trigger/comparison';
import { rememberedIn, rowOf, type RowFormat } from '../../../nodes/shared/trigger/row';

const format: RowFormat = {
	id: 'id',
	watched: ['frozen', 'name', 'tags'],
	unwatched: ['email'],
	absent: { frozen: false },
	fingerprints: false,
	salt: 'x',
};

const text = fc.oneof(fc.constantFrom('', 'Ann', ' Ann ', 'Bo|', '#1', '=1'), fc.string());
const user = fc.record(
	{
		id: fc.oneof(fc.nat(30), fc.nat(30).map(String)),
		name: fc.option(text),
		email: text,
		tags: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
		frozen: fc.boolean(),
		balance: fc.nat(),
	},
	{ requiredKeys: ['id'] },
) as fc.Arbitrary<IDataObject>;
const directory = fc.array(user, { maxLength: 30 });

const rowsOf = (users: readonly IDataObject[]) =>
	new Map(users.map((each) => [String(each.id), rowOf(each, format)]));

type Rows = ReturnType<typeof rowsOf>;

/** What is watched of each user, by ID. */
const toldOf = (rows: Rows) =>
	new Map(
		[...rows].map(([id, row]) => {
			const { id: _, email: __, ...watched } = rememberedIn(row, format);
			return [id, watched];
		}),
	);

/** The first list with all events played over it. */
function replayed(before: Rows, now: Rows, { joined, changed, gone }: Comparison) {
	const told = toldOf(before);
	for (const id of joined) {
		expect(told.has(id)).toBe(false);
		told.set(id, toldOf(now).get(id) ?? {});
	}
	for (const { id, changes } of changed) {
		const watched = told.get(id)!;
		for (const { field, from, to } of changes ?? []) {
			expect(watched[field]).toEqual(from);
			watched[field] = to;
		}
	}
	for (const id of gone) expect(told.delete(id)).toBe(true);
	return told;
}

const sortedById = (told: ReturnType<typeof toldOf>) =>
	[...told].sort(([one], [other]) => one.localeCompare(other));

describe('the comparison of two lists', () => {
	it('gives the events that make the later list of the earlier one', () => {
		fc.assert(
			fc.property(directory, directory, (first, last) => {
				const [before, now] = [rowsOf(first), rowsOf(last)];
				const told = replayed(before, now, compare(before, now, format));
				expect(sortedById(told)).toEqual(sortedById(toldOf(now)));
			}),
		);
	});

	it('gives nothing for equal lists, in whatever order', () => {
		fc.assert(
			fc.property(directory, (users) => {
				const rows = rowsOf(users);
				const nothing = { joined: [], changed: [], gone: [] };
				expect(compare(rows, new Map([...rows].reverse()), format)).toEqual(nothing);
			}),
		);
	});

	it('tells the same of a list in another order', () => {
		const sets = ({ joined, changed, gone }: Comparison) => [
			...[[...joined].sort(), [...gone].sort()],
			changed.map((each) => JSON.stringify(each)).sort(),
		];
		fc.assert(
			fc.property(directory, directory, (first, last) => {
				const [before, now] = [rowsOf(first), rowsOf(last)];
				const [otherBefore, otherNow] = [before, now].map((rows) => new Map([...rows].reverse()));
				expect(sets(compare(otherBefore!, otherNow!, format))).toEqual(
					sets(compare(before, now, format)),
				);
			}),
		);
	});

	it('keeps the order of the list for who joined or changed, the remembered one for who is gone', () => {
		const before = rowsOf([3, 1, 2, 5].map((id) => ({ id, name: 'Old' })));
		const now = rowsOf([9, 2, 8, 3].map((id) => ({ id, name: 'New' })));
		const { joined, changed, gone } = compare(before, now, format);
		expect(joined).toEqual(['9', '8']);
		expect(changed.map(({ id }) => id)).toEqual(['2', '3']);
		expect(gone).toEqual(['1', '5']);
	});

	it('gives no change where only what is not watched differs', () => {
		const lists = ['a', 'b'].map((email) => rowsOf([{ id: 1, email }]));
		expect(compare(lists[0]!, lists[1]!, format).changed).toEqual([]);
	});

	it('tells of a change without its values where fingerprints are remembered', () => {
		const prints = { ...format, fingerprints: true };
		const rows = (name: string) => new Map([['1', rowOf({ id: 1, name }, prints)]]);
		expect(compare(rows('a'), rows('b'), prints).changed).toEqual([{ id: '1', changes: null }]);
		expect(compare(rows('a'), rows('a'), prints).changed).toEqual([]);
	});
});
