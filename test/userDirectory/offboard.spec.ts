import type { INodeParameters } from 'n8n-workflow';
import { at, NAMES, PeopleFixture } from './fixture';

const fixture = new PeopleFixture();
const ANN = 'ann@example.com';
const offboard = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.run({ operation: 'offboard', email: ANN, ...parameters }, more);
const statuses = (json: object[]) =>
	Object.fromEntries(
		(json as Array<{ directory: string; status: string }>).map(({ directory, status }) => [
			directory,
			status,
		]),
	);

beforeEach(() => {
	for (const name of NAMES) fixture.setEmail(name, 2, ANN);
	Object.assign(at(fixture.people('quo'), 2), { role: 'member' });
	Object.assign(at(fixture.people('worksection'), 2), { role: 'user' });
});

describe('Offboard', () => {
	it('only says what would be done, unless Dry Run is off', async () => {
		const { json, error } = await offboard();
		expect(error).toBeUndefined();
		expect(statuses(json)).toMatchObject({
			autocalls: 'manual',
			quo: 'manual',
			voximplant: 'planned',
		});
		const { user_id: id, user_name: name } = at(fixture.people('voximplant'), 2);
		expect(json.at(-1)?.note).toBe(`Action: deactivate. User: '${name}' (ID ${id}).`);
		expect(['planned', 'alreadyDone']).toContain(statuses(json).worksection);
		expect(fixture.writes).toEqual([]);
	});

	it.each([
		{ dryRun: '' },
		{ dryRun: '={{ null }}' },
		{ dryRun: '={{ undefined }}' },
		{ dryRun: '={{ $json.absent }}' },
	])('changes nothing with $dryRun for Dry Run', async (parameters) => {
		const { json, error } = await offboard(parameters);
		expect(error).toBeUndefined();
		expect(statuses(json)).toMatchObject({ voximplant: 'planned' });
		expect(fixture.writes).toEqual([]);
	});

	it('refuses a text for Dry Run that is neither yes nor no', async () => {
		const { error } = await offboard({ dryRun: 'perhaps' });
		expect(error?.message).toContain("'Dry Run'");
		expect(fixture.writes).toEqual([]);
	});

	it('takes the person out, and has nothing left to do the next time', async () => {
		const { json } = await offboard({ dryRun: false });
		expect(statuses(json)).toMatchObject({ voximplant: 'deactivated' });
		expect(at(fixture.people('voximplant'), 2).user_active).toBe(false);
		const written = fixture.writes.length;
		const again = await offboard({ dryRun: false });
		expect(statuses(again.json)).toEqual({
			autocalls: 'manual',
			quo: 'manual',
			voximplant: 'alreadyDone',
			worksection: 'alreadyDone',
		});
		expect(fixture.writes).toHaveLength(written);
	});

	it('deletes where that was chosen', async () => {
		const { user_id: id } = at(fixture.people('voximplant'), 2);
		const parameters = { directories: ['voximplant'], voximplantAction: 'delete', dryRun: false };
		expect((await offboard(parameters)).json[0]).toMatchObject({ status: 'deleted' });
		expect(fixture.people('voximplant').map(({ user_id }) => user_id)).not.toContain(id);
		const { json } = await offboard(parameters);
		expect(json[0]).toMatchObject({ status: 'notFound', user: null });
		expect(String(json[0]?.note)).toContain("application 'support'");
	});

	it('leaves owners and admins to a person, unless they are included', async () => {
		Object.assign(at(fixture.people('quo'), 2), { role: 'admin' });
		const { json } = await offboard({ dryRun: false });
		expect(new Set(Object.values(statuses(json)))).toEqual(new Set(['review']));
		expect(String(json[0]?.note)).toContain("has the role 'admin' in Quo.");
		expect(fixture.writes).toEqual([]);
		const included = await offboard({ dryRun: false, options: { includeAdmins: true } });
		expect(statuses(included.json)).toMatchObject({ voximplant: 'deactivated' });
	});

	it('leaves an admin of one directory to a person where the others have nobody', async () => {
		Object.assign(at(fixture.people('quo'), 2), { role: 'admin' });
		fixture.setEmail('voximplant', 2, 'bob@example.com');
		const { json } = await offboard({ dryRun: false, directories: ['quo', 'voximplant'] });
		expect(json).toMatchObject([
			{ directory: 'quo', status: 'review', user: { role: 'admin' } },
			{ directory: 'voximplant', status: 'review', user: null },
		]);
	});

	it('says what will be done before what a person does', async () => {
		const { json } = await offboard({ directories: ['worksection'] });
		expect(String(json[0]?.note)).toMatch(/(^|\. )The account stays/);
	});

	it('changes nothing for somebody ambiguous, in any directory', async () => {
		fixture.setEmail('quo', 3, ANN);
		const { json } = await offboard({ dryRun: false });
		expect(json[0]?.note).toBe('Several accounts of Quo have this e-mail address.');
		expect(new Set(Object.values(statuses(json)))).toEqual(new Set(['review']));
		expect(fixture.writes).toEqual([]);
	});

	it('writes nothing where a directory can not be read', async () => {
		fixture.sandboxes.quo.faults.always({ kind: 'status', status: 503 });
		const { error } = await offboard({ dryRun: false, options: { retries: 0 } });
		expect(error?.message).toMatch(/^Quo: /);
		expect(fixture.writes).toEqual([]);
	});

	it('writes nothing where the projects can not be read', async () => {
		fixture.sandboxes.worksection.faults.always(
			{ kind: 'status', status: 503 },
			({ query }) => query.action === 'get_projects',
		);
		const { error } = await offboard({ dryRun: false, options: { retries: 0 } });
		expect(error?.message).toMatch(/^Worksection: /);
		expect(fixture.writes).toEqual([]);
	});

	it('says where a person does the rest', async () => {
		const { json } = await offboard();
		const rows = Object.fromEntries(json.map((row) => [String(row.directory), row]));
		expect(rows.quo?.url).toBe('https://my.quo.com');
		expect(rows.worksection?.url).toBe(fixture.sandboxes.worksection.url);
		expect(String(rows.worksection?.note)).toContain('The account stays');
	});

	it('does nothing with more people than allowed', async () => {
		const input = Array.from({ length: 11 }, () => ({}));
		const { error } = await offboard({ dryRun: false }, { input });
		expect(error?.message).toContain("'Max People' allows 10");
		expect(Object.values(fixture.requests)).toEqual([0, 0, 0, 0]);
	});
});
