import type { INodeParameters } from 'n8n-workflow';
import { errorWords } from '../../harness';
import { at, begins, by, paired, VoximplantFixture } from './fixture';
import { briefly, busy, carriedOut, notCarriedOut } from './lostAnswers';

const fixture = new VoximplantFixture(3);

const subUsers = () => fixture.sandbox.subUsers;
const one = () => at(subUsers(), 1);
const methods = () => fixture.calls.map((call) => call.split('?')[0]);
const idsIn = (json: Array<Record<string, unknown>>) => json.map(({ subuser_id: id }) => id);

const getAll = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.run(
		{
			resource: 'subUser',
			operation: 'getAll',
			returnAll: true,
			output: 'simplified',
			...parameters,
		},
		more,
	);

describe('Get Many of sub-users', () => {
	it('gives all with their roles, and reads on to an empty page', async () => {
		const run = await getAll({ options: { pageSize: 2 } });
		expect(run.json).toEqual(
			subUsers().map(({ subuser_id, subuser_name, description = null, roles }) => ({
				subuser_id,
				subuser_name,
				description,
				roles: roles.map(({ role_name: name }) => name),
			})),
		);
		expect(run.messages).toEqual([]);
		expect(fixture.calls).toEqual(
			[0, 2, 4, 5].map((offset) => `GetSubUsers?with_roles=true&count=2&offset=${offset}`),
		);
	});

	it('gives in raw what Voximplant gives', async () => {
		expect((await getAll({ output: 'raw' })).json).toEqual(subUsers());
		const selected = await getAll({ output: 'selected', fields: ['subuser_name', 'roles'] });
		expect(selected.json[0]).toEqual({ subuser_name: 'ann.owner', roles: at(subUsers(), 0).roles });
	});

	it('asks for no roles where they are not wanted', async () => {
		const run = await getAll({ options: { withRoles: false } });
		expect(run.json.map(({ roles }) => roles)).toEqual(subUsers().map(() => null));
		expect(fixture.calls[0]).toContain('with_roles=false');
	});

	it('is a unified user with a user name and roles', async () => {
		const { json } = await getAll({ output: 'unified' });
		const nothing = {
			...{ displayName: null, givenName: null, familyName: null, email: null, phone: null },
			...{ title: null, department: null, team: null, active: null, photoUrl: null },
			...{ createdAt: null, updatedAt: null },
		};
		expect(json[1]).toEqual({
			...nothing,
			provider: 'voximplant',
			id: String(one().subuser_id),
			userName: 'bob.night',
			role: 'support, usermanager',
			roles: ['support', 'usermanager'],
		});
		expect(json[4]).toMatchObject({ role: null, roles: [] });
	});

	it('is a SCIM user with roles', async () => {
		const { json } = await getAll({ output: 'scim' });
		expect(json[0]).toEqual({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			id: String(at(subUsers(), 0).subuser_id),
			externalId: `voximplant:${at(subUsers(), 0).subuser_id}`,
			userName: 'ann.owner',
			roles: [{ value: 'owner', primary: true }],
			meta: { resourceType: 'User' },
		});
		expect(json[1]).toMatchObject({ roles: [{ value: 'support' }, { value: 'usermanager' }] });
		expect(json[4]).not.toHaveProperty('roles');
	});

	it.each([
		['NIGHT', [1]],
		['карла', [2]],
		['nobody', []],
	])('searches %s in name and description', async (search, expected) => {
		const run = await getAll({ filters: { search } });
		expect(idsIn(run.json)).toEqual(expected.map((index) => at(subUsers(), index).subuser_id));
	});

	it('says with Max Pages that there may be more', async () => {
		const run = await getAll({ options: { maxPages: 1, pageSize: 5 } });
		expect(run.messages).toEqual([
			"Stopped at 'Max Pages' (1): there may be more sub-users. Raise 'Max Pages', or set 'Offset' under Options to 5 to continue there.",
		]);
	});

	it('says which role it takes', async () => {
		Object.assign(fixture.sandbox.settings, { forbidden: ['GetSubUsers'] });
		const run = await getAll();
		Object.assign(fixture.sandbox.settings, { forbidden: [] });
		expect(errorWords(run.error)).toMatch(/\(code 104\)\. .* Owner for sub-users/);
	});
});

const remove = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.run(
		{
			resource: 'subUser',
			operation: 'delete',
			subUser: by('id', one().subuser_id),
			...parameters,
		},
		more,
	);

describe('Delete of a sub-user', () => {
	it('asks whose the key is, and deletes that one alone', async () => {
		const { subuser_id } = one();
		const run = await remove();
		expect(run.json).toEqual([{ subuser_id, deleted: true }]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(idsIn(subUsers() as never[])).not.toContain(subuser_id);
		expect(subUsers()).toHaveLength(4);
		expect(methods()).toEqual(['GetKeys', 'DelSubUser']);
		expect(fixture.writes).toEqual([['DelSubUser', { subuser_id: String(subuser_id) }]]);
	});

	it('asks it once for all items', async () => {
		const input = subUsers().map(({ subuser_id: id }) => ({ id }));
		const run = await remove({ subUser: by('id', '={{ $json.id }}') }, { input });
		expect(run.json.map(({ deleted }) => deleted)).toEqual(input.map(() => true));
		expect(methods().filter((name) => name === 'GetKeys')).toHaveLength(1);
		expect(subUsers()).toEqual([]);
	});

	it.each(['a list', 'an object'])(
		'refuses the sub-user whose key is in use, told as %s',
		async (how) => {
			const [key] = fixture.sandbox.keys;
			const owner = how === 'a list' ? [one()] : one();
			const body = { result: [{ ...key, subuser: owner }] };
			fixture.sandbox.faults.next({ kind: 'body', body });
			const run = await remove();
			expect(errorWords(run.error)).toMatch(
				new RegExp(
					`^'Sub-User' \\(${one().subuser_id}\\) is the one whose key this credential uses`,
				),
			);
			expect(fixture.writes).toEqual([]);
			fixture.sandbox.faults.next({ kind: 'body', body });
			const zeros = await remove({ subUser: by('id', `00${one().subuser_id}`) });
			expect(errorWords(zeros.error)).toContain('is the one whose key this credential uses');
			expect(fixture.writes).toEqual([]);
			fixture.sandbox.faults.next({ kind: 'body', body });
			const other = await remove({ subUser: by('id', at(subUsers(), 3).subuser_id) });
			expect(other.json).toMatchObject([{ deleted: true }]);
		},
	);

	it('deletes where whose the key is may not be asked', async () => {
		Object.assign(fixture.sandbox.settings, { forbidden: ['GetKeys'] });
		const run = await remove();
		Object.assign(fixture.sandbox.settings, { forbidden: [] });
		expect(run.json).toMatchObject([{ deleted: true }]);
	});

	it('deletes nobody where that question fails', async () => {
		const isKeys = ({ path }: { path: string }) => path.endsWith('GetKeys');
		const stop = fixture.sandbox.faults.always({ kind: 'status', status: 503 }, isKeys);
		const run = await remove({ options: { retries: 0 } });
		stop();
		expect(errorWords(run.error)).toMatch(/HTTP 503/);
		expect(errorWords(run.error)).toMatch(/nothing was deleted/i);
		expect(fixture.writes).toEqual([]);
	});

	it("does not ask for a child account's sub-users: the key is its parent's", async () => {
		const { subUsers: list } = at(fixture.sandbox.children, 0);
		const credentials = { voximplantApi: fixture.sandbox.childCredentials };
		const run = await remove({ subUser: by('list', at(list, 0).subuser_id) }, { credentials });
		expect(run.json).toMatchObject([{ deleted: true }]);
		expect(methods()).toEqual(['DelSubUser']);
		expect(list).toHaveLength(4);
	});

	it.each([
		[by('id', 'all'), "'Sub-User' must be an ID made of digits only, not 'all'."],
		[by('id', 'any'), "'Sub-User' must be an ID made of digits only, not 'any'."],
		[by('list', '1;2'), "'Sub-User' must be an ID made of digits only, not '1;2'."],
		[by('name', 'ann.owner'), "'Sub-User' can't be chosen by 'name': use id."],
		[by('id', ' '), begins("'Sub-User' is empty.")],
	])('refuses %j before anything is sent', async (subUser, message) => {
		const run = await remove({ subUser });
		expect(run.error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('names the sub-user who is not there', async () => {
		const run = await remove({ subUser: by('id', 5) });
		expect(errorWords(run.error)).toBe(
			"Voximplant: there is no such sub-user: the sub-user with the ID '5' (Invalid subuser id) (code 434). Check 'Sub-User': there is no sub-user with this ID.",
		);
	});
});

describe('Delete of a sub-user with an unknown outcome', () => {
	const isWrite = ({ path }: { path: string }) => path.endsWith('DelSubUser');
	const isRead = ({ path }: { path: string }) => path.endsWith('GetSubUsers');
	const sends = () => methods().filter((name) => name === 'DelSubUser');

	it.each(carriedOut)('is looked up, not sent twice: %s', async (_what, fault) => {
		const { subuser_id } = one();
		fixture.sandbox.faults.next(fault, isWrite);
		const run = await remove({ options: briefly(fault) });
		expect(run.json).toEqual([{ subuser_id, deleted: true }]);
		expect(run.messages).toEqual([
			`Voximplant did not confirm that the sub-user with the ID '${subuser_id}' was deleted, but a look-up shows that it is so.`,
		]);
		expect(sends()).toHaveLength(1);
	});

	it('takes an empty list for nobody, too', async () => {
		fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		fixture.sandbox.faults.next({ kind: 'body', body: { result: [] } }, isRead);
		expect((await remove()).json).toMatchObject([{ deleted: true }]);
	});

	it.each(notCarriedOut)('says where nothing was done: %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const run = await remove({ options: briefly(fault) });
		expect(errorWords(run.error)).toMatch(
			/A look-up afterwards shows that the sub-user .* was not deleted: it is safe to run this again\.$/,
		);
		expect(sends()).toHaveLength(1);
	});

	it('says that it is unknown where the look-up fails, too', async () => {
		fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		const stop = fixture.sandbox.faults.always({ kind: 'status', status: 500 }, isRead);
		const run = await remove({ options: { retries: 0 } });
		stop();
		expect(errorWords(run.error)).toMatch(/is unknown, and the look-up afterwards failed too/);
		expect(sends()).toHaveLength(1);
	});

	it.each(busy)(
		'is repeated where the answer says that nothing was done: %s',
		async (_what, fault) => {
			fixture.sandbox.faults.next(fault, isWrite);
			expect((await remove()).json).toMatchObject([{ deleted: true }]);
			expect(sends()).toHaveLength(2);
		},
	);
});
