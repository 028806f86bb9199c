import type { NodeRun, NodeRunOptions } from '../../harness';
import { at, Bench, by } from './bench';
import { briefly, busy, carriedOut, INTERNAL_ERROR, isWrite, notCarriedOut } from './lostAnswers';

type Write = (more?: Partial<NodeRunOptions>, options?: Record<string, number>) => Promise<NodeRun>;

const bench = new Bench(8);
const methods = () => bench.calls.map((call) => call.split('?')[0]);
const options = { retries: 2 };

describe('a write of Voximplant', () => {
	const user = () => by('id', at(bench.sandbox.people, 2).user_id);
	const create: Write = async (more, parameters = options) =>
		await bench.create({ options: parameters }, more);
	const change: Write = async (more, parameters = options) =>
		await bench.update({ userDisplayName: 'New' }, { user: user(), options: parameters }, more);
	const remove: Write = async (more, parameters = options) =>
		await bench.run({ operation: 'delete', user: user(), options: parameters }, more);
	const writes: [string, Write][] = [
		['AddUser', create],
		['SetUserInfo', change],
		['DelUser', remove],
	];
	const each = busy.flatMap(([what, fault]) =>
		writes.map(([method, write]) => ({ what, fault, method, write })),
	);

	it.each(each)('is repeated after $what: $method', async ({ fault, method, write }) => {
		bench.sandbox.faults.next(fault, isWrite);
		const run = await write();
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(1);
		expect(methods()).toEqual([method, method]);
		const [first, second] = bench.writes;
		expect(second).toEqual(first);
	});

	it.each(busy)('is given up after as many %s as Retries allow', async (_what, fault) => {
		bench.sandbox.faults.always(fault, isWrite);
		const run = await create({}, { retries: 1, maxWait: 2 });
		expect(run.error?.message).toMatch(/^Voximplant: .*, after 2 tries \(HTTP/);
		expect(run.error?.message).not.toMatch(/unknown/);
		expect(methods()).toEqual(['AddUser', 'AddUser']);
		expect(bench.sandbox.people).toHaveLength(8);
	});

	it('is not waited for longer than Max Wait', async () => {
		const headers = { 'retry-after': '90' };
		bench.sandbox.faults.next({ kind: 'status', status: 429, headers }, isWrite);
		const started = Date.now();
		const run = await create();
		expect(Date.now() - started).toBeLessThan(10_000);
		expect(run.error?.message).toContain('It asks to wait 90 seconds, and of the 60 seconds that');
		expect(methods()).toEqual(['AddUser']);
	});

	it.each(writes)('is sent once more where nobody was reached: %s', async (_method, write) => {
		const nobody = { ...bench.sandbox.credentials, baseUrl: 'http://127.0.0.1:1' };
		const run = await write({ credentials: { voximplantApi: nobody } }, { retries: 1 });
		expect(run.error?.message).toMatch(
			/^Voximplant: the connection was refused \(127\.0\.0\.1:1\), after 2 tries\. Check the credential's address/,
		);
		expect(run.error?.message).not.toMatch(/unknown/);
		expect(bench.calls).toEqual([]);
	});

	it.each(carriedOut)('of unknown outcome is never repeated: update, %s', async (_what, fault) => {
		bench.sandbox.faults.next(fault, isWrite);
		const { user_id: id } = at(bench.sandbox.people, 2);
		const run = await change({}, briefly(fault));
		expect(run.error?.message).toMatch(
			new RegExp(
				`^Voximplant: .* Whether it was carried out is unknown\\. Get the user with the ID '${id}' and compare, before you run this again\\.$`,
			),
		);
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		expect(methods()).toEqual(['SetUserInfo']);
		expect(at(bench.sandbox.people, 2).user_display_name).toBe('New');
	});

	it.each([...carriedOut, ...notCarriedOut.slice(0, 1)])(
		'of unknown outcome is never repeated: delete, %s',
		async (_what, fault) => {
			bench.sandbox.faults.next(fault, isWrite);
			const run = await remove({}, briefly(fault));
			expect(run.error?.message).toMatch(
				/^Voximplant: .* Whether it was carried out is unknown\. Try to get the user with the ID '\d+': an error that there is no such user means that the deletion was carried out\.$/,
			);
			expect(methods()).toEqual(['DelUser']);
			expect(bench.sandbox.people).toHaveLength(fault.kind === 'reset' ? 8 : 7);
		},
	);

	it.each(writes)('does not follow a redirect: %s', async (method, write) => {
		const location = `/platform_api/${method}`;
		bench.sandbox.faults.next({ kind: 'redirect', location, status: 307 });
		const run = await write();
		expect(run.error?.message).toMatch(/^Voximplant: it redirects /);
		expect(methods()).toEqual([method]);
	});
});

describe('the clock of Voximplant', () => {
	/** A credential that nothing was signed with before. */
	const fresh = (extra: string) => {
		const { credentials, keyId } = bench.sandbox;
		return { voximplantApi: { ...credentials, keyId: `${keyId}${extra}` } };
	};

	it.each([
		[456, 300, ' '],
		[455, -300, '\t'],
	])(
		'refuses with %d a token once, and takes one that is signed anew',
		async (code, ahead, mark) => {
			bench.sandbox.settings.clockAheadSeconds = ahead;
			const once = { credentials: fresh(mark.repeat(2)) };
			const refused = await bench.getAll({ options: { retries: 0 } }, once);
			expect(refused.error?.message).toContain(`(HTTP 200, code ${code})`);
			bench.sandbox.log.length = 0;
			const credentials = fresh(mark);
			const run = await bench.getAll({ returnAll: true }, { credentials });
			expect(run.error).toBeUndefined();
			expect(run.items).toHaveLength(8);
			const [first, second] = bench.sandbox.log.map(({ headers }) => headers.authorization);
			expect(bench.calls).toHaveLength(2);
			expect(second).not.toBe(first);
			expect(at(bench.sandbox.log, 1).headers).not.toHaveProperty('x-user-directory-sign-afresh');
			const written = await bench.create({}, { credentials });
			expect(written.json).toMatchObject([{ created: true }]);
		},
	);

	it('that is hours off is an error that says so, after one more try', async () => {
		bench.sandbox.settings.clockAheadSeconds = 7200;
		const run = await bench.getAll({}, { credentials: fresh('\r') });
		expect(run.error?.message).toMatch(
			/^Voximplant: The token has expired, after 2 tries \(HTTP 200, code 456\)\. Set this machine's clock/,
		);
		expect(bench.calls).toHaveLength(2);
	});

	it('repeats no write', async () => {
		bench.sandbox.settings.clockAheadSeconds = 300;
		const run = await bench.create({}, { credentials: fresh('\n') });
		expect(run.error?.message).toMatch(/The token has expired \(HTTP 200, code 456\)\. Set this/);
		expect(methods()).toEqual(['AddUser']);
		expect(bench.sandbox.people).toHaveLength(8);
	});
});

describe('a read of Voximplant', () => {
	it.each([...notCarriedOut, ...busy])('is repeated after %s', async (_what, fault) => {
		bench.sandbox.faults.next(fault);
		const run = await bench.getAll({ returnAll: true, options: briefly(fault) });
		expect(run.error).toBeUndefined();
		expect(run.items).toHaveLength(8);
		expect(run.messages).toEqual([]);
		expect(bench.calls).toHaveLength(2);
	});

	it('is not repeated where Voximplant failed inside', async () => {
		bench.sandbox.faults.next({ kind: 'body', body: INTERNAL_ERROR });
		const run = await bench.getAll({ options });
		expect(run.error?.message).toMatch(/^Voximplant: Internal error \(HTTP 200, code 2\)\. /);
		expect(bench.calls).toHaveLength(1);
	});

	it.each([400, 403, 404])('is not repeated after %d', async (status) => {
		bench.sandbox.faults.next({ kind: 'status', status });
		const run = await bench.getAll({ options });
		expect(run.error).toMatchObject({ httpCode: String(status), context: { itemIndex: 0 } });
		expect(bench.calls).toHaveLength(1);
	});

	it('takes errors in a list, too', async () => {
		const body = { errors: [{ code: 104, msg: 'Forbidden command' }] };
		bench.sandbox.faults.next({ kind: 'body', body });
		const run = await bench.getAll();
		expect(run.error?.message).toMatch(/^Voximplant: Forbidden command \(HTTP 200, code 104\)/);
	});
});
