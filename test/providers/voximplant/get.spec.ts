import { errorWords, holdRequests } from '../../harness';
import { at, begins, VoximplantFixture, by, ids, paired } from './fixture';

const fixture = new VoximplantFixture(60);
const HUGE = '90071992547409931';
const id = (index: number) => at(fixture.expected(), index).user_id;
const raw = { output: 'raw' };

describe('Get of Voximplant', () => {
	it('finds a user by ID, with one request that asks for that ID', async () => {
		const user = at(fixture.expected(), 12);
		const run = await fixture.get(by('id', user.user_id), raw);
		expect(run.json).toEqual([fixture.raw(user)]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(run.messages).toEqual([]);
		const { application_id: application } = fixture.application;
		expect(fixture.calls).toEqual([
			`GetUsers?application_id=${application}&user_id=${user.user_id}&count=100&offset=0`,
		]);
	});

	it('finds a user whose ID no number can hold', async () => {
		Object.assign(at(fixture.expected(), 12), { user_id: HUGE });
		Object.assign(at(fixture.expected(), 13), { user_id: '90071992547409932' });
		expect(ids(await fixture.get(by('id', HUGE), raw))).toEqual([HUGE]);
		expect(at(fixture.sandbox.log, 0).query.user_id).toBe(HUGE);
	});

	it('finds a user by exactly the user name, though the API matches parts', async () => {
		const [short, longer, before] = fixture.sandbox.people;
		Object.assign(short ?? {}, { user_name: 'nathan' });
		Object.assign(longer ?? {}, { user_name: 'nathan-2' });
		Object.assign(before ?? {}, { user_name: 'a-nathan' });
		const run = await fixture.get(by('userName', ' nathan '), raw);
		expect(ids(run)).toEqual([short?.user_id]);
		expect(at(fixture.sandbox.log, 0).query.user_name).toBe('nathan');
		const none = await fixture.get(by('userName', 'Nathan'), raw);
		expect(errorWords(none.error)).toMatch(
			/^Voximplant: there is no user with the user name 'Nathan'/,
		);
		const part = await fixture.get(by('userName', 'natha'), raw);
		expect(part.error).toMatchObject({ context: { itemIndex: 0 } });
	});

	it('finds the right one of many whose names contain it, over many pages', async () => {
		for (const [index, user] of fixture.sandbox.people.entries())
			user.user_name = `aa-nathan-${index}`;
		Object.assign(at(fixture.sandbox.people, 59), { user_name: 'nathan' });
		fixture.sandbox.settings.countCap = 20;
		const run = await fixture.get(by('userName', 'nathan'), raw);
		expect(ids(run)).toEqual([at(fixture.sandbox.people, 59).user_id]);
		expect(fixture.calls).toHaveLength(3);
	});

	it('tells two users of the same name apart by asking, not by guessing', async () => {
		for (const index of [3, 4])
			Object.assign(at(fixture.sandbox.people, index), { user_name: 'twin' });
		const [one, two] = [3, 4].map((index) => at(fixture.sandbox.people, index).user_id);
		const run = await fixture.get(by('userName', 'twin'));
		expect(errorWords(run.error)).toBe(
			`Voximplant: 2 users have the user name 'twin' (IDs ${one}, ${two}). Choose the user by ID.`,
		);
	});

	it('finds nobody of an application whose name contains ours', async () => {
		const ours = at(fixture.sandbox.applications, 0);
		const theirs = at(fixture.sandbox.applications, 2);
		theirs.application_name = `old-${ours.application_name}`;
		const mine = at(fixture.sandbox.people, 0);
		const other = at(fixture.sandbox.people, 1);
		Object.assign(mine, { user_name: 'twin', applications: [ours] });
		Object.assign(other, { user_name: 'twin', applications: [theirs] });
		const application = by('name', ours.application_name);
		const run = await fixture.get(by('userName', 'twin'), { ...raw, application });
		expect(ids(run)).toEqual([mine.user_id]);
		const missing = await fixture.get(by('id', other.user_id), { application });
		expect(errorWords(missing.error)).toBe(
			`Voximplant: there is no user with the ID '${other.user_id}' in the application '${ours.application_name}'. Check the value in 'User', and that the credential belongs to the right account.`,
		);
		const found = await fixture.get(by('id', other.user_id), {
			...raw,
			application: by('name', theirs.application_name),
		});
		expect(ids(found)).toEqual([other.user_id]);
	});

	it('names the user where it was deleted', async () => {
		const user = at(fixture.sandbox.people, 5);
		fixture.sandbox.people.splice(5, 1);
		const { application_id: application } = fixture.application;
		const run = await fixture.get(by('id', user.user_id));
		expect(errorWords(run.error)).toContain(
			`there is no user with the ID '${user.user_id}' in the application '${application}'.`,
		);
		const body = { error: { code: 117, msg: "The 'user_id' parameter is invalid" } };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const told = await fixture.get(by('id', user.user_id));
		expect(errorWords(told.error)).toMatch(
			/^Voximplant: there is no user with the ID '\d+' in the application '\d+': The 'user_id' parameter is invalid \(code 117\)\. Check 'User'/,
		);
	});

	it('does not say that somebody is missing where the list is incomplete', async () => {
		const body = { result: [], total_count: 2, count: 0 };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const run = await fixture.get(by('userName', 'nathan'));
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: the list is incomplete, and 'nathan' is not in it: ./,
		);
		expect(fixture.calls).toHaveLength(1);
	});

	it.each(['all', '1;2', '../1', '1?x', '-1', '1 2', '0x1', '１２'])(
		'refuses %s as an ID without a request',
		async (value) => {
			const run = await fixture.get(by('id', value));
			expect(run.error).toMatchObject({
				message: `'User' must be an ID made of digits only, not '${value}'.`,
				context: { itemIndex: 0 },
			});
			expect(fixture.calls).toEqual([]);
		},
	);

	it('sends a user name of any characters as one value', async () => {
		for (const name of ['../x', 'a?b&user_id=1', 'ü #;', 'all']) {
			const run = await fixture.get(by('userName', name));
			expect(errorWords(run.error)).toContain(`there is no user with the user name '${name}'`);
			expect(fixture.sandbox.log.at(-1)?.query.user_name).toBe(name);
		}
	});

	it('shows skills, queues and the committed balance where they are asked for', async () => {
		const user = at(fixture.expected(), 1);
		const { skill_id: skill } = at(fixture.sandbox.skills, 0);
		const options = {
			withSkills: true,
			withQueues: true,
			showingSkillId: skill,
			returnLiveBalance: false,
		};
		const run = await fixture.get(by('id', user.user_id), { ...raw, options });
		expect(at(fixture.sandbox.log, 0).query).toMatchObject({
			with_skills: 'true',
			with_queues: 'true',
			showing_skill_id: String(skill),
			return_live_balance: 'false',
		});
		expect(run.json).toEqual([
			{
				...fixture.raw(user),
				balance: user.fixed_balance,
				skills: user.skills.filter(({ skill_id: each }) => each === skill),
				acd_queues: user.acd_queues,
			},
		]);
	});

	it('gives every output', async () => {
		const user = at(fixture.expected(), 0);
		const { user_id, user_name, user_display_name: displayName } = user;
		const locator = by('id', user_id);
		const simplified = await fixture.get(locator);
		expect(Object.keys(at(simplified.json, 0))).toHaveLength(10);
		const fields = ['user_name', 'skills'];
		const selected = await fixture.get(locator, { output: 'selected', fields });
		expect(selected.json).toEqual([{ user_name, skills: null }]);
		const unified = await fixture.get(locator, { output: 'unified' });
		expect(unified.json).toMatchObject([
			{ provider: 'voximplant', id: String(user_id), displayName },
		]);
		const scim = await fixture.get(locator, { output: 'scim' });
		expect(scim.json).toMatchObject([{ externalId: `voximplant:${user_id}`, userName: user_name }]);
	});
});

describe('Get for many items', () => {
	const user = { ...by('id', ''), value: '={{ $json.who }}' };
	const input = (who: (index: number) => unknown, count = 12) =>
		Array.from({ length: count }, (_, index) => ({ who: who(index) }) as { who: string });

	it('takes each item’s own value, in order and linked', async () => {
		const run = await fixture.get(user, raw, { input: input(id) });
		expect(ids(run)).toEqual(Array.from({ length: 12 }, (_, index) => id(index)));
		expect(paired(run)).toEqual(Array.from({ length: 12 }, (_, index) => ({ item: index })));
	});

	it('asks once for the same user, and shares no object between items', async () => {
		const run = await fixture.get(user, raw, { input: input((index) => id(index % 2)) });
		expect(fixture.calls).toHaveLength(2);
		expect(run.items).toHaveLength(12);
		const [first, , third] = run.json;
		expect(third).toEqual(first);
		expect(third).not.toBe(first);
		expect(third?.applications).not.toBe(first?.applications);
	});

	it('fails only the item where the node continues', async () => {
		const wanted = [id(0), 'all', '', 1, id(1)];
		const options = { input: input((index) => wanted[index], 5) };
		const regular = await fixture.get(user, raw, { ...options, onError: 'continueRegularOutput' });
		expect(regular.error).toBeUndefined();
		expect(regular.json.map(({ user_id, error }) => user_id ?? error)).toEqual([
			id(0),
			"'User' must be an ID made of digits only, not 'all'.",
			begins("'User' is empty."),
			expect.stringMatching(/^Voximplant: there is no user with the ID '1' in the application/),
			id(1),
		]);
		expect(paired(regular)).toEqual([0, 1, 2, 3, 4].map((item) => ({ item })));
		expect(Object.keys(at(regular.json, 3))).toEqual(['error']);
		const separate = await fixture.get(user, raw, { ...options, onError: 'continueErrorOutput' });
		expect(ids(separate)).toEqual([id(0), id(1)]);
		const errors = regular.json.map(({ error }) => error).slice(1, 4);
		expect(separate.errorItems.map(({ json }) => json)).toEqual(
			errors.map((error, index) => ({ who: wanted[index + 1], error })),
		);
		expect(separate.errorItems.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 1 },
			{ item: 2 },
			{ item: 3 },
		]);
	});

	it('stops at the first failing item, names it and begins no later one', async () => {
		const run = await fixture.get(user, raw, {
			input: input((index) => (index === 3 ? 1 : id(index))),
		});
		expect(run.error).toMatchObject({ httpCode: null, context: { itemIndex: 3 } });
		expect(run.items).toEqual([]);
		expect(fixture.calls).toHaveLength(4);
	});

	it.each([1, 4])('works on %d items side by side and keeps their order', async (concurrency) => {
		const side = holdRequests(fixture.sandbox, concurrency);
		const run = await fixture.get(user, { ...raw, options: { concurrency } }, { input: input(id) });
		expect(ids(run)).toEqual(Array.from({ length: 12 }, (_, index) => id(index)));
		expect(side.most).toBe(concurrency);
	});

	it('begins no item after a failure, side by side', async () => {
		fixture.sandbox.latencyMs = 60;
		const failing = input((index) => (index === 1 ? 'all' : id(index)));
		const parameters = { ...raw, options: { concurrency: 4 } };
		const stopped = await fixture.get(user, parameters, { input: failing });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(fixture.calls.length).toBeLessThanOrEqual(3);
	});

	it('brings Concurrency into its range, with a hint', async () => {
		const run = await fixture.get(by('id', id(0)), { ...raw, options: { concurrency: 50 } });
		expect(run.messages).toEqual(["'Concurrency' was set to 10: it can be 1 to 10."]);
	});
});
