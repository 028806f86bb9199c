import { errorWords } from '../../harness';
import { at, VoximplantFixture, by, ids, paired } from './fixture';

const fixture = new VoximplantFixture(120);
const application = (index: number) => at(fixture.sandbox.applications, index);
const inSecond = () =>
	fixture.expectedIds(({ applications }) =>
		applications.some(({ application_id: id }) => id === application(1).application_id),
	);

describe('Get Many of Voximplant for many items', () => {
	it('reads the list once for all, and gives each item its own users', async () => {
		const input = Array.from({ length: 11 }, () => ({}));
		const run = await fixture.getAll({ returnAll: true, output: 'raw' }, { input });
		expect(fixture.calls).toHaveLength(2);
		const everybody = fixture.expectedIds();
		expect(ids(run)).toEqual(input.flatMap(() => everybody));
		expect(paired(run)).toEqual(input.flatMap((_, item) => everybody.map(() => ({ item }))));
		const [first, again] = [run.json[0], run.json[120]];
		expect(again).toEqual(first);
		expect(again).not.toBe(first);
		expect(again?.applications).not.toBe(first?.applications);
	});

	it('takes each item’s own parameters, up to the tenth and beyond', async () => {
		const input = Array.from({ length: 12 }, (_, index) => ({
			limit: index + 1,
			offset: index * 3,
			active: index % 2 === 0,
		}));
		const filters = { userActive: '={{ $json.active }}' };
		const options = { offset: '={{ $json.offset }}' };
		const run = await fixture.getAll({ limit: '={{ $json.limit }}', filters, options }, { input });
		const expected = input.map(({ limit, offset, active }) =>
			fixture.expectedIds((user) => user.user_active === active).slice(offset, offset + limit),
		);
		expect(ids(run)).toEqual(expected.flat());
		expect(paired(run)).toEqual(expected.flatMap((list, item) => list.map(() => ({ item }))));
		expect(fixture.calls).toHaveLength(12);
	});

	it('takes each item’s own application, in every way that it is named', async () => {
		const { application_id: id, application_name: name } = application(1);
		const modes = [by('id', id), by('name', name), by('list', id), by('name', 'sales')];
		for (const mode of modes) {
			const run = await fixture.getAll({ application: mode, returnAll: true });
			expect(ids(run)).toEqual(inSecond());
		}
		const input = [id, 'all', application(2).application_id, application(1).application_id];
		const run = await fixture.getAll(
			{ application: by('id', '={{ $json.id }}'), returnAll: true },
			{ input: input.map((each) => ({ id: each })), onError: 'continueRegularOutput' },
		);
		const users = inSecond();
		const error = "'Application' must be an ID made of digits only, not 'all'.";
		expect(run.json.map(({ user_id, error: message }) => user_id ?? message)).toEqual([
			...users,
			error,
			...users,
		]);
		expect(paired(run)).toEqual([
			...users.map(() => ({ item: 0 })),
			{ item: 1 },
			...users.map(() => ({ item: 3 })),
		]);
	});

	it('shares pages between items that need more and less of them', async () => {
		const input = [{ after: '2025-06-01' }, { after: '2023-01-01' }, { after: '2025-06-01' }];
		const filters = { createdAfter: '={{ $json.after }}' };
		const options = { pageSize: 10, pagesAtOnce: 1 };
		const run = await fixture.getAll({ limit: 5, filters, options }, { input });
		const late = (date: string) =>
			fixture.expectedIds(({ created }) => created >= date).slice(0, 5);
		expect(ids(run)).toEqual(input.flatMap(({ after }) => late(after)));
		const calls = new Set(fixture.calls);
		expect(fixture.calls).toHaveLength(calls.size);
	});

	it('continues, stops or sends to the error output as the node is set', async () => {
		const input = [1, 0, 2].map((limit) => ({ limit }));
		const parameters = { limit: '={{ $json.limit }}' };
		const [one, two] = fixture.expectedIds();
		const error = "'Limit' must be at least 1, not 0.";
		const on = await fixture.getAll(parameters, { input, onError: 'continueRegularOutput' });
		expect(on.json.map(({ user_id, error: message }) => user_id ?? message)).toEqual([
			one,
			error,
			one,
			two,
		]);
		expect(paired(on)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }, { item: 2 }]);
		const apart = await fixture.getAll(parameters, { input, onError: 'continueErrorOutput' });
		expect(ids(apart)).toEqual([one, one, two]);
		expect(apart.errorItems).toEqual([{ json: { limit: 0, error }, pairedItem: { item: 1 } }]);
		const stopped = await fixture.getAll(parameters, { input });
		expect(stopped.error).toMatchObject({ message: error, context: { itemIndex: 1 } });
		expect(stopped.items).toEqual([]);
	});

	it('reports one failure of the provider on every item, without asking again', async () => {
		fixture.sandbox.settings.forbidden = ['GetUsers'];
		const input = [{}, {}, {}];
		const run = await fixture.getAll({}, { input, onError: 'continueRegularOutput' });
		expect(run.json.map(({ error }) => error)).toEqual(
			input.map(() => expect.stringMatching(/^Voximplant: Forbidden command .*code 104\)\. The/)),
		);
		expect(fixture.calls).toHaveLength(1);
	});

	it('begins with no user of a page that broke off in mid-walk', async () => {
		fixture.sandbox.faults.always({ kind: 'reset' }, ({ query }) => query.offset === '100');
		const options = { retries: 1, maxWait: 1 };
		const run = await fixture.getAll({ returnAll: true, options });
		expect(errorWords(run.error)).toMatch(/^Voximplant: the connection was cut .*, after 2 tries/);
		expect(run.items).toEqual([]);
	});
});

describe('the operations of Voximplant', () => {
	it.each(['register', 'constructor', 'getall'])('do not include %s', async (operation) => {
		const run = await fixture.run({ operation });
		expect(errorWords(run.error)).toMatch(
			RegExp(`^'Operation' must be one of .*create.*, not '${operation}'\\.$`),
		);
		expect(fixture.calls).toEqual([]);
	});

	it('take a user from a list as by ID', async () => {
		const { user_id: id } = at(fixture.expected(), 4);
		expect(ids(await fixture.get(by('list', id)))).toEqual([id]);
	});
});
