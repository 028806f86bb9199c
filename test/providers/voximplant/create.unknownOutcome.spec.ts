import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { at, VoximplantFixture, by, paired } from './fixture';
import { briefly, carriedOut, isRead, isWrite, notCarriedOut } from './lostAnswers';

const fixture = new VoximplantFixture(8);
const methods = () => fixture.calls.map((call) => call.split('?')[0]);
const create = async (parameters: INodeParameters = {}, more = {}) =>
	await fixture.create({ options: { retries: 2 }, ...parameters }, more);

describe('Create of Voximplant, with an unknown outcome', () => {
	it.each(carriedOut)('finds the user after %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const run = await create({ options: briefly(fault) });
		expect(run.error).toBeUndefined();
		const { user_id } = at(fixture.sandbox.people, 8);
		expect(run.json).toEqual([
			{
				user_id,
				user_name: 'nathan',
				user_display_name: 'Nathan Smith',
				created: null,
				confirmed: 'lookup',
			},
		]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(run.messages).toEqual([
			"Voximplant did not confirm that the user 'nathan' was created, but a look-up found the user.",
		]);
		expect(methods()).toEqual(['AddUser', 'GetUsers']);
		expect(fixture.sandbox.people).toHaveLength(9);
	});

	it.each(notCarriedOut)('says that it is safe to run again after %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const run = await create({ options: briefly(fault) });
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: .* A look-up afterwards did not find the user 'nathan': nothing was created, and it is safe to run this again\.$/,
		);
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(methods()).toEqual(['AddUser', 'GetUsers']);
		expect(fixture.sandbox.people).toHaveLength(8);
		const again = await create();
		expect(again.json).toMatchObject([{ created: true }]);
	});

	it.each(['raw', 'unified', 'scim', 'selected'])(
		'outputs the user that it found as %s',
		async (output) => {
			fixture.sandbox.faults.next({ kind: 'resetInBody' }, isWrite);
			const run = await create({ output, fields: ['user_name', 'skills'] });
			const user = at(fixture.sandbox.people, 8);
			const expected: Record<string, unknown> = {
				raw: fixture.raw(user),
				unified: expect.objectContaining({ id: String(user.user_id), userName: 'nathan' }),
				scim: expect.objectContaining({ externalId: `voximplant:${user.user_id}` }),
				selected: { user_name: 'nathan', skills: null },
			};
			expect(run.json).toEqual([expected[output]]);
			expect(at(run.json, 0)).not.toHaveProperty('confirmed');
			expect(run.hints).toHaveLength(1);
			expect(methods()).toEqual(['AddUser', 'GetUsers']);
		},
	);

	it.each(['support', 'support.acme.voximplant.com'])(
		'looks in the application %s that was named',
		async (name) => {
			fixture.sandbox.faults.next({ kind: 'resetInBody' }, isWrite);
			const run = await create({ application: by('name', name) });
			expect(run.json).toMatchObject([{ user_name: 'nathan', confirmed: 'lookup' }]);
			expect(at(fixture.sandbox.log, 1).query).toMatchObject({ application_name: name });
		},
	);

	it('looks for exactly that name', async () => {
		Object.assign(at(fixture.sandbox.people, 0), { user_name: 'nathan-2' });
		fixture.sandbox.faults.next({ kind: 'reset' }, isWrite);
		const run = await create();
		expect(errorWords(run.error)).toMatch(/did not find the user 'nathan'/);
	});

	it('looks afresh for each item', async () => {
		const input = [{}, {}, {}];
		fixture.sandbox.faults.next({ kind: 'reset' }, isWrite);
		fixture.sandbox.faults.next({ kind: 'resetInBody' }, isWrite);
		const run = await create({}, { input, onError: 'continueRegularOutput' });
		expect(run.json).toEqual([
			{ error: expect.stringContaining('safe to run this again') },
			expect.objectContaining({ created: null, confirmed: 'lookup' }),
			{ error: expect.stringContaining('code 118') },
		]);
		expect(methods()).toEqual(['AddUser', 'GetUsers', 'AddUser', 'GetUsers', 'AddUser']);
	});

	it('says that the outcome is unknown where the look-up fails too', async () => {
		fixture.sandbox.faults.next({ kind: 'resetInBody' }, isWrite);
		fixture.sandbox.faults.always({ kind: 'status', status: 503 }, isRead);
		const run = await create({ options: { retries: 1, maxWait: 1 } });
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: .* Whether the user 'nathan' was created is unknown, and the look-up afterwards failed too \(.*\): check in Voximplant before you run this again\.$/,
		);
		expect(methods()).toEqual(['AddUser', 'GetUsers', 'GetUsers']);
		expect(fixture.sandbox.people).toHaveLength(9);
	});

	it('says that the outcome is unknown where the look-up came incomplete', async () => {
		fixture.sandbox.faults.next({ kind: 'reset' }, isWrite);
		const body = { result: [], total_count: 2, count: 0 };
		fixture.sandbox.faults.next({ kind: 'body', body }, isRead);
		const run = await create();
		expect(errorWords(run.error)).toMatch(/ Whether the user 'nathan' was created is unknown, and/);
		expect(methods()).toEqual(['AddUser', 'GetUsers']);
	});

	it.each([400, 403, 404, 414])('has a known outcome after %d', async (status) => {
		fixture.sandbox.faults.next({ kind: 'status', status }, isWrite);
		const run = await create();
		expect(run.error).toMatchObject({ httpCode: String(status) });
		expect(errorWords(run.error)).not.toMatch(/unknown|look-up/);
		expect(methods()).toEqual(['AddUser']);
	});
});
