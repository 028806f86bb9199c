import { errorWords } from '../harness';
import { by, Lists, pickerOf, providers } from './lists';

const lists = new Lists({ users: 130, autocalls: { paginate: 'laravel' } });

describe.each(providers)('the list of users of %s', (provider) => {
	it('opens with one answer of at most 50, with names and IDs, and without reading it all', async () => {
		const { results, paginationToken } = await lists.open(provider);
		expect(results.map(({ name, value }) => ({ name, value }))).toEqual(
			lists.shown(provider).slice(0, 50),
		);
		expect(paginationToken).toBe('50');
		expect(lists.requests(provider)).toBe(pickerOf(provider).requests.opened);
	});

	it('shows all users once by scrolling, and asks for each page once', async () => {
		const answers = await lists.scroll(provider);
		const shown = answers.flat().map(({ name, value }) => ({ name, value }));
		expect(shown).toEqual(lists.shown(provider));
		expect(answers.map(({ length }) => length)).toEqual([50, 50, 30]);
		expect(lists.requests(provider)).toBe(pickerOf(provider).requests.scrolled);
	});

	it('finds by any part of what it shows, in any case, and by a pasted ID', async () => {
		const everybody = lists.shown(provider);
		const last = everybody[129];
		if (!last) throw new Error('There is no user.');
		const login = /\((.*)\)/.exec(last.name)?.[1] ?? last.name;
		for (const filter of [login, login.toUpperCase(), ` ${login} `, login.slice(1, -1)]) {
			const { results } = await lists.open(provider, { filter });
			expect(results.map(({ value }) => value)).toContain(last.value);
			for (const { name } of results) {
				expect(name.toLowerCase()).toContain(filter.trim().toLowerCase());
			}
		}
		await lists.scroll(provider);
		const { results } = await lists.open(provider, { filter: last.value });
		expect(results.map(({ value }) => value)).toContain(last.value);
	});

	it('is empty, not an error, where no user matches', async () => {
		expect(await lists.open(provider, { filter: 'no such person' })).toEqual({ results: [] });
	});

	it('reports errors as an operation does, and no secret', async () => {
		const [[type] = ['']] = Object.entries(lists.credentials(provider));
		const credentials = { [type]: lists.sandboxes[provider].wrongCredentials };
		const error = await lists.open(provider, { credentials }).catch((thrown: Error) => thrown);
		expect(error).toMatchObject({ name: 'NodeApiError' });
		if (!(error instanceof Error)) throw new Error('it was accepted');
		expect(errorWords(error).toLowerCase()).toContain(provider);
		expect(errorWords(error)).toMatch(/\((HTTP 401|code \d+|HTTP 401, code \d+)\)/);
		const keys = Object.values(lists.sandboxes[provider].wrongCredentials).map(String);
		const said = JSON.stringify(error);
		expect(
			keys.filter((key) => key.length > 20 && !key.startsWith('http') && said.includes(key)),
		).toEqual([]);
		expect(said).not.toMatch(/Bearer \w|BEGIN/);
	});

	it('repeats a request after a network error', async () => {
		lists.sandboxes[provider].faults.next({ kind: 'reset' });
		expect((await lists.open(provider)).results).toHaveLength(50);
	});

	it('starts afresh after an error', async () => {
		const { faults } = lists.sandboxes[provider];
		faults.always({ kind: 'body', status: 418, body: { message: 'I am a teapot' } });
		const failing = lists.open(provider, { filter: 'nobody' });
		await expect(failing).rejects.toMatchObject({ name: 'NodeApiError', httpCode: '418' });
		faults.clear();
		expect(await lists.open(provider, { filter: 'nobody' })).toEqual({ results: [] });
	});
});

it.each([
	['id', 'value'],
	['name', 'application_name'],
])("Voximplant's users are those of the application chosen by %s", async (mode) => {
	const [, second] = lists.sandboxes.voximplant.applications;
	const value = mode === 'id' ? second?.application_id : second?.application_name;
	const application = by(mode, value ?? '');
	const answers = await lists.scroll('voximplant', { parameters: { application } });
	const theirs = lists.sandboxes.voximplant.people.filter(({ applications }) =>
		applications.some(({ application_id: id }) => id === second?.application_id),
	);
	expect(new Set(answers.flat().map(({ value: id }) => id))).toEqual(
		new Set(theirs.map(({ user_id }) => String(user_id))),
	);
});

it.each([by('list', ''), '', undefined, null])(
	"Voximplant's list asks for an application where it is %j",
	async (application) => {
		const opening = lists.open('voximplant', {
			parameters: application === undefined ? { application: by('list', '') } : { application },
		});
		await expect(opening).rejects.toThrow(
			"Choose an 'Application' first: the list shows the users of one application.",
		);
		expect(lists.requests('voximplant')).toBe(0);
	},
);

it('an unusable key is reported by the name of its field', async () => {
	const credentials = { quoApi: { ...lists.sandboxes.quo.credentials, apiKey: ' ' } };
	await expect(lists.open('quo', { credentials })).rejects.toThrow('"API Key" is empty.');
});

it("Voximplant's list says that an expression has no value yet", async () => {
	const application = by('id', '={{ $json.app }}');
	await expect(lists.open('voximplant', { parameters: { application } })).rejects.toThrow(
		/'Application' is an expression/,
	);
});

it("Voximplant's search is case-sensitive: where it finds nothing, all users are read once", async () => {
	const { people } = lists.sandboxes.voximplant;
	const last = people.at(-1);
	if (!last) throw new Error('There is no user.');
	last.user_display_name = 'Nathan McDonald';
	for (const filter of ['mcdonald', 'MCDONALD', 'nathan mcd', 'n mcdo']) {
		const { results } = await lists.open('voximplant', { filter });
		expect(results.map(({ value }) => value)).toEqual([String(last.user_id)]);
	}
	const all = lists.sandboxes.voximplant.log.filter(
		({ query }) => !('user_name' in query) && !('user_display_name' in query),
	);
	expect(all.map(({ query }) => query.offset)).toEqual(['0', '100']);
	const before = lists.requests('voximplant');
	expect(await lists.open('voximplant', { filter: 'mcdonalds' })).toEqual({ results: [] });
	expect(lists.requests('voximplant')).toBe(before);
});
