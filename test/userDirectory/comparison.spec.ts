import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { compareRoster, type Compared, type FieldPair } from '../../nodes/UserDirectory/comparison';
import { readIgnored } from '../../nodes/UserDirectory/ignored';
import { groupAccounts, type Account } from '../../nodes/UserDirectory/person';
import { readRoster, type RosterRow } from '../../nodes/UserDirectory/roster';
import { at } from './fixture';
import { account, rules } from './made';

const DIRECTORIES = ['worksection', 'quo', 'autocalls'];

const SOMEBODY = { email: 'somebody@example.com' };

/** A row as it is read beside others. */
function rowOf(email: string, index: number): RosterRow {
	const [, row] = readRoster([SOMEBODY, { email, row: index }], 'email', rules());
	return { ...at(row ? [row] : [], 0), index };
}

function compare(accounts: Account[], emails: string[], ignore = '', pairs: FieldPair[] = []) {
	return compareRoster({
		rows: emails.map(rowOf),
		directories: DIRECTORIES,
		groups: groupAccounts(accounts),
		pairs,
		isIgnored: readIgnored(ignore, rules()),
		titleOf: String,
	});
}

/** Each output's items in short. */
const told = (compared: Compared): Record<string, string[]> =>
	Object.fromEntries(
		Object.entries(compared).map(([output, items]: [string, Compared['review']]) => [
			output,
			items.map(({ json, pairedItem: { item: index } }) => {
				const { email, directory, roster, user } = json as Record<string, IDataObject | null>;
				return [
					String(email),
					String(directory),
					roster ? `row ${String(roster.row)}` : '',
					user ? `account ${String(user.id)}` : '',
					`item ${index}`,
				]
					.filter(Boolean)
					.join(', ');
			}),
		]),
	);

/** What interface.md says of each row and each account, one by one. */
class Model {
	readonly outputs: Record<string, string[]> = { matched: [], missing: [], extra: [], review: [] };

	private readonly rows: RosterRow[];

	constructor(
		private readonly accounts: Account[],
		emails: string[],
		private readonly ignored: string[],
	) {
		const all = emails.map(rowOf);
		this.rows = all.filter(({ key }) => key === undefined || !ignored.includes(key));
		for (const row of this.rows) this.addRow(row);
		for (const one of accounts) this.addAccount(one);
	}

	private put(output: string, ...parts: Array<string | null>): void {
		this.outputs[output]?.push(parts.map((part) => part ?? 'null').join(', '));
	}

	private isAmbiguous(key: string): boolean {
		const own = this.accounts.filter((one) => one.key === key);
		return new Set(own.map(({ directory }) => directory)).size < own.length;
	}

	private firstIn(key: string, directory: string): Account | undefined {
		return this.accounts.find((one) => one.key === key && one.directory === directory);
	}

	private addRow({ key, index }: RosterRow): void {
		const [row, item] = [`row ${index}`, `item ${index}`];
		if (key === undefined) this.put('review', null, null, row, item);
		else if (this.rows.filter((other) => other.key === key).length > 1) {
			this.put('review', key, null, row, item);
		} else for (const directory of DIRECTORIES) this.addPerson(key, directory, [row, item]);
	}

	private addPerson(key: string, directory: string, [row, item]: [string, string]): void {
		const there = this.firstIn(key, directory);
		const output = this.isAmbiguous(key) ? 'review' : 'matched';
		if (there) this.put(output, key, directory, row, `account ${there.user.id}`, item);
		else if (!this.isAmbiguous(key)) this.put('missing', key, directory, row, item);
	}

	private addAccount(one: Account): void {
		const { key, directory, user } = one;
		const rest = [directory, `account ${user.id}`, 'item 0'];
		if (key === undefined) this.put('review', null, ...rest);
		else if (this.ignored.includes(key) || this.rows.some((row) => row.key === key)) return;
		else if (!this.isAmbiguous(key)) this.put('extra', key, ...rest);
		else if (this.firstIn(key, directory) === one) this.put('review', key, ...rest);
	}
}

const sorted = (outputs: Record<string, string[]>) =>
	Object.fromEntries(Object.entries(outputs).map(([name, items]) => [name, [...items].sort()]));

const email = fc.constantFrom(
	'a@x.com',
	'b@x.com',
	'c@x.com',
	'd@x.com',
	'A@x.com',
	'two@x.com, b@x.com',
	'',
);
const accounts = fc
	.array(fc.record({ directory: fc.constantFrom(...DIRECTORIES), email }), { maxLength: 12 })
	.map((all) => all.map((one, id) => account(one.directory, one.email, { id: String(id) })));

describe('each row and each account', () => {
	it('ends in exactly the outputs where it belongs', () => {
		const ignored = fc.subarray(['a@x.com', 'd@x.com']);
		fc.assert(
			fc.property(accounts, fc.array(email, { maxLength: 8 }), ignored, (all, emails, left) => {
				const compared = compare(all, emails, left.join('\n'));
				expect(sorted(told(compared))).toEqual(sorted(new Model(all, emails, left).outputs));
			}),
			{ numRuns: 500 },
		);
	});

	it('is told with the reason why nobody can be sure', () => {
		const all = [
			account('quo', 'a@x.com', { id: '1' }),
			account('quo', 'a@x.com', { id: '2' }),
			account('autocalls', 'b@x.com, c@x.com', { id: '3' }),
			account('quo', 'e@x.com', { id: '4' }),
			account('quo', 'e@x.com', { id: '5' }),
		];
		const { review } = compare(all, ['a@x.com', '', 'b@x.com c@x.com', 'd@x.com', 'D@x.com']);
		const several = 'Several accounts of quo have this e-mail address.';
		const twice = 'Another row of the roster has the same e-mail address.';
		expect(review.map(({ json }) => json.reason)).toEqual([
			several,
			'The row of the roster has no e-mail address.',
			'The row of the roster does not have exactly one e-mail address.',
			twice,
			twice,
			'The account does not have exactly one e-mail address.',
			several,
		]);
		expect(Object.keys(review[0]?.json ?? {})).toEqual([
			...['email', 'directory', 'reason', 'roster', 'user'],
		]);
		expect(Object.keys(review[5]?.json ?? {})).toEqual(['email', 'directory', 'reason', 'user']);
	});

	it('has the shape of its output', () => {
		const one = account('quo', 'a@x.com', { id: '1' });
		const other = account('quo', 'b@x.com', { id: '2' });
		const { matched, missing, extra } = compare([one, other], ['a@x.com']);
		const roster = { email: 'a@x.com', row: 0 };
		const shared = { email: 'a@x.com', directory: 'quo', roster };
		expect(matched).toEqual([
			{ pairedItem: { item: 0 }, json: { ...shared, user: one.user, differences: [] } },
		]);
		expect(missing.map(({ json }) => json)).toEqual([
			{ ...shared, directory: 'worksection' },
			{ ...shared, directory: 'autocalls' },
		]);
		expect(extra).toEqual([
			{ pairedItem: { item: 0 }, json: { email: 'b@x.com', directory: 'quo', user: other.user } },
		]);
	});
});

describe('what differs', () => {
	const differences = (user: object, roster: IDataObject, pairs: FieldPair[]) => {
		const [first] = compareRoster({
			rows: [{ index: 0, json: roster, key: 'a@x.com' }],
			directories: ['quo'],
			groups: groupAccounts([account('quo', 'a@x.com', user)]),
			pairs,
			isIgnored: () => false,
			titleOf: String,
		}).matched;
		return first?.json.differences;
	};
	const name = { field: 'displayName', rosterField: 'person.name' };

	it.each<[string, object, IDataObject, FieldPair, unknown]>([
		['case and blanks', { displayName: 'Ann Lee' }, { person: { name: ' ANN  lee' } }, name, []],
		[
			'another name',
			{ displayName: 'Ann Lee' },
			{ person: { name: 'Bob' } },
			name,
			[{ field: 'displayName', roster: 'Bob', directory: 'Ann Lee' }],
		],
		['a field that the row lacks', { displayName: 'Ann Lee' }, { person: {} }, name, []],
		[
			'an empty one',
			{ displayName: 'Ann Lee' },
			{ person: { name: '' } },
			name,
			[{ field: 'displayName', roster: '', directory: 'Ann Lee' }],
		],
		['nothing on both sides', {}, { 'person.name': null }, name, []],
		['nothing and blanks', {}, { 'person.name': ' ' }, name, []],
		[
			'nothing there',
			{},
			{ 'person.name': 'Ann' },
			name,
			[{ field: 'displayName', roster: 'Ann', directory: null }],
		],
		[
			'phones',
			{ phone: '+1 555 0100' },
			{ tel: '+1 (555) 01-00' },
			{ field: 'phone', rosterField: 'tel' },
			[],
		],
		[
			'a number for a phone',
			{ phone: '5550100' },
			{ tel: 5550100 },
			{ field: 'phone', rosterField: 'tel' },
			[],
		],
		[
			'names are no phones',
			{ displayName: '1-2' },
			{ n: '12' },
			{ field: 'displayName', rosterField: 'n' },
			[{ field: 'displayName', roster: '12', directory: '1-2' }],
		],
		[
			'addresses',
			{ email: 'ann@x.com' },
			{ mail: '<Ann@x.com>' },
			{ field: 'email', rosterField: 'mail' },
			[],
		],
		['flags', { active: true }, { active: 'TRUE' }, { field: 'active', rosterField: 'active' }, []],
		[
			'another flag',
			{ active: false },
			{ active: true },
			{ field: 'active', rosterField: 'active' },
			[{ field: 'active', roster: true, directory: false }],
		],
		['IDs', { id: '7' }, { number: 7 }, { field: 'id', rosterField: 'number' }, []],
	])('%s', (_what, user, roster, pair, wanted) => {
		expect(differences(user, roster, [pair])).toEqual(wanted);
	});

	it('is told in the order of the pairs', () => {
		const pairs = ['title', 'role', 'department'].map((field) => ({ field, rosterField: field }));
		const roster = { title: 'a', role: 'b', department: 'c' };
		const all = differences({ role: 'B' }, roster, pairs) as IDataObject[];
		expect(all.map(({ field }) => field)).toEqual(['title', 'department']);
	});
});
