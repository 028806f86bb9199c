import { errorWords } from '../../harness';
import { at, begins, VoximplantFixture, by, paired } from './fixture';

const fixture = new VoximplantFixture(20);
const HUGE = '90071992547409931';
const user = (index: number) => at(fixture.sandbox.people, index);
const chosen = (index: number) => ({ user: by('id', user(index).user_id) });
const byName = (value: string) => ({
	user: by('userName', value),
	application: by('id', fixture.application.application_id),
});
const remove = async (parameters: Parameters<VoximplantFixture['run']>[0], more = {}) =>
	await fixture.run({ operation: 'delete', ...parameters }, more);

describe('Update of Voximplant', () => {
	it('sends every field in the body, and of an ID no application', async () => {
		const updateFields = {
			userDisplayName: ' Нова Назва ',
			userPassword: 'An0ther&s3cret',
			userActive: false,
			userCustomData: '{"a": 1}',
			parentAccounting: true,
			mobilePhone: '15551234567',
			newUserName: 'nora',
		};
		const { user_id: id } = user(4);
		const run = await fixture.update(updateFields, chosen(4));
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([{ user_id: id, user_name: 'nora', updated: true }]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(fixture.calls).toEqual(['SetUserInfo']);
		expect(fixture.writes).toEqual([
			[
				'SetUserInfo',
				{
					user_id: String(id),
					user_display_name: 'Нова Назва',
					user_password: 'An0ther&s3cret',
					user_active: 'false',
					user_custom_data: '{"a": 1}',
					parent_accounting: 'true',
					mobile_phone: '15551234567',
					new_user_name: 'nora',
				},
			],
		]);
		expect(user(4)).toMatchObject({
			user_name: 'nora',
			user_display_name: 'Нова Назва',
			user_active: false,
			user_custom_data: '{"a": 1}',
			parent_accounting: true,
		});
	});

	it('changes nothing that was not added', async () => {
		const before = { ...user(4) };
		await fixture.update({ userActive: false }, chosen(4));
		expect(at(fixture.writes, 0)[1]).toEqual({
			user_id: String(before.user_id),
			user_active: 'false',
		});
		const { modified: _modified, ...after } = user(4);
		expect(before).toMatchObject({ ...after, user_active: true });
	});

	it.each(['', '\u00a0', '={{ null }}', '={{ $json.missing }}'])(
		'leaves a field as it is where its cell is empty (%j), unless it is to be emptied',
		async (cell) => {
			const before = user(3).user_custom_data;
			expect(before).not.toBe('');
			const cells = { userDisplayName: 'N.', userCustomData: cell, mobilePhone: cell };
			await fixture.update({ ...cells, userPassword: cell, userActive: cell }, chosen(3));
			expect(user(3)).toMatchObject({ user_display_name: 'N.', user_custom_data: before });
			const clear = { ...chosen(3), options: { clearEmptyFields: true } };
			const run = await fixture.update({ userCustomData: cell, mobilePhone: cell }, clear);
			expect(run.error).toBeUndefined();
			expect(at(fixture.writes, 1)[1]).toMatchObject({ user_custom_data: '', mobile_phone: '' });
			expect(user(3).user_custom_data).toBe('');
		},
	);

	it('resolves a user name to one ID first, exactly', async () => {
		const names = ['nathan-2', 'nathan', 'a-nathan'];
		for (const [index, name] of names.entries()) Object.assign(user(index), { user_name: name });
		const { user_id: id } = user(1);
		const run = await fixture.update({ userDisplayName: 'N.' }, byName('nathan'));
		expect(run.json).toEqual([{ user_id: id, user_name: 'nathan', updated: true }]);
		const { application_id: application } = fixture.application;
		expect(fixture.calls).toEqual([
			`GetUsers?application_id=${application}&user_name=nathan&count=100&offset=0`,
			'SetUserInfo',
		]);
		expect(at(fixture.writes, 0)[1]).toEqual({ user_id: String(id), user_display_name: 'N.' });
		expect(fixture.sandbox.people.filter((each) => each.user_display_name === 'N.')).toEqual([
			user(1),
		]);
	});

	it('gives the answer as it is, and IDs the type that they have in raw', async () => {
		const raw = await fixture.update({ userActive: true }, { ...chosen(1), output: 'raw' });
		expect(raw.json).toEqual([{ result: 1 }]);
		Object.assign(user(1), { user_id: HUGE });
		Object.assign(user(2), { user_id: '90071992547409932', user_name: 'nathan' });
		const byId = await fixture.update({ userActive: false }, { user: by('id', HUGE) });
		expect(byId.json).toEqual([{ user_id: HUGE, updated: true }]);
		expect(user(1).user_active).toBe(false);
		const named = await fixture.update({ userActive: false }, byName('nathan'));
		expect(named.json).toEqual([
			{ user_id: '90071992547409932', user_name: 'nathan', updated: true },
		]);
		const { user_name: name, user_id: id } = user(3);
		const number = await fixture.update({ userActive: false }, byName(name));
		expect(number.json).toEqual([{ user_id: id, user_name: name, updated: true }]);
		expect(typeof at(number.json, 0).user_id).toBe('number');
	});

	it('sees what earlier items of the same run have changed', async () => {
		Object.assign(user(0), { user_name: 'nathan' });
		const steps = [
			['nathan', 'nora'],
			['nora', 'nina'],
			['nathan', 'noah'],
			['nina', 'nick'],
		].map(([who, name]) => ({ who, name }));
		const parameters = { ...byName('={{ $json.who }}') };
		const run = await fixture.update({ newUserName: '={{ $json.name }}' }, parameters, {
			input: steps,
			onError: 'continueRegularOutput',
		});
		const updated = { user_id: user(0).user_id, updated: true };
		expect(run.json).toEqual([
			{ ...updated, user_name: 'nora' },
			{ ...updated, user_name: 'nina' },
			{ error: expect.stringContaining("no user with the user name 'nathan'") },
			{ ...updated, user_name: 'nick' },
		]);
		expect(user(0).user_name).toBe('nick');
		expect(fixture.writes).toHaveLength(3);
	});

	it.each([
		[{}, "'Update Fields' is empty: there is nothing to change."],
		[{ userDisplayName: '', userPassword: '' }, "'Update Fields' is empty: there is nothing to"],
		[
			{ newUserName: '={{ $json.nothing }}' },
			"'Update Fields' is empty: there is nothing to change.",
		],
		[{ mobilePhone: '={{ null }}' }, "'Update Fields' is empty: there is nothing to change."],
		[{ userPassword: 'Sh0rt!!' }, "'User Password' is too short: it needs at least 8 characters."],
		[{ userActive: '={{ 2 }}' }, "'User Active' must be true or false, not 2."],
	])('refuses %j and sends nothing', async (updateFields, message) => {
		const run = await fixture.update(updateFields, byName(user(0).user_name));
		expect(run.error).toMatchObject({ message: begins(message), context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it.each(['unified', 'scim', 'selected'])('has no output %s', async (output) => {
		const run = await fixture.update({ userActive: true }, { ...chosen(0), output });
		expect(errorWords(run.error)).toBe(`'Output' must be one of simplified, raw, not '${output}'.`);
		expect(fixture.calls).toEqual([]);
	});

	it.each([
		[118, { newUserName: 'anna-shevchenko-1' }, 'Choose another user name'],
		[462, { newUserName: 'No Good' }, 'A user name starts with a lower case letter'],
		[464, { userPassword: 'weakpassword' }, "'User Password' needs upper and lower case"],
		[203, { mobilePhone: 'none' }, "Check 'Mobile Phone'"],
	])('hands on Voximplant’s refusal %d with what to do', async (code, updateFields, next) => {
		const run = await fixture.update(updateFields, chosen(5));
		expect(errorWords(run.error)).toContain(`code ${code}). ${next}`);
		expect(run.error).toMatchObject({ httpCode: '200', context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual(['SetUserInfo']);
	});
});

describe('Delete of Voximplant', () => {
	const names = () => fixture.sandbox.people.map(({ user_name: name }) => name);

	it('deletes the one user with an ID', async () => {
		const { user_id: id, user_name: name } = user(6);
		const run = await remove({ user: by('id', ` ${id} `) });
		expect(run.json).toEqual([{ user_id: id, deleted: true }]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(fixture.writes).toEqual([['DelUser', { user_id: String(id) }]]);
		expect(at(fixture.sandbox.log, 0).rawQuery).toBe('');
		expect(names()).toHaveLength(19);
		expect(names()).not.toContain(name);
	});

	it('resolves a user name to one ID first, in that application alone', async () => {
		const [ours, , theirs] = fixture.sandbox.applications;
		if (!ours || !theirs) throw new Error('there are three');
		theirs.application_name = `old-${ours.application_name}`;
		Object.assign(user(7), { user_name: 'nathan', applications: [theirs] });
		Object.assign(user(8), { user_name: 'nathan', applications: [ours] });
		Object.assign(user(9), { user_name: 'nathan-2' });
		const left = fixture.sandbox.people.filter((_, index) => index !== 8);
		const { user_id: id } = user(8);
		const application = by('name', ours.application_name);
		const run = await remove({ user: by('userName', 'nathan'), application });
		expect(run.json).toEqual([{ user_id: id, user_name: 'nathan', deleted: true }]);
		expect(fixture.writes).toEqual([['DelUser', { user_id: String(id) }]]);
		expect(fixture.calls[0]).toMatch(
			/^GetUsers\?application_name=support\.acme.*&user_name=nathan&/,
		);
		expect(fixture.sandbox.people).toEqual(left);
	});

	it.each(['all', 'any', '1;2', '1,2', '*', '../1', '1?x', '-1', 'ALL'])(
		'refuses %s as an ID and sends nothing',
		async (value) => {
			const run = await remove({ user: { ...by('id', ''), value: `={{ "${value}" }}` } });
			expect(run.error).toMatchObject({
				message: `'User' must be an ID made of digits only, not '${value}'.`,
				context: { itemIndex: 0 },
			});
			expect(fixture.calls).toEqual([]);
		},
	);

	it.each(['={{ $json.id }}', '={{ "" }}', '={{ null }}', '={{ " " }}'])(
		'refuses an ID that is empty, as from %s, and sends nothing',
		async (value) => {
			const run = await remove({ user: by('id', value) });
			expect(errorWords(run.error)).toEqual(begins("'User' is empty."));
			expect(fixture.calls).toEqual([]);
		},
	);

	it('never sends a user name, not even one that means all', async () => {
		for (const name of ['all', 'a;b']) {
			const run = await remove(byName(name));
			expect(errorWords(run.error)).toContain(`there is no user with the user name '${name}'`);
		}
		Object.assign(user(2), { user_name: 'all' });
		const { user_id: id } = user(2);
		const run = await remove(byName('all'));
		expect(run.json).toEqual([{ user_id: id, user_name: 'all', deleted: true }]);
		expect(fixture.writes).toEqual([['DelUser', { user_id: String(id) }]]);
		expect(names()).toHaveLength(19);
	});

	it('says who it was that is not there', async () => {
		const run = await remove({ user: by('id', '999') });
		expect(errorWords(run.error)).toBe(
			"Voximplant: there is no such user: the user with the ID '999' (The 'user_id' parameter is invalid) (code 117). Check 'User': there is no user with this ID.",
		);
		expect(run.error).toMatchObject({ httpCode: '200', context: { itemIndex: 0 } });
		expect(names()).toHaveLength(20);
	});

	it('deletes each item’s user, once', async () => {
		const wanted = [3, 5, 3, 7].map((index) => user(index).user_name);
		const deleted = [3, 5, 7].map((index) => {
			const { user_id, user_name } = user(index);
			return { user_id, user_name, deleted: true };
		});
		const input = wanted.map((who) => ({ who }));
		const parameters = byName('={{ $json.who }}');
		const run = await remove(parameters, { input, onError: 'continueErrorOutput' });
		expect(run.json).toEqual(deleted);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 3 }]);
		expect(run.errorItems.map(({ json }) => json)).toEqual([
			{
				who: wanted[0],
				error: expect.stringContaining(`no user with the user name '${wanted[0]}'`),
			},
		]);
		expect(fixture.writes.map(([, form]) => form.user_id)).toEqual(
			deleted.map(({ user_id }) => String(user_id)),
		);
	});

	it('stops at the item that fails', async () => {
		const input = [user(3).user_id, 'all', user(4).user_id].map((id) => ({ id }));
		const run = await remove({ user: by('id', '={{ $json.id }}') }, { input });
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(fixture.writes).toHaveLength(1);
	});
});
