import { errorWords } from '../../harness';
import type { NodeRun, NodeRunOptions } from '../../harness';
import { at, VoximplantFixture, by } from './fixture';
import {
	briefly,
	busy,
	carriedOutSample,
	INTERNAL_ERROR,
	isWrite,
	notCarriedOut,
} from './lostAnswers';

type Write = (more?: Partial<NodeRunOptions>, options?: Record<string, number>) => Promise<NodeRun>;

const fixture = new VoximplantFixture(8);
const methods = () => fixture.calls.map((call) => call.split('?')[0]);
const options = { retries: 2 };

describe('a write of Voximplant', () => {
	const user = () => by('id', at(fixture.sandbox.people, 2).user_id);
	const create: Write = async (more, parameters = options) =>
		await fixture.create({ options: parameters }, more);
	const change: Write = async (more, parameters = options) =>
		await fixture.update({ userDisplayName: 'New' }, { user: user(), options: parameters }, more);
	const remove: Write = async (more, parameters = options) =>
		await fixture.run({ operation: 'delete', user: user(), options: parameters }, more);
	const writes: [string, Write][] = [
		['AddUser', create],
		['SetUserInfo', change],
		['DelUser', remove],
	];
	const each = busy.flatMap(([what, fault]) =>
		writes.map(([method, write]) => ({ what, fault, method, write })),
	);

	it.each(each)('is repeated after $what: $method', async ({ fault, method, write }) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const run = await write();
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(1);
		expect(methods()).toEqual([method, method]);
		const [first, second] = fixture.writes;
		expect(second).toEqual(first);
	});

	it.each(busy)('is given up after as many %s as Retries allow', async (_what, fault) => {
		fixture.sandbox.faults.always(fault, isWrite);
		const run = await create({}, { retries: 1, maxWait: 2 });
		expect(errorWords(run.error)).toMatch(/^Voximplant: .*, after 2 tries \((HTTP|code) /);
		expect(errorWords(run.error)).not.toMatch(/unknown/);
		expect(methods()).toEqual(['AddUser', 'AddUser']);
		expect(fixture.sandbox.people).toHaveLength(8);
	});

	it('is not waited for longer than Max Wait', async () => {
		const headers = { 'retry-after': '90' };
		fixture.sandbox.faults.next({ kind: 'status', status: 429, headers }, isWrite);
		const started = Date.now();
		const run = await create();
		expect(Date.now() - started).toBeLessThan(10_000);
		expect(errorWords(run.error)).toContain(
			"Voximplant asked for a wait of 90 s, but only 60 s of 'Max Wait' remain.",
		);
		expect(methods()).toEqual(['AddUser']);
	});

	it.each(writes)('is sent once more where nobody was reached: %s', async (_method, write) => {
		const nobody = { ...fixture.sandbox.credentials, baseUrl: 'http://127.0.0.1:1' };
		const run = await write({ credentials: { voximplantApi: nobody } }, { retries: 1 });
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: the connection was refused \(127\.0\.0\.1:1\), after 2 tries\. Check the URL in the credential/,
		);
		expect(errorWords(run.error)).not.toMatch(/unknown/);
		expect(fixture.calls).toEqual([]);
	});

	it.each(carriedOutSample)(
		'of unknown outcome is never repeated: update, %s',
		async (_what, fault) => {
			fixture.sandbox.faults.next(fault, isWrite);
			const { user_id: id } = at(fixture.sandbox.people, 2);
			const run = await change({}, briefly(fault));
			expect(errorWords(run.error)).toMatch(
				new RegExp(
					`^Voximplant: .* Whether it was carried out is unknown\\. Get the user with the ID '${id}' and compare, before you run this again\\.$`,
				),
			);
			expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
			expect(methods()).toEqual(['SetUserInfo']);
			expect(at(fixture.sandbox.people, 2).user_display_name).toBe('New');
		},
	);

	it.each([...carriedOutSample, ...notCarriedOut.slice(0, 1)])(
		'of unknown outcome is never repeated: delete, %s',
		async (_what, fault) => {
			fixture.sandbox.faults.next(fault, isWrite);
			const run = await remove({}, briefly(fault));
			expect(errorWords(run.error)).toMatch(
				/^Voximplant: .* Whether it was carried out is unknown\. Get the user with the ID '\d+': if there is no such user, the user was deleted\.$/,
			);
			expect(methods()).toEqual(['DelUser']);
			expect(fixture.sandbox.people).toHaveLength(fault.kind === 'reset' ? 8 : 7);
		},
	);

	it.each(writes)('does not follow a redirect: %s', async (method, write) => {
		const location = `/platform_api/${method}`;
		fixture.sandbox.faults.next({ kind: 'redirect', location, status: 307 });
		const run = await write();
		expect(errorWords(run.error)).toMatch(/^Voximplant: the API redirects /);
		expect(methods()).toEqual([method]);
	});
});

describe('the clock of Voximplant', () => {
	/** A credential that nothing was signed with before. */
	const fresh = (extra: string) => {
		const { credentials, keyId } = fixture.sandbox;
		return { voximplantApi: { ...credentials, keyId: `${keyId}${extra}` } };
	};

	it.each([
		[456, 300, ' '],
		[455, -300, '\t'],
	])(
		'refuses with %d a token once, and takes one that is signed anew',
		async (code, ahead, mark) => {
			fixture.sandbox.settings.clockAheadSeconds = ahead;
			const once = { credentials: fresh(mark.repeat(2)) };
			const refused = await fixture.getAll({ options: { retries: 0 } }, once);
			expect(errorWords(refused.error)).toContain(`(code ${code})`);
			fixture.sandbox.log.length = 0;
			const credentials = fresh(mark);
			const run = await fixture.getAll({ returnAll: true }, { credentials });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(8);
			const [first, second] = fixture.sandbox.log.map(({ headers }) => headers.authorization);
			expect(fixture.calls).toHaveLength(2);
			expect(second).not.toBe(first);
			expect(at(fixture.sandbox.log, 1).headers).not.toHaveProperty('x-user-directory-sign-afresh');
			const written = await fixture.create({}, { credentials });
			expect(written.json).toMatchObject([{ created: true }]);
		},
	);

	it('that is hours off is an error that says so, after one more try', async () => {
		fixture.sandbox.settings.clockAheadSeconds = 7200;
		const run = await fixture.getAll({}, { credentials: fresh('\r') });
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: The token has expired, after 2 tries \(code 456\)\. Set the clock of this machine/,
		);
		expect(fixture.calls).toHaveLength(2);
	});

	it('repeats no write', async () => {
		fixture.sandbox.settings.clockAheadSeconds = 300;
		const run = await fixture.create({}, { credentials: fresh('\n') });
		expect(errorWords(run.error)).toMatch(/The token has expired \(code 456\)\. Set the clock/);
		expect(methods()).toEqual(['AddUser']);
		expect(fixture.sandbox.people).toHaveLength(8);
	});
});

describe('a read of Voximplant', () => {
	it.each([...notCarriedOut, ...busy])('is repeated after %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault);
		const run = await fixture.getAll({ returnAll: true, options: briefly(fault) });
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(8);
		expect(run.messages).toEqual([]);
		expect(fixture.calls).toHaveLength(2);
	});

	it('is not repeated where Voximplant failed inside', async () => {
		fixture.sandbox.faults.next({ kind: 'body', body: INTERNAL_ERROR });
		const run = await fixture.getAll({ options });
		expect(errorWords(run.error)).toMatch(/^Voximplant: Internal error \(code 2\)\. /);
		expect(fixture.calls).toHaveLength(1);
	});

	it.each([400, 403, 404])('is not repeated after %d', async (status) => {
		fixture.sandbox.faults.next({ kind: 'status', status });
		const run = await fixture.getAll({ options });
		expect(run.error).toMatchObject({ httpCode: String(status), context: { itemIndex: 0 } });
		expect(fixture.calls).toHaveLength(1);
	});

	it('takes errors in a list, too', async () => {
		const body = { errors: [{ code: 104, msg: 'Forbidden command' }] };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const run = await fixture.getAll();
		expect(errorWords(run.error)).toMatch(/^Voximplant: Forbidden command \(code 104\)/);
	});
});
