import type { INodeParameters } from 'n8n-workflow';
import { errorWords } from '../harness';
import { at, NEWCOMER, PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = NEWCOMER.email;
const person: INodeParameters = {
	...NEWCOMER,
	operation: 'onboard',
	worksectionFields: { title: 'Agent' },
};
const onboard = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.run({ ...person, ...parameters }, more);
const statuses = (json: object[]) =>
	Object.fromEntries(
		(json as Array<{ directory: string; status: string }>).map(({ directory, status }) => [
			directory,
			status,
		]),
	);

const review = {
	...{ email: ANN, directory: 'voximplant', status: 'review' },
	...{ user: null, note: null, url: null },
};
const taken = (name: string) => `Another user has the user name '${name}'.`;

describe('Onboard', () => {
	it('only says what would be done, unless Dry Run is off', async () => {
		const { json } = await onboard();
		expect(statuses(json)).toEqual({
			autocalls: 'planned',
			quo: 'manual',
			voximplant: 'planned',
			worksection: 'planned',
		});
		expect(fixture.writes).toEqual([]);
	});

	it('creates an account in each directory, and finds it the next time', async () => {
		const { json, error } = await onboard({ dryRun: false });
		expect(error).toBeUndefined();
		expect(statuses(json)).toEqual({
			autocalls: 'created',
			quo: 'manual',
			voximplant: 'created',
			worksection: 'invited',
		});
		expect(fixture.people('voximplant').at(-1)).toMatchObject({
			user_name: 'ann',
			user_display_name: 'Ann Lee',
			user_custom_data: ANN,
		});
		expect(JSON.stringify(json)).not.toMatch(/token|ecret-word/);
		const written = fixture.writes.length;
		const again = await onboard({ dryRun: false });
		expect(statuses(again.json)).toEqual({
			autocalls: 'exists',
			quo: 'manual',
			voximplant: 'exists',
			worksection: 'exists',
		});
		expect(fixture.writes).toHaveLength(written);
	});

	it.each([
		[{ autocallsPassword: 'short' }, "'Autocalls Password' is too short"],
		[{ voximplantPassword: 'short' }, "'Voximplant Password' is too short"],
		[{ voximplantPassword: 'secret-word-1' }, "'Voximplant Password' is too weak"],
		[{ voximplantPassword: 'Secret word-1' }, "'Voximplant Password' is too weak"],
		[{ voximplantUserName: 'Ann' }, "'Ann' is no user name for Voximplant"],
		[{ voximplantUserName: 'an' }, "'an' is no user name for Voximplant"],
	])('creates nothing where one directory can not use %j', async (parameters, words) => {
		const { error } = await onboard({ dryRun: false, ...parameters });
		expect(error?.message).toContain(words);
		expect(errorWords(error)).not.toMatch(/ecret.word/);
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('goes on with the other items after a bad one, with Continue', async () => {
		const input = [{ email: 'bad' }, { email: ANN }];
		const { json } = await onboard(
			{ email: '={{ $json.email }}', dryRun: false, directories: ['autocalls'] },
			{ input, onError: 'continueRegularOutput' },
		);
		expect(json[0]).toEqual({ error: expect.stringContaining('not an e-mail address') as string });
		expect(json[1]).toMatchObject({ email: ANN, status: 'created' });
	});

	it('creates nothing for anybody where one item is bad', async () => {
		const input = [{ email: ANN }, { email: 'bad' }];
		const { error } = await onboard({ email: '={{ $json.email }}', dryRun: false }, { input });
		expect(error?.message).toContain('not an e-mail address');
		expect(fixture.writes).toEqual([]);
	});

	it('leaves a user name of somebody else to a person', async () => {
		const other = at(fixture.people('voximplant'), 0);
		const { json } = await onboard({
			voximplantUserName: String(other.user_name),
			directories: ['voximplant'],
			dryRun: false,
		});
		expect(json).toEqual([{ ...review, note: taken(String(other.user_name)) }]);
		expect(fixture.writes).toEqual([]);
	});

	it('leaves a user name that somebody takes meanwhile to a person', async () => {
		const { faults } = fixture.sandboxes.voximplant;
		const take = () => (at(fixture.people('voximplant'), 0).user_name = 'ann');
		faults.next({ kind: 'mutate', mutate: take }, ({ path }) => path.includes('AddUser'));
		const { json } = await onboard({ directories: ['voximplant'], dryRun: false });
		expect(json).toEqual([{ ...review, note: taken('ann') }]);
		expect(fixture.people('voximplant')).toHaveLength(4);
	});

	it('knows a user name in any case', async () => {
		at(fixture.people('voximplant'), 0).user_name = 'ANN';
		const { json } = await onboard({ directories: ['voximplant'] });
		expect(json).toEqual([{ ...review, note: taken('ann') }]);
	});

	it('leaves an inactive account to a person', async () => {
		const { user_id: id } = Object.assign(fixture.setEmail('voximplant', 0, ANN), {
			user_active: false,
		});
		const { json } = await onboard({ directories: ['voximplant'], dryRun: false });
		const note = 'The account is there, but inactive.';
		const user = expect.objectContaining({ id: String(id), active: false }) as object;
		expect(json).toEqual([{ ...review, user, note }]);
	});

	it('leaves somebody with two accounts to a person, in every directory', async () => {
		fixture.setEmail('quo', 0, ANN);
		const { id } = fixture.setEmail('quo', 1, ANN);
		const { json } = await onboard({ directories: ['quo', 'autocalls'], dryRun: false });
		const note = 'Several accounts of Quo have this e-mail address.';
		expect(json.map(({ status, note: told }) => [status, told])).toEqual([
			['review', note],
			['review', note],
		]);
		expect(json[0]?.user).toMatchObject({ email: ANN });
		expect(json[0]?.user).not.toMatchObject({ id });
		expect(json[1]?.user).toBeNull();
		expect(fixture.writes).toEqual([]);
	});

	it('says where a person does what the API does not', async () => {
		const { json } = await onboard({ directories: ['quo'], dryRun: false });
		expect(json).toEqual([
			{
				...{ email: ANN, directory: 'quo', status: 'manual', user: null },
				note: expect.stringContaining('invite the person in Quo') as string,
				url: 'https://my.quo.com',
			},
		]);
	});

	it('refuses an address that the user name would not give', async () => {
		const matching = { voximplantEmail: 'userNameAndDomain', emailDomain: 'example.org' };
		const { error } = await onboard({ directories: ['voximplant'], matching });
		expect(error?.message).toContain("'ann@example.org', not 'ann@example.com'");
	});

	it('does nothing with more people than allowed', async () => {
		const input = Array.from({ length: 21 }, () => ({}));
		const { error } = await onboard({ dryRun: false }, { input });
		expect(error?.message).toContain("'Max People' allows 20");
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});

	it('tells of the other directories where one fails', async () => {
		const { faults } = fixture.sandboxes.autocalls;
		faults.always({ kind: 'status', status: 422 }, ({ method }) => method === 'POST');
		const { json } = await onboard({ dryRun: false });
		expect(statuses(json)).toMatchObject({ autocalls: 'failed', worksection: 'invited' });
	});

	it('never writes twice where the outcome is unknown', async () => {
		const { faults } = fixture.sandboxes.autocalls;
		faults.next({ kind: 'applyThen', applyThen: 'reset' }, ({ method }) => method === 'POST');
		const { json } = await onboard({ dryRun: false, directories: ['autocalls'] });
		expect(json[0]).toMatchObject({ status: 'created', email: ANN });
		expect(String(json[0]?.note)).toContain('look-up found');
		expect(fixture.writes).toHaveLength(1);
	});
});
