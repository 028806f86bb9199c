import fc from 'fast-check';
import { ambiguityIn, groupAccounts, personOf } from '../../nodes/UserDirectory/person';
import type { Account } from '../../nodes/UserDirectory/person';
import { matchKey } from '../../nodes/UserDirectory/matching';
import { NAMES } from './fixture';
import { account, rules } from './made';

const ANN = 'ann@example.com';

const email = fc.oneof(
	fc.constantFrom('ann@example.com', 'Ann@Example.com', 'ann+x@example.com', 'a.nn@gmail.com'),
	fc.constantFrom('ann@gmail.com', 'bob@old.com', 'bob@new.com', 'not one', null),
);
const anyRules = fc.record({
	ignorePlusTags: fc.boolean(),
	ignoreGmailDots: fc.boolean(),
	domainAliases: fc.constantFrom(new Map(), new Map([['old.com', 'new.com']])),
});
const drawn = fc.record({ directory: fc.constantFrom(...NAMES), email });
const accounts = fc
	.tuple(fc.array(drawn, { maxLength: 24 }), anyRules)
	.map(([all, by]) =>
		all.map((one, index) => account(one.directory, one.email, { id: String(index) }, by)),
	);

const idsOf = (groups: Iterable<readonly Account[]>): string[] =>
	[...groups]
		.map((group) =>
			group
				.map(({ user }) => String(user.id))
				.sort()
				.join(),
		)
		.sort();

describe('who belongs together', () => {
	it('does not depend on the order of the directories and of the accounts', () => {
		fc.assert(
			fc.property(accounts, fc.infiniteStream(fc.nat()), (all, order) => {
				const shuffled = all
					.map((one) => ({ one, at: order.next().value }))
					.sort((left, right) => left.at - right.at)
					.map(({ one }) => one);
				const groups = groupAccounts(all);
				const others = groupAccounts(shuffled);
				expect(idsOf(others.values())).toEqual(idsOf(groups.values()));
				expect([...others.keys()].sort()).toEqual([...groups.keys()].sort());
			}),
		);
	});

	it('loses nobody, and doubles nobody', () => {
		fc.assert(
			fc.property(accounts, (all) => {
				const grouped = [...groupAccounts(all).values()].flat();
				expect(grouped).toHaveLength(all.length);
				expect(new Set(grouped)).toEqual(new Set(all));
			}),
		);
	});

	it('are those with one address, and nobody without one', () => {
		fc.assert(
			fc.property(accounts, (all) => {
				for (const [key, group] of groupAccounts(all)) {
					if (group[0]?.key === undefined) {
						expect(group).toHaveLength(1);
						expect(key).toBe(`${group[0]?.directory}:${group[0]?.user.id}`);
					} else expect(new Set(group.map((one) => one.key))).toEqual(new Set([key]));
				}
			}),
		);
	});

	it('keeps the order in which the accounts came', () => {
		const all = [
			account('quo', 'b@x.com', { id: '1' }),
			account('quo', 'a@x.com', { id: '2' }),
			account('autocalls', 'b@x.com', { id: '3' }),
			account('autocalls', 'c@x.com', { id: '4' }),
		];
		expect([...groupAccounts(all).keys()]).toEqual(['b@x.com', 'a@x.com', 'c@x.com']);
	});

	it('keeps accounts apart that have neither address nor ID', () => {
		const all = [account('quo', null, { id: null }), account('quo', null, { id: null })];
		expect([...groupAccounts(all).keys()]).toEqual(['quo:#0', 'quo:#1']);
	});
});

describe('a person', () => {
	const full = {
		displayName: 'Ann Lee',
		givenName: 'Ann',
		familyName: 'Lee',
		phone: '+1 555 0100',
		title: 'Agent',
		department: 'Sales',
		team: 'Blue',
		photoUrl: 'https://example.com/a.png',
	};

	it('has each value of the first directory that has one', () => {
		const person = personOf(ANN, [
			account('worksection', ` <Ann@Example.com>`, { displayName: 'A. Lee', title: null }),
			account('quo', ANN, full),
		]);
		expect(person).toMatchObject({
			...full,
			key: ANN,
			email: ' <Ann@Example.com>',
			displayName: 'A. Lee',
			directories: ['worksection', 'quo'],
			ambiguous: false,
		});
		expect(person.accounts.map(({ provider }) => provider)).toEqual(['worksection', 'quo']);
	});

	it('has null where nobody has a value', () => {
		expect(personOf('quo:u1', [account('quo', null)])).toEqual({
			key: 'quo:u1',
			email: null,
			...Object.fromEntries(Object.keys(full).map((name) => [name, null])),
			active: null,
			roles: {},
			directories: ['quo'],
			ambiguous: false,
			conflicts: [],
			accounts: [account('quo', null).user],
		});
	});

	it.each([
		[[], null],
		[[null], null],
		[[null, false], false],
		[[false, false], false],
		[[false, true], true],
		[[true, null], true],
		[[true, false], true],
		[[false, null], false],
	])('with accounts that are active: %j is active: %s', (told, active) => {
		const all = told.map((one, index) => account(NAMES[index] ?? '', ANN, { active: one }));
		expect(personOf(ANN, all).active).toBe(active);
	});

	it('has the role of each directory, of the first account there', () => {
		const all = [
			account('quo', ANN, { role: 'Admin' }),
			account('quo', ANN, { role: 'member' }),
			account('autocalls', ANN),
			account('worksection', ANN, { role: 'guest' }),
		];
		expect(personOf(ANN, all)).toMatchObject({
			roles: { quo: 'admin', worksection: 'guest' },
			ambiguous: true,
			directories: ['quo', 'autocalls', 'worksection'],
		});
	});

	it('has conflicts where directories differ after folding', () => {
		const one = account('quo', ANN, full);
		const same = account('worksection', ANN, {
			...full,
			displayName: ' ANN  lee ',
			phone: '+1 (555) 01-00',
			title: 'Boss',
		});
		expect(personOf(ANN, [one, same]).conflicts).toEqual([]);
		const other = account('worksection', ANN, {
			...{ displayName: 'Anna Lee', givenName: 'Anna', familyName: 'Leigh', phone: '+1 555 0199' },
		});
		expect(personOf(ANN, [one, other, account('autocalls', ANN)]).conflicts).toEqual([
			{ field: 'displayName', values: { quo: 'Ann Lee', worksection: 'Anna Lee' } },
			{ field: 'givenName', values: { quo: 'Ann', worksection: 'Anna' } },
			{ field: 'familyName', values: { quo: 'Lee', worksection: 'Leigh' } },
			{ field: 'phone', values: { quo: '+1 555 0100', worksection: '+1 555 0199' } },
		]);
		expect(personOf(ANN, [one, account('quo', ANN, { displayName: 'Bob' })]).conflicts).toEqual([]);
	});

	it('is ambiguous with two accounts of one directory', () => {
		expect(ambiguityIn([], String)).toBeUndefined();
		expect(ambiguityIn([account('quo', ANN), account('autocalls', ANN)], String)).toBeUndefined();
		expect(
			ambiguityIn(
				[account('quo', ANN), account('autocalls', ANN), account('autocalls', ANN)],
				(name) => name.toUpperCase(),
			),
		).toBe('Several accounts of AUTOCALLS have this e-mail address.');
	});

	it('is made of the accounts of one directory and of several alike', () => {
		fc.assert(
			fc.property(accounts, (all) => {
				for (const [key, group] of groupAccounts(all)) {
					const person = personOf(key, group);
					expect(person.ambiguous).toBe(ambiguityIn(group, String) !== undefined);
					expect(person.accounts).toEqual(group.map(({ user }) => user));
					expect(matchKey(person.email, rules()) === undefined).toBe(person.email === null);
				}
			}),
		);
	});
});
