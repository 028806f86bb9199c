import { at, PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const all = async (parameters = {}) =>
	await fixture.run({ operation: 'getAll', returnAll: true, ...parameters });
const ANN = 'ann@example.com';

describe('Get Many of people', () => {
	it('gives one item per person, with the accounts of each directory', async () => {
		fixture.setEmail('autocalls', 0, ' Ann@Example.com ');
		fixture.setEmail('quo', 1, ANN);
		fixture.setEmail('voximplant', 2, JSON.stringify({ email: ANN }));
		fixture.setEmail('worksection', 3, ANN);
		const { json, error } = await all();
		expect(error).toBeUndefined();
		const [ann] = json.filter(({ key }) => key === ANN);
		expect(ann).toMatchObject({
			email: ANN,
			directories: ['worksection', 'quo', 'autocalls', 'voximplant'],
			ambiguous: false,
		});
		expect(ann?.accounts).toHaveLength(4);
		const accounts = json.flatMap((person) => person.accounts as object[]);
		expect(accounts).toHaveLength(
			['autocalls', 'quo', 'voximplant', 'worksection'].reduce(
				(sum, name) => sum + fixture.people(name as 'quo').length,
				0,
			),
		);
	});

	it('prefers the values of the chosen directory', async () => {
		fixture.setEmail('autocalls', 0, ANN).name = 'Ann of Autocalls';
		Object.assign(fixture.setEmail('quo', 1, ANN), { firstName: 'Ann', lastName: 'of Quo' });
		const parameters = { directories: ['autocalls', 'quo'], filters: { search: ANN } };
		const [usual] = (await all(parameters)).json;
		expect(usual).toMatchObject({ displayName: 'Ann of Quo', directories: ['quo', 'autocalls'] });
		const [preferred] = (await all({ ...parameters, options: { prefer: 'autocalls' } })).json;
		expect(preferred).toMatchObject({ displayName: 'Ann of Autocalls' });
		expect(preferred?.conflicts).toEqual([
			{
				field: 'displayName',
				values: { autocalls: 'Ann of Autocalls', quo: 'Ann of Quo' },
			},
		]);
	});

	it('marks somebody with two accounts in one directory', async () => {
		fixture.setEmail('quo', 0, ANN);
		fixture.setEmail('quo', 1, ANN);
		const { json } = await all({ directories: ['quo'], filters: { onlyAmbiguous: true } });
		expect(json).toHaveLength(1);
		expect(at(json, 0)).toMatchObject({ key: ANN, ambiguous: true, directories: ['quo'] });
	});

	it('keeps an account without an address as a person of its own', async () => {
		const { json } = await all({ directories: ['voximplant'], matching: {} });
		expect(json.map(({ key }) => key)).toEqual(
			json.map(({ accounts }) => `voximplant:${(accounts as Array<{ id: string }>)[0]?.id}`),
		);
	});

	it('filters by directories', async () => {
		for (const index of [0, 1, 2, 3]) fixture.setEmail('quo', index, `quo${index}@example.org`);
		fixture.setEmail('quo', 0, ANN);
		fixture.setEmail('worksection', 0, ANN);
		const keys = async (filters: object) =>
			(await all({ directories: ['quo', 'worksection'], filters })).json.map(({ key }) => key);
		expect(await keys({ inAllOf: ['quo', 'worksection'] })).toEqual([ANN]);
		expect(await keys({ notIn: ['quo'] })).not.toContain(ANN);
		expect(await keys({ inAnyOf: ['quo'] })).toHaveLength(4);
		expect(await keys({ inAnyOf: ['quo', 'worksection'] })).toEqual(await keys({}));
		expect(await keys({ notIn: ['quo', 'worksection'] })).toEqual([]);
	});

	it('says how many people there are where the limit leaves some out, and no filter', async () => {
		const listed = (await all()).json.length;
		const limited = async (limit: number, filters = {}) =>
			(await all({ returnAll: false, limit, filters })).messages;
		expect(await limited(3)).toEqual([`There are ${listed} people in all.`]);
		expect(await limited(listed)).toEqual([]);
		expect(await limited(1, { notIn: ['quo'] })).toEqual([]);
	});

	it('says where nobody matches the filters, and nothing where nobody is there', async () => {
		const filters = { search: 'nobody at all' };
		const listed = (await all()).json.length;
		expect((await all({ filters })).messages).toEqual([
			`None of the ${listed} people match the filters. Check their values.`,
		]);
		expect((await all()).messages).toEqual([]);
		fixture.people('quo').length = 0;
		expect((await all({ directories: ['quo'], filters })).messages).toEqual([]);
	});

	it('filters by what the directories disagree on', async () => {
		Object.assign(fixture.setEmail('quo', 0, ANN), { firstName: 'Ann', lastName: 'Lee' });
		fixture.setEmail('autocalls', 0, ANN).name = 'Bob Lee';
		const keys = async (filters: object) =>
			(await all({ directories: ['quo', 'autocalls'], filters })).json.map(({ key }) => key);
		expect(await keys({ onlyConflicts: true })).toEqual([ANN]);
		expect(await keys({ onlyAmbiguous: true })).toEqual([]);
		const everybody = await keys({});
		expect(everybody.length).toBeGreaterThan(1);
		expect(await keys({ onlyConflicts: false, onlyAmbiguous: false })).toEqual(everybody);
	});

	it('searches names, addresses and keys, and not the IDs of accounts', async () => {
		Object.assign(fixture.setEmail('quo', 0, ANN), { firstName: 'Zoë', lastName: 'Quist' });
		fixture.setEmail('worksection', 0, 'Ann+Tag@example.com').name = 'Xaver Work';
		const found = async (search: string, more = {}) =>
			(await all({ directories: ['quo', 'worksection'], filters: { search }, ...more })).json
				.length;
		const matching = { ignorePlusTags: true };
		expect(await found('ZOE')).toBe(1);
		expect(await found('+tag', { matching })).toBe(1);
		expect(await found('xaver', { matching })).toBe(1);
		expect(await found('quist', { matching })).toBe(1);
		expect(await found('ann@example', { matching })).toBe(1);
		expect(await found('xaver quist', { matching })).toBe(0);
		expect(await found('voximplant:', { directories: ['voximplant'], matching: {} })).toBe(0);
	});

	it('refuses a filter by another directory', async () => {
		const filters = async (entered: object) =>
			(await all({ directories: ['quo'], filters: entered })).error?.message;
		expect(await filters({ inAnyOf: ['okta'] })).toBe(
			"'In Any Of' must be one of quo, not 'okta'.",
		);
	});

	it('counts the limit in people', async () => {
		const { json } = await all({ returnAll: false, limit: 3 });
		expect(json).toHaveLength(3);
	});

	it('reads the directories once for all items', async () => {
		await all();
		const once = fixture.requests;
		for (const name of ['autocalls', 'quo', 'voximplant', 'worksection'] as const) {
			fixture.sandboxes[name].reset();
		}
		await fixture.run({ operation: 'getAll', returnAll: true }, { input: [{}, {}, {}] });
		expect(fixture.requests).toEqual(once);
	});

	it('fails with the name of the directory that could not be read', async () => {
		fixture.sandboxes.quo.faults.always({ kind: 'status', status: 500 });
		const { error, json } = await all({ options: { retries: 0 } });
		expect(json).toEqual([]);
		expect(error?.message).toMatch(/^Quo: /);
	});
});
