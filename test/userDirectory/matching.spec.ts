import fc from 'fast-check';
import { readIgnored } from '../../nodes/UserDirectory/ignored';
import { matchKey, readDomainAliases } from '../../nodes/UserDirectory/matching';
import { rules } from './made';

const tags = rules({ ignorePlusTags: true });
const dots = rules({ ignoreGmailDots: true });
const aliases = (...pairs: Array<[string, string]>) =>
	rules({
		domainAliases: readDomainAliases(pairs.map(([domain, countsAs]) => ({ domain, countsAs }))),
	});

describe('what an address is matched by', () => {
	it.each([
		['ann@example.com', 'ann@example.com'],
		[' Ann@EXAMPLE.com\u00a0', 'ann@example.com'],
		['<ann@example.com>', 'ann@example.com'],
		['"ann@example.com"', 'ann@example.com'],
		["'ann@example.com',", 'ann@example.com'],
		['mailto:ann@example.com;', 'ann@example.com'],
		['Ann@example.com.', 'ann@example.com'],
		['\u200bann@ex\u00adample.com\u200e', 'ann@example.com'],
		['ann+tag@example.com', 'ann+tag@example.com'],
		['a.nn@gmail.com', 'a.nn@gmail.com'],
		['e\u0301va@example.com', '\u00e9va@example.com'],
	])('%j: %s', (entered, key) => expect(matchKey(entered, rules())).toBe(key));

	it.each([
		undefined,
		null,
		7,
		{},
		['ann@example.com'],
		'',
		'ann',
		'@example.com',
		'ann@',
		'ann@@example.com',
		'ann@example@com',
		'a nn@example.com',
		'a@example.com, b@example.com',
		'a@example.com b@example.com',
		'a@example.com;b@example.com',
		'Ann <ann@example.com>',
	])('%j is not exactly one address', (entered) =>
		expect(matchKey(entered, rules())).toBeUndefined(),
	);

	it.each([
		['straße@example.com', 'strasse@example.com'],
		['ann@straße.de', 'ann@strasse.de'],
		['\uff41nn@example.com', 'ann@example.com'],
		['\u0430nn@example.com', 'ann@example.com'],
		['o\u2019neil@example.com', "o'neil@example.com"],
		['ann@example.com', 'ann@example.co'],
		['ann.lee@example.com', 'annlee@example.com'],
	])('%s is somebody else than %s', (one, other) => {
		const all = rules({ ignorePlusTags: true, ignoreGmailDots: true });
		expect(matchKey(one, all)).not.toBe(matchKey(other, all));
	});

	it.each([
		['ann+work@example.com', tags, 'ann@example.com'],
		['ann+a+b@example.com', tags, 'ann@example.com'],
		['+tag@example.com', tags, '+tag@example.com'],
		['a.n.n@gmail.com', tags, 'a.n.n@gmail.com'],
		['a.n.n@Gmail.com', dots, 'ann@gmail.com'],
		['a.n.n@googlemail.com', dots, 'ann@googlemail.com'],
		['a.n.n@example.com', dots, 'a.n.n@example.com'],
		['a.n.n@mygmail.com', dots, 'a.n.n@mygmail.com'],
		['a.nn+x@gmail.com', dots, 'ann+x@gmail.com'],
		['..@gmail.com', dots, '..@gmail.com'],
		['a.nn+x@gmail.com', { ...dots, ignorePlusTags: true }, 'ann@gmail.com'],
		['ann@old.com', aliases(['old.com', 'new.com']), 'ann@new.com'],
		['ann@older.com', aliases(['old.com', 'new.com'], ['older.com', 'old.com']), 'ann@new.com'],
		['ann@sub.old.com', aliases(['old.com', 'new.com']), 'ann@sub.old.com'],
		[
			'a.nn@mail.com',
			{ ...aliases(['mail.com', 'gmail.com']), ignoreGmailDots: true },
			'ann@gmail.com',
		],
	])('%s', (entered, by, key) => expect(matchKey(entered, by)).toBe(key));

	const part = fc.stringMatching(/^[a-z0-9]{1,6}([.+][a-z0-9]{1,4}){0,2}$/);
	const domain = fc.constantFrom(
		'gmail.com',
		'googlemail.com',
		'old.com',
		'new.com',
		'example.org',
	);
	const address = fc.tuple(part, domain).map((parts) => parts.join('@'));
	const anyRules = fc.record({
		ignorePlusTags: fc.boolean(),
		ignoreGmailDots: fc.boolean(),
		domainAliases: fc.constantFrom(new Map(), new Map([['old.com', 'new.com']])),
	});

	it('is an address that is matched by itself, whatever the rules', () => {
		fc.assert(
			fc.property(address, anyRules, (entered, by) => {
				const key = matchKey(entered, by);
				expect(key).toBeDefined();
				expect(matchKey(key, by)).toBe(key);
				expect(matchKey(` <${entered.toUpperCase()}>,`, by)).toBe(key);
			}),
		);
	});

	const few = fc.constantFrom('ann', 'a.nn', 'ann+x', 'a.n.n+y');
	const alike = fc.tuple(few, domain).map((parts) => parts.join('@'));

	it('never parts with one rule more who were matched without it', () => {
		fc.assert(
			fc.property(alike, alike, anyRules, (one, other, by) => {
				const all = { ...by, ignorePlusTags: true, ignoreGmailDots: true };
				fc.pre(matchKey(one, by) === matchKey(other, by));
				expect(matchKey(one, all)).toBe(matchKey(other, all));
			}),
		);
	});
});

describe('domain aliases', () => {
	it('may say the same twice, and follow each other', () => {
		const pairs = [
			{ domain: 'a.com', countsAs: 'b.com' },
			{ domain: 'a.com', countsAs: 'b.com' },
			{ domain: 'b.com', countsAs: 'c.com' },
		];
		expect([...readDomainAliases(pairs)]).toEqual([
			['a.com', 'c.com'],
			['b.com', 'c.com'],
		]);
		expect(readDomainAliases([])).toEqual(new Map());
	});

	it.each([
		[[['a.com', 'a.com']], "'Domain Aliases' lets 'a.com' count as itself.", /Give the domain/],
		[
			[
				['a.com', 'b.com'],
				['b.com', 'a.com'],
			],
			"'Domain Aliases' lets 'a.com' count as itself.",
			/remove the alias/,
		],
		[
			[
				['x.com', 'a.com'],
				['a.com', 'b.com'],
				['b.com', 'a.com'],
			],
			"'Domain Aliases' lets 'x.com' count as itself.",
			/remove the alias/,
		],
		[
			[
				['a.com', 'b.com'],
				['a.com', 'c.com'],
			],
			"'Domain Aliases' lets 'a.com' count as 'b.com' and as 'c.com'.",
			/Remove one/,
		],
	])('%j are refused', (pairs, message, description) => {
		const read = () =>
			readDomainAliases(pairs.map(([domain = '', countsAs = '']) => ({ domain, countsAs })));
		expect(read).toThrow(message);
		expect(read).toThrow(
			expect.objectContaining({ description: expect.stringMatching(description) as string }),
		);
	});
});

describe('whom to ignore', () => {
	const ignores = (lines: string, by = rules()) => readIgnored(lines, by);

	it.each([
		['', 'ann@example.com', false],
		['\n \r\n', 'ann@example.com', false],
		['Ann@Example.com', 'ann@example.com', true],
		['<ann@example.com>', 'ann@example.com', true],
		['ann@example.com', 'bob@example.com', false],
		['x@y.com\r\n @BOTS.example.com ', 'any@bots.example.com', true],
		['@bots.example.com', 'any@example.com', false],
		['@example.com', 'any@bots.example.com', false],
	])('%j: %s %s', (lines, key, expected) => expect(ignores(lines)(key)).toBe(expected));

	it('follows the rules by which people are matched', () => {
		const by = { ...aliases(['old.com', 'new.com']), ignorePlusTags: true };
		expect(ignores('ann+x@old.com', by)('ann@new.com')).toBe(true);
		expect(ignores('@old.com', by)('ann@new.com')).toBe(true);
		expect(ignores('@old.com', by)('ann@old.com')).toBe(false);
	});

	it.each([
		'bots',
		'@',
		'a@b.com, c@d.com',
		'@two words',
		'a@b@c',
		'@@x.com',
		'*@x.com',
		'@*.x.com',
	])('%j is told by its line', (line) => {
		expect(() => ignores(`ann@example.com\n\n  ${line}`)).toThrow(
			`Line 3 of 'Ignore' is neither an e-mail address nor a domain: '${line}'.`,
		);
		expect(() => ignores(line)).toThrow(
			expect.objectContaining({
				description: expect.stringContaining('one in each line') as string,
			}),
		);
	});
});
