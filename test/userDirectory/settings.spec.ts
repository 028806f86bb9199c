import { errorWords } from '../harness';
import { NEWCOMER, PeopleFixture } from './fixture';

/** What is entered, and how it is told where that makes no sense. */

const fixture = new PeopleFixture();
const ANN = NEWCOMER.email;
const find = async (parameters: object) =>
	await fixture.run({ operation: 'get', email: ANN, ...parameters });
const quo = { directories: ['quo'] };
const voximplant = { directories: ['voximplant'] };
const alias = (domain: unknown, countsAs: unknown) => ({
	...quo,
	matching: { domainAliases: { pairs: [{ domain, countsAs }] } },
});

describe('what can not be used', () => {
	const newcomer = { ...NEWCOMER, operation: 'onboard' };
	const roster = { operation: 'compare', rosterEmailField: 'email' };
	const list = { operation: 'getAll', returnAll: false, limit: 5 };
	const offboard = { operation: 'offboard', email: ANN };

	it.each<[string, object]>([
		["'Email'", { operation: 'get', email: 'ann' }],
		["'Email'", { ...newcomer, email: 'ann' }],
		["'Email'", { ...offboard, email: 'ann' }],
		["'First Name' is empty.", { ...newcomer, firstName: ' ' }],
		["'Last Name' is empty.", { ...newcomer, lastName: ' ' }],
		["'Return All'", { ...list, returnAll: 'perhaps' }],
		["'Limit' must be", { ...list, limit: 0 }],
		["'Limit' must be", { ...list, limit: 1.5 }],
		["'Email Field' is empty.", { ...roster, rosterEmailField: '={{ " " }}' }],
		["'Ignore'", { ...roster, ignore: '={{ {} }}' }],
		["'Dry Run'", { ...newcomer, dryRun: 'perhaps' }],
		["'Dry Run'", { ...offboard, dryRun: 'perhaps' }],
		["'Include Admins'", { ...offboard, options: { includeAdmins: 'perhaps' } }],
		["'Max People' must be", { ...newcomer, options: { maxPeople: 0 } }],
		["'Max People' must be", { ...newcomer, options: { maxPeople: 1.5 } }],
		["'If Not Found' must be", { operation: 'get', email: ANN, options: { ifNotFound: 'stop' } }],
		["'Directories'", { ...list, directories: '={{ 7 }}' }],
		["'Prefer' must be one of", { ...list, options: { prefer: 'okta' } }],
		[
			"'Roster Field' is empty.",
			{ ...roster, compareFields: { pairs: [{ field: 'phone', rosterField: '' }] } },
		],
		[
			"'Fields to Compare' has 'phone' with 'tel' twice. Remove one of them.",
			{
				...roster,
				compareFields: {
					pairs: ['email', 'tel', 'tel'].map((rosterField) => ({ field: 'phone', rosterField })),
				},
			},
		],
	])('is told by the name of its field: %s', async (words, parameters) => {
		const { error } = await fixture.run(
			{ ...quo, ...parameters },
			{ input: [{ email: ANN }, { email: 'bob@example.com' }] },
		);
		expect(errorWords(error)).toContain(words);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('is not that two fields are compared with one of the roster, or one with two', async () => {
		const pairs = [
			{ field: 'phone', rosterField: 'tel' },
			{ field: 'phone', rosterField: 'mobile' },
			{ field: 'title', rosterField: 'tel' },
		];
		const { error } = await fixture.run(
			{ ...roster, ...quo, compareFields: { pairs } },
			{ input: [{ email: ANN }] },
		);
		expect(error).toBeUndefined();
	});

	it('is told with what to do', async () => {
		const nobody = await find({
			directories: ['quo', 'autocalls'],
			options: { ifNotFound: 'error' },
		});
		expect(errorWords(nobody.error)).toBe(
			"Nobody has the e-mail address 'ann@example.com' in Quo, Autocalls. Check the address, or set 'If Not Found' under Options to 'Return an Item'.",
		);
		const { quoApi: _, ...credentials } = fixture.credentials;
		const without = await fixture.run({ ...offboard, ...quo }, { credentials });
		expect(errorWords(without.error)).toContain(
			"Choose a credential for Quo, or remove it from 'Directories'.",
		);
		const many = await fixture.run(
			{ ...newcomer, ...quo, options: { maxPeople: 2 } },
			{ input: [{}, {}, {}] },
		);
		expect(errorWords(many.error)).toContain(
			"If that many people are meant, raise 'Max People' under Options.",
		);
		const allowed = await fixture.run(
			{ ...newcomer, ...quo, options: { maxPeople: 3 } },
			{ input: [{}, {}, {}] },
		);
		expect(allowed.error).toBeUndefined();
	});

	it('is quoted no longer than one can read', async () => {
		const { error } = await find(alias(`a ${'b'.repeat(100)}`, 'b.com'));
		expect(error?.message).toBe(`'Domain' must be a domain, not 'a ${'b'.repeat(78)}'.`);
	});
});

describe('what is entered under Matching', () => {
	it.each<[object, string]>([
		[alias('a b.com', 'b.com'), "'Domain' must be a domain, not 'a b.com'."],
		[alias('a.com', 'ann@b.com'), "'Counts As' must be a domain, not 'ann@b.com'."],
		[alias('', 'b.com'), "'Domain' is empty."],
		[alias('a.com', ' '), "'Counts As' is empty."],
		[
			{ ...voximplant, matching: { voximplantEmail: 'userName' } },
			"'Voximplant Email' must be one of none, userCustomData, userDisplayName, userNameAndDomain, not 'userName'.",
		],
		[alias('a@b.com', 'b.com'), "'Domain' must be a domain, not 'a@b.com'."],
		[{ ...quo, matching: { ignorePlusTags: 'perhaps' } }, "'Ignore Plus Tags'"],
		[{ ...quo, matching: { ignoreGmailDots: 'perhaps' } }, "'Ignore Gmail Dots'"],
		[
			{ ...voximplant, matching: { voximplantEmail: 'userNameAndDomain', emailDomain: 'x/y' } },
			"'Email Domain' must be a domain, not 'x/y'.",
		],
		[{ ...voximplant, matching: {} }, "Add 'Voximplant Email' under 'Matching'"],
	])('%j is refused', async (parameters, words) => {
		const { error } = await find(parameters);
		expect(errorWords(error)).toContain(words);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('says what a domain looks like', async () => {
		const { error } = await find(alias('a b.com', 'b.com'));
		expect(error).toMatchObject({
			description: 'Enter what follows the @ of an address, such as example.com.',
		});
	});

	it.each(['old.com', '@old.com', 'OLD.com.', 'old.com...', ' old.com\u200b'])(
		'takes %j for the domain old.com',
		async (domain) => {
			fixture.setEmail('quo', 0, 'ann@old.com');
			const { json } = await find(alias(domain, '@Example.com'));
			expect(json[0]).toMatchObject({ found: true, key: ANN });
		},
	);

	it('may be nothing', async () => {
		fixture.setEmail('quo', 0, ANN);
		for (const domainAliases of [{}, '', { pairs: [] }]) {
			const { json } = await find({ ...quo, matching: { domainAliases } });
			expect(json[0]).toMatchObject({ found: true });
		}
	});

	it('ignores neither tags nor dots unless that was chosen', async () => {
		fixture.setEmail('quo', 0, 'ann+x@example.com');
		fixture.setEmail('quo', 1, 'a.nn@gmail.com');
		for (const email of [ANN, 'ann@gmail.com']) {
			const { json } = await find({ ...quo, email, matching: {} });
			expect(json[0]).toEqual({ found: false, email });
		}
	});

	it('takes a domain of any script', async () => {
		fixture.setEmail('quo', 0, 'ann@bücher-2.example');
		const { json } = await find(alias('Bücher-2.example', 'example.com'));
		expect(json[0]).toMatchObject({ found: true, key: ANN });
	});

	it('makes addresses of user names and the domain', async () => {
		const { people } = fixture.sandboxes.voximplant;
		const [first] = people;
		Object.assign(first ?? {}, { user_name: 'ann' });
		const matching = { voximplantEmail: 'userNameAndDomain', emailDomain: '@Example.com.' };
		const { json } = await find({ ...voximplant, matching });
		expect(json[0]).toMatchObject({ found: true, key: ANN, email: ANN });
	});
});
