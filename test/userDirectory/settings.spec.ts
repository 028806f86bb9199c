import { errorWords } from '../harness';
import { PeopleFixture } from './fixture';

/** What is entered under Matching, and how it is told where that makes no sense. */

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';
const find = async (parameters: object) =>
	await fixture.run({ operation: 'get', email: ANN, ...parameters });
const quo = { directories: ['quo'] };
const voximplant = { directories: ['voximplant'] };
const alias = (domain: unknown, countsAs: unknown) => ({
	...quo,
	matching: { domainAliases: { pairs: [{ domain, countsAs }] } },
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
		[{ ...quo, matching: { ignorePlusTags: 'perhaps' } }, "'Ignore Plus Tags'"],
		[{ ...quo, matching: { ignoreGmailDots: 'perhaps' } }, "'Ignore Gmail Dots'"],
		[
			{ ...voximplant, matching: { voximplantEmail: 'userNameAndDomain', emailDomain: 'x/y' } },
			"'Email Domain' must be a domain, not 'x/y'.",
		],
		[{ ...voximplant, matching: {} }, "Add 'Voximplant Email' under 'Matching'"],
		[{ directories: ['autocalls', 'quo'], options: { prefer: 'okta' } }, "'Prefer' must be one of"],
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

	it.each(['old.com', '@old.com', 'OLD.com.', ' old.com\u200b'])(
		'takes %j for the domain old.com',
		async (domain) => {
			fixture.setEmail('quo', 0, 'ann@old.com');
			const { json } = await find(alias(domain, '@Example.com'));
			expect(json[0]).toMatchObject({ found: true, key: ANN });
		},
	);

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
