import { errorWords } from '../../harness';
import { user, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const { getAll } = platform;

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** Everything is known of the first, nothing but the id of the second. */
const full = user({
	id: 77,
	name: '  Zoë  García ',
	email: 'Zoe.Garcia@Example.com',
	minutes_balance: 12.5,
	credits_balance: 0,
	created_at: '2025-01-05T10:30:00.123456Z',
});
const bare = { id: 78, name: '', email: null, extra: { plan: ['pro'], deep: { yes: true } } };

beforeEach(() => {
	platform.sandbox.people.splice(0, Infinity, full, bare as never);
});

describe('the output', () => {
	it("raw is the provider's object, untouched", async () => {
		expect((await getAll({ output: 'raw' })).json).toEqual([full, bare]);
	});

	it('simplified has always the same six keys, in order', async () => {
		const { json } = await getAll({ output: 'simplified' });
		expect(json).toEqual([
			{
				id: 77,
				name: '  Zoë  García ',
				email: 'Zoe.Garcia@Example.com',
				minutes_balance: 12.5,
				credits_balance: 0,
				created_at: '2025-01-05T10:30:00.123456Z',
			},
			{
				id: 78,
				name: '',
				email: null,
				minutes_balance: null,
				credits_balance: null,
				created_at: null,
			},
		]);
		expect(Object.keys(json[1] ?? {})).toEqual(Object.keys(full));
	});

	it('simplified is what comes unless said otherwise', async () => {
		const run = await platform.run('getAll', { limit: 1 });
		expect(run.json).toEqual((await getAll({ output: 'simplified' })).json.slice(0, 1));
	});

	it('selected has the chosen raw fields, null where absent', async () => {
		const fields = ['email', 'id', 'credits_balance'];
		const { json } = await getAll({ output: 'selected', fields });
		expect(json).toEqual([
			{ email: 'Zoe.Garcia@Example.com', id: 77, credits_balance: 0 },
			{ email: null, id: 78, credits_balance: null },
		]);
		const byExpression = { output: 'selected', fields: '={{ ["extra"] }}' };
		expect((await getAll(byExpression)).json).toEqual([{ extra: null }, { extra: bare.extra }]);
	});

	it('selected without a field is an error, and nothing is sent', async () => {
		const run = await getAll({ output: 'selected', fields: [] });
		expect(errorWords(run.error)).toBe("'Fields' is empty: choose at least one.");
		expect(platform.asked).toEqual([]);
	});

	it('unified has every key, trimmed, with null where nothing is known', async () => {
		const nothing = {
			givenName: null,
			familyName: null,
			phone: null,
			title: null,
			department: null,
			team: null,
			role: null,
			active: null,
			photoUrl: null,
			updatedAt: null,
		};
		expect((await getAll({ output: 'unified' })).json).toEqual([
			{
				...nothing,
				provider: 'autocalls',
				id: '77',
				userName: 'zoe.garcia@example.com',
				displayName: 'Zoë  García',
				email: 'zoe.garcia@example.com',
				createdAt: '2025-01-05T10:30:00.123Z',
			},
			{
				...nothing,
				provider: 'autocalls',
				id: '78',
				userName: null,
				displayName: null,
				email: null,
				createdAt: null,
			},
		]);
	});

	it('scim leaves out what is not known, and falls back to the id as user name', async () => {
		expect((await getAll({ output: 'scim' })).json).toEqual([
			{
				schemas: [CORE],
				id: '77',
				externalId: 'autocalls:77',
				userName: 'zoe.garcia@example.com',
				name: { formatted: 'Zoë  García' },
				displayName: 'Zoë  García',
				emails: [{ value: 'zoe.garcia@example.com', type: 'work', primary: true }],
				meta: { resourceType: 'User', created: '2025-01-05T10:30:00.123Z' },
			},
			{
				schemas: [CORE],
				id: '78',
				externalId: 'autocalls:78',
				userName: '78',
				meta: { resourceType: 'User' },
			},
		]);
	});

	it('that does not exist is an error, and nothing is sent', async () => {
		const run = await getAll({ output: '={{ "vcard" }}' });
		expect(errorWords(run.error)).toBe(
			"'Output' must be one of simplified, raw, selected, unified, scim, not 'vcard'.",
		);
		expect(platform.asked).toEqual([]);
	});

	it.each(['raw', 'simplified', 'unified', 'scim'])('%s is what get gives, too', async (output) => {
		const one = { user: { __rl: true, mode: 'id', value: '77' }, output };
		const { json } = await platform.run('get', one);
		expect(json).toEqual((await getAll({ output })).json.slice(0, 1));
		expect(json).toHaveLength(1);
	});
});
