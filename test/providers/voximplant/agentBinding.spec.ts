import type { INodeParameters } from 'n8n-workflow';
import { errorWords } from '../../harness';
import { at, begins, by, paired, VoximplantFixture } from './fixture';
import { briefly, busy, carriedOut, notCarriedOut } from './lostAnswers';

const fixture = new VoximplantFixture(12);

const user = () => at(fixture.sandbox.people, 1);
const agent = () => fixture.sandbox.agentOf(user().user_id);
const queue = (index: number) => at(fixture.sandbox.smartQueues, index);
const own = () => fixture.application.application_id;
const methods = () => fixture.calls.map((call) => call.split('?')[0]);
const boundTo = () => agent().queues.map(({ sq_queue_id: id }) => id);
/** In the application's list of three, the user is bound to the second. */
const target = () => queue(2);

const isWrite = ({ path }: { path: string }) => /SQ_(Unb|B)indAgent$/.test(path);
const isRead = ({ path }: { path: string }) => path.endsWith('SQ_GetAgents');

const run = async (operation: string, parameters: INodeParameters = {}, more = {}) =>
	await fixture.run(
		{
			resource: 'agent',
			operation,
			application: by('id', own()),
			user: by('id', user().user_id),
			queue: by('id', target().sq_queue_id),
			output: 'simplified',
			...parameters,
		},
		more,
	);

describe('Bind and Unbind of an agent', () => {
	const sent = () => ({
		application_id: String(own()),
		sq_queue_id: String(target().sq_queue_id),
		user_id: String(user().user_id),
	});
	const simplified = (bound: boolean) => [
		{ user_id: user().user_id, sq_queue_id: target().sq_queue_id, bound },
	];

	it('takes one request with IDs, and leaves the other SmartQueues', async () => {
		const done = await run('bind');
		expect(done.json).toEqual(simplified(true));
		expect(paired(done)).toEqual([{ item: 0 }]);
		expect(boundTo()).toEqual([queue(1).sq_queue_id, target().sq_queue_id]);
		expect(fixture.writes).toEqual([['SQ_BindAgent', { ...sent(), bind_mode: 'add_queues' }]]);
		const undone = await run('unbind');
		expect(undone.json).toEqual(simplified(false));
		expect(boundTo()).toEqual([queue(1).sq_queue_id]);
		expect(fixture.writes[1]).toEqual(['SQ_UnbindAgent', sent()]);
		expect(methods()).toEqual(['SQ_BindAgent', 'SQ_UnbindAgent']);
		expect(done.messages).toEqual([]);
	});

	it('gives in raw the answer as it is', async () => {
		expect((await run('bind', { output: 'raw' })).json).toEqual([{ result: 1 }]);
	});

	it('finds application, user and SmartQueue by name first', async () => {
		const names = {
			application: by('name', 'support'),
			user: by('userName', user().user_name),
			queue: by('name', 'Night  Shift'),
		};
		expect((await run('bind', names)).json).toEqual(simplified(true));
		expect(new Set(methods())).toEqual(
			new Set(['GetApplications', 'GetUsers', 'SQ_GetQueues', 'SQ_BindAgent']),
		);
		expect((await run('unbind', names)).json).toEqual(simplified(false));
	});

	it('takes for a name only the whole name, in the application alone', async () => {
		const part = await run('bind', { queue: by('name', 'night') });
		expect(errorWords(part.error)).toBe(
			"Voximplant: there is no SmartQueue with the name 'night'. Check the value in 'SmartQueue', and that the credential belongs to the right account.",
		);
		const both = await run('bind', { queue: by('name', 'claims;renewals') });
		expect(errorWords(both.error)).toMatch(
			/there is no SmartQueue with the name 'claims;renewals'/,
		);
		const done = await run('bind', { queue: by('name', 'claims') });
		expect(done.json).toMatchObject([{ sq_queue_id: queue(0).sq_queue_id }]);
	});

	it('takes a name of digits, or the name all, for nothing but a name', async () => {
		queue(0).sq_queue_name = String(queue(2).sq_queue_id);
		queue(2).sq_queue_name = 'all';
		const digits = await run('bind', { queue: by('name', queue(2).sq_queue_id) });
		expect(digits.json).toMatchObject([{ sq_queue_id: queue(0).sq_queue_id }]);
		const all = await run('bind', { queue: by('name', ' ALL ') });
		expect(all.json).toMatchObject([{ sq_queue_id: queue(2).sq_queue_id }]);
		expect(boundTo()).toEqual([1, 0, 2].map((index) => queue(index).sq_queue_id));
		const any = await run('unbind', { queue: by('name', 'any') });
		expect(errorWords(any.error)).toMatch(/there is no SmartQueue with the name 'any'/);
		expect(fixture.writes).toHaveLength(2);
	});

	it('asks which one is meant where two have the name', async () => {
		queue(1).sq_queue_name = 'NIGHT SHIFT';
		const both = await run('bind', { queue: by('name', 'Night shift') });
		expect(errorWords(both.error)).toBe(
			`Voximplant: 2 SmartQueues have the name 'Night shift' (IDs ${queue(1).sq_queue_id}, ${queue(2).sq_queue_id}). Choose the SmartQueue by ID.`,
		);
		expect(fixture.writes).toEqual([]);
	});

	it.each([
		[{ queue: by('id', ' ALL ') }, "'SmartQueue' must be an ID made of digits only, not 'ALL'."],
		[{ queue: by('id', '１２') }, "'SmartQueue' must be an ID made of digits only, not '１２'."],
		[{ queue: by('id', '1,2') }, "'SmartQueue' must be an ID made of digits only, not '1,2'."],
		[{ user: by('list', 'Any') }, "'User' must be an ID made of digits only, not 'Any'."],
		[{ queue: by('id', 'all') }, "'SmartQueue' must be an ID made of digits only, not 'all'."],
		[{ queue: by('id', '1;2') }, "'SmartQueue' must be an ID made of digits only, not '1;2'."],
		[{ queue: by('list', 'any') }, "'SmartQueue' must be an ID made of digits only, not 'any'."],
		[{ queue: by('id', ' ') }, begins("'SmartQueue' is empty.")],
		[{ queue: by('planet', '1') }, "'SmartQueue' can't be chosen by 'planet': use name or id."],
		[{ user: by('id', 'all') }, "'User' must be an ID made of digits only, not 'all'."],
		[{ user: by('id', 'any') }, "'User' must be an ID made of digits only, not 'any'."],
		[{ user: by('id', '1;2') }, "'User' must be an ID made of digits only, not '1;2'."],
		[{ application: by('id', 'all') }, begins("'Application' must be an ID")],
		[{ output: 'unified' }, "'Output' must be one of simplified, raw, not 'unified'."],
	])('refuses %j before anything is sent', async (parameters: INodeParameters, message) => {
		for (const operation of ['bind', 'unbind']) {
			const done = await run(operation, parameters);
			expect(done.error).toMatchObject({ message, context: { itemIndex: 0 } });
		}
		expect(fixture.calls).toEqual([]);
	});

	it('says what to check where Voximplant does not know one of them', async () => {
		const unknown = await run('bind', { queue: by('id', 5) });
		expect(errorWords(unknown.error)).toMatch(/\(code 218\)\. Check 'SmartQueue' and 'User': both/);
		const foreign = await run('unbind', { queue: by('id', queue(3).sq_queue_id) });
		expect(errorWords(foreign.error)).toMatch(/\(code 218\)\. Check 'SmartQueue' and 'User': both/);
		const nobody = await run('bind', { user: by('id', 5) });
		expect(errorWords(nobody.error)).toMatch(/^Voximplant: there is no such user: the user with/);
		const [, sales] = fixture.sandbox.applications;
		const elsewhere = { application: by('id', sales?.application_id ?? 0) };
		const other = await run('bind', { ...elsewhere, queue: by('id', queue(3).sq_queue_id) });
		expect(errorWords(other.error)).toMatch(/\(code 393\)\. Check 'Application'/);
		expect(boundTo()).toEqual([queue(1).sq_queue_id]);
	});

	it('does each item by its own values, and leaves the failing ones', async () => {
		const input = fixture.sandbox.people.map(({ user_id: id }, index) => ({
			id: index === 4 ? 5 : id,
		}));
		const parameters = { user: by('id', '={{ $json.id }}') };
		const done = await run('bind', parameters, { input, onError: 'continueRegularOutput' });
		expect(paired(done)).toEqual(input.map((_, item) => ({ item })));
		expect(done.json.map(({ bound }) => bound)).toEqual(
			input.map((_, index) => (index === 4 ? undefined : true)),
		);
		expect(fixture.writes).toHaveLength(12);
	});
});

describe.each([
	['bind', true],
	['unbind', false],
] as const)('%s with an unknown outcome', (operation, bound) => {
	const before = () => (bound ? [] : [target()]);
	const method = bound ? 'SQ_BindAgent' : 'SQ_UnbindAgent';
	const words = bound ? 'bound to' : 'unbound from';
	const sends = () => fixture.writes.map(([name]) => name);
	beforeEach(() => Object.assign(agent(), { queues: before() }));

	it.each(carriedOut)('is looked up, not sent twice: %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const done = await run(operation, { options: briefly(fault) });
		expect(done.json).toEqual([
			{ user_id: user().user_id, sq_queue_id: target().sq_queue_id, bound },
		]);
		expect(done.messages).toEqual([
			`Voximplant did not confirm that the user with the ID '${user().user_id}' was ${words} the SmartQueue, but a look-up shows that it is so.`,
		]);
		expect(sends()).toEqual([method]);
	});

	it.each(notCarriedOut)('says where nothing was done: %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const done = await run(operation, { options: briefly(fault) });
		expect(errorWords(done.error)).toMatch(
			new RegExp(
				`A look-up afterwards shows that the user .* was not ${words} the SmartQueue: it is safe`,
			),
		);
		expect(sends()).toEqual([method]);
	});

	it('looks up an ID with zeros before it, too', async () => {
		fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		const zeros = { user: by('id', `00${user().user_id}`) };
		expect((await run(operation, zeros)).json).toMatchObject([{ bound }]);
	});

	it('sees an agent who takes chats alone', async () => {
		Object.assign(fixture.sandbox.settings, { handleCalls: 'equal' });
		for (const handle_calls of [true, false]) {
			Object.assign(agent(), { queues: before(), handle_calls });
			fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
			expect((await run(operation)).json).toMatchObject([{ bound }]);
		}
		Object.assign(fixture.sandbox.settings, { handleCalls: 'atLeast' });
	});

	it('says that it is unknown where the look-up fails, too', async () => {
		fixture.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, isWrite);
		const stop = fixture.sandbox.faults.always({ kind: 'status', status: 500 }, isRead);
		const done = await run(operation, { options: { retries: 0 } });
		stop();
		expect(errorWords(done.error)).toMatch(
			/Whether the user .* is unknown, and the look-up afterwards failed too .*: check in Voximplant before/,
		);
		expect(sends()).toEqual([method]);
	});

	it.each(busy)(
		'is repeated where the answer says that nothing was done: %s',
		async (_what, fault) => {
			fixture.sandbox.faults.next(fault, isWrite);
			expect((await run(operation)).json).toMatchObject([{ bound }]);
			expect(sends()).toEqual([method, method]);
		},
	);

	it('may be run again', async () => {
		await run(operation);
		expect((await run(operation)).json).toMatchObject([{ bound }]);
	});
});
