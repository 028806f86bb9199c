import { PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';
const find = async (email: string, parameters = {}, more = {}) =>
	await fixture.run({ operation: 'get', email, ...parameters }, more);

describe('Find a person', () => {
	it.each(['ann@example.com', ' ANN@Example.com ', '<ann@example.com>', 'mailto:ann@example.com,'])(
		'by an address written as %s',
		async (email) => {
			fixture.setEmail('quo', 1, ANN);
			const { json } = await find(email);
			expect(json).toHaveLength(1);
			expect(json[0]).toMatchObject({ found: true, key: ANN, directories: ['quo'] });
		},
	);

	it('says so where nobody has the address', async () => {
		const { json } = await find('nobody@example.com');
		expect(json).toEqual([{ found: false, email: 'nobody@example.com' }]);
		const { error } = await find('nobody@example.com', { options: { ifNotFound: 'error' } });
		expect(error?.message).toContain("Nobody has the e-mail address 'nobody@example.com'");
	});

	it('ignores tags and dots, and follows aliases, where that was chosen', async () => {
		fixture.setEmail('quo', 1, 'Ann.Lee+phone@googlemail.com');
		const matching = {
			voximplantEmail: 'userCustomData',
			ignorePlusTags: true,
			ignoreGmailDots: true,
			domainAliases: { pairs: [{ domain: 'googlemail.com', countsAs: 'gmail.com' }] },
		};
		const { json } = await find('annlee@gmail.com', { matching });
		expect(json[0]).toMatchObject({ found: true, key: 'annlee@gmail.com' });
		const { json: without } = await find('annlee@gmail.com');
		expect(without[0]).toMatchObject({ found: false });
	});

	it('reads each directory once for any number of items', async () => {
		await find(ANN);
		const once = fixture.requests;
		const input = Array.from({ length: 30 }, (_, index) => ({ email: `p${index}@example.com` }));
		const { json } = await find('={{ $json.email }}', {}, { input });
		expect(json).toHaveLength(30);
		for (const [name, count] of Object.entries(fixture.requests)) {
			expect(count).toBe(2 * (once[name] ?? 0));
		}
	});

	it('refuses a directory without addresses, before anything is sent', async () => {
		const { error } = await find(ANN, { matching: {} });
		expect(error?.message).toContain('Voximplant has no field for e-mail addresses');
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it.each([
		['no directory', { directories: [] }, 'Directories'],
		['an unknown directory', { directories: ['okta'] }, "'Directories' must be one of"],
		[
			'an alias that points to itself',
			{
				directories: ['quo'],
				matching: { domainAliases: { pairs: [{ domain: 'a.com', countsAs: 'A.com' }] } },
			},
			'count as itself',
		],
		[
			'aliases in a circle',
			{
				directories: ['quo'],
				matching: {
					domainAliases: {
						pairs: [
							{ domain: 'a.com', countsAs: 'b.com' },
							{ domain: 'b.com', countsAs: 'a.com' },
						],
					},
				},
			},
			'count as itself',
		],
		[
			'no domain for user names',
			{ directories: ['voximplant'], matching: { voximplantEmail: 'userNameAndDomain' } },
			"'Email Domain' is empty",
		],
	])('refuses %s, before anything is sent', async (_what, parameters, words) => {
		const { error } = await find(ANN, parameters);
		expect(error?.message).toContain(words);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('refuses a directory without a credential', async () => {
		const { quoApi: _quo, ...credentials } = fixture.credentials as Record<string, object>;
		const { error } = await find(ANN, {}, { credentials });
		expect(error?.message).toMatch(/credential/i);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});
});
