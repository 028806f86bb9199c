import type { ProviderName } from '../../sandbox';
import { Lists, pickerOf, providers } from './lists';

const USERS = 5000;
const lists = new Lists({ users: USERS, autocalls: { paginate: 'laravel', perPage: 100 } });

const lastOf = (provider: ProviderName) => {
	const last = lists.shown(provider).at(-1);
	const login = /\(([^@)]*).*\)/.exec(last?.name ?? '')?.[1];
	if (!last || !login) throw new Error('There is no user.');
	return { ...last, login };
};

describe.each(providers)('the list of 5,000 users of %s', (provider) => {
	it('typing finds the last user, with at most two requests more than paging forces', async () => {
		const last = lastOf(provider);
		const { results } = await lists.open(provider, { filter: last.login });
		expect(results.map(({ value }) => value)).toContain(last.value);
		expect(lists.requests(provider)).toBeLessThanOrEqual(pickerOf(provider).requests.found + 2);
	});

	it('typing on, back and again uses the list cache', async () => {
		const { login, value } = lastOf(provider);
		const few = login.slice(0, -1);
		await lists.open(provider, { filter: few });
		const before = lists.requests(provider);
		for (const filter of [login, `${login} `, few, `  ${few}`, login]) {
			const { results } = await lists.open(provider, { filter });
			expect(results.map((entry) => entry.value)).toContain(value);
		}
		expect(lists.requests(provider)).toBe(before);
	});

	it('two searches at once share their requests', async () => {
		const { login } = lastOf(provider);
		const both = await Promise.all([1, 2].map(() => lists.open(provider, { filter: login })));
		expect(both[0]).toEqual(both[1]);
		expect(lists.requests(provider)).toBeLessThanOrEqual(pickerOf(provider).requests.found + 2);
	});

	it("another credential never sees this one's list", async () => {
		await lists.open(provider);
		const before = lists.requests(provider);
		const [[type] = ['']] = Object.entries(lists.credentials(provider));
		const credentials = { [type]: lists.sandboxes[provider].wrongCredentials };
		await expect(lists.open(provider, { credentials })).rejects.toThrow();
		expect(lists.requests(provider)).toBeGreaterThan(before);
	});
});

it('after two minutes the list is read again, and shows a new user', async () => {
	const { people } = lists.sandboxes.quo;
	const [first] = people;
	if (!first) throw new Error('There is no user.');
	await lists.open('quo');
	people.unshift({ ...first, id: 'USnew', firstName: 'Nova' });
	const early = await lists.open('quo', { filter: 'Nova' });
	expect(early.results.map(({ value }) => value)).not.toContain('USnew');
	const now = Date.now();
	const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 121_000);
	const { results } = await lists.open('quo').finally(() => clock.mockRestore());
	expect(results[0]?.value).toBe('USnew');
});

it('a list of the greatest length that the provider gives is cached, too', async () => {
	const { people } = lists.sandboxes.worksection;
	const [first] = people;
	if (!first) throw new Error('There is no user.');
	for (let more = people.length; more < 10_000; more++) people.push({ ...first, id: `9${more}` });
	for (const filter of ['', first.name, first.email]) {
		const { results } = await lists.open('worksection', { filter });
		expect(results.length).toBeGreaterThan(0);
	}
	await expect(lists.open('worksection', { filter: 'no such person' })).rejects.toThrow(
		/the list is incomplete, .* at most 10000 users/,
	);
	expect(lists.requests('worksection')).toBe(1);
});

it('a filter that many users match stops at 50 results and continues by scrolling', async () => {
	const { results, paginationToken } = await lists.open('quo', { filter: 'example' });
	expect(results).toHaveLength(50);
	expect(lists.requests('quo')).toBeLessThanOrEqual(2 + 5);
	const next = await lists.open('quo', {
		filter: 'example',
		paginationToken: paginationToken ?? '',
	});
	const values = [...results, ...next.results].map(({ value }) => value);
	expect(new Set(values).size).toBe(100);
});

it('a token whose list is no longer cached continues at the right position', async () => {
	const first = await lists.open('quo');
	const credentials = {
		quoApi: {
			...lists.credentials('quo').quoApi,
			apiKey: ` ${String(lists.sandboxes.quo.credentials.apiKey)}`,
		},
	};
	const next = await lists.open('quo', {
		credentials,
		paginationToken: first.paginationToken ?? '',
	});
	expect(next.results.map(({ value }) => value)).toEqual(
		lists
			.shown('quo')
			.slice(50, 100)
			.map(({ value }) => value),
	);
});

it("Voximplant searches for the typed text in its users' names", async () => {
	await lists.open('voximplant', { filter: 'josé g' });
	const asked = lists.sandboxes.voximplant.log.map(
		({ query: { user_name, user_display_name } }) => ({
			user_name,
			user_display_name,
		}),
	);
	expect(asked).toEqual(
		expect.arrayContaining([{ user_display_name: 'josé g' }, { user_display_name: 'José G' }]),
	);
	const { results } = await lists.open('voximplant', { filter: 'José García' });
	expect(results.length).toBeGreaterThan(0);
});
