import { errorWords } from '../../harness';
import { at, VoximplantFixture, by } from './fixture';
import { isRead, isWrite } from './lostAnswers';

const fixture = new VoximplantFixture(8);
const methods = () => fixture.calls.map((call) => call.split('?')[0]);
const user = () => by('id', at(fixture.sandbox.people, 2).user_id);
const NOTHING_NEW = { body: { error: { code: 4, msg: 'Odd' } }, kind: 'body' } as const;

/** What Voximplant answers where it failed inside: nobody knows how far it came. */
const failed = (code: number) =>
	({ kind: 'body', body: { error: { code, msg: 'Internal failure' } } }) as const;

describe.each([1, 2, 4])('code %d of Voximplant', (code) => {
	it('is final for a read', async () => {
		fixture.sandbox.faults.always(failed(code));
		const run = await fixture.getAll({ returnAll: true });
		expect(errorWords(run.error)).toMatch(
			new RegExp(`^Voximplant: Internal failure \\(code ${code}\\)\\.`),
		);
		expect(errorWords(run.error)).not.toContain('unknown');
		expect(methods()).toEqual(['GetUsers']);
	});

	it('of unknown outcome, after create: a look-up finds the user', async () => {
		fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: failed(code) }, isWrite);
		const run = await fixture.create();
		expect(run.json).toMatchObject([{ created: null, confirmed: 'lookup' }]);
		expect(run.messages).toEqual([
			"Voximplant did not confirm that the user 'nathan' was created, but a look-up found the user.",
		]);
		expect(methods()).toEqual(['AddUser', 'GetUsers']);
	});

	it('of unknown outcome, after create: there is no user, and it is safe to run again', async () => {
		fixture.sandbox.faults.next(failed(code), isWrite);
		const run = await fixture.create();
		expect(errorWords(run.error)).toMatch(
			/ A look-up afterwards did not find the user 'nathan': nothing was created, and it is safe to run this again\.$/,
		);
		expect(methods()).toEqual(['AddUser', 'GetUsers']);
	});

	it('leaves unknown what became of an update, and sends it once', async () => {
		fixture.sandbox.faults.next(failed(code), isWrite);
		const run = await fixture.update({ userDisplayName: 'New' }, { user: user() });
		const { user_id: id } = at(fixture.sandbox.people, 2);
		expect(errorWords(run.error)).toBe(
			`Voximplant: Internal failure (code ${code}). Whether it was carried out is unknown. Get the user with the ID '${id}' and compare, before you run this again.`,
		);
		expect(methods()).toEqual(['SetUserInfo']);
	});

	it('leaves unknown what became of a deletion, and sends it once', async () => {
		fixture.sandbox.faults.next(failed(code), isWrite);
		const run = await fixture.run({ operation: 'delete', user: user() });
		expect(errorWords(run.error)).toMatch(
			/Whether it was carried out is unknown\. Get the user with the ID '\d+'/,
		);
		expect(methods()).toEqual(['DelUser']);
	});
});

it('a look-up that fails inside leaves unknown what became of a create', async () => {
	fixture.sandbox.faults.next({ kind: 'reset' }, isWrite);
	fixture.sandbox.faults.always(NOTHING_NEW, isRead);
	const run = await fixture.create();
	expect(errorWords(run.error)).toMatch(
		/Whether the user 'nathan' was created is unknown, and the look-up afterwards failed too \(Odd\): check in Voximplant before you run this again\.$/,
	);
	expect(methods()).toEqual(['AddUser', 'GetUsers']);
});

describe('a list of Voximplant that came incomplete', () => {
	/** Two are counted: the one that is told, and one who never comes. */
	const incomplete = (name: string) => {
		const { user_name: _name, ...known } = fixture.raw(at(fixture.sandbox.people, 0));
		const body = { result: [{ ...known, user_name: name }], total_count: 2, count: 1 };
		fixture.sandbox.faults.next({ kind: 'body', body }, isRead);
		const nobody = { result: [], total_count: 2, count: 0 };
		fixture.sandbox.faults.always({ kind: 'body', body: nobody }, isRead);
	};

	it('does not say that a user is not there', async () => {
		incomplete('nathan-2');
		const run = await fixture.get(by('userName', 'nathan'));
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: the list is incomplete, and 'nathan' is not in it: Voximplant counts 2 users, but returned 1 /,
		);
	});

	it('still gives the user who came', async () => {
		incomplete('nathan');
		const run = await fixture.get(by('userName', 'nathan'));
		expect(run.json).toMatchObject([{ user_name: 'nathan' }]);
	});

	it('does not settle a create of unknown outcome', async () => {
		fixture.sandbox.faults.next({ kind: 'reset' }, isWrite);
		incomplete('nathan-2');
		const run = await fixture.create();
		expect(errorWords(run.error)).toMatch(
			/Whether the user 'nathan' was created is unknown, and the look-up afterwards failed too \(the list is incomplete, /,
		);
		expect(errorWords(run.error)).not.toContain('safe');
	});
});
