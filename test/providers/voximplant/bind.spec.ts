import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import { at, begins, VoximplantFixture, by, paired } from './fixture';
import { briefly, busy, carriedOutSample, isWrite, notCarriedOut } from './lostAnswers';

const fixture = new VoximplantFixture(12);
const user = () => at(fixture.sandbox.people, 1);
const methods = () => fixture.calls.map((call) => call.split('?')[0]);

const kinds = [
	{ noun: 'skill', method: 'BindSkill', id: 'skill_id', list: 'GetSkills', shown: 'With Skills' },
	{
		noun: 'queue',
		method: 'BindUserToQueue',
		id: 'acd_queue_id',
		list: 'GetQueues',
		shown: 'With Queues',
	},
] as const;

describe.each(kinds)('Bind and Unbind of a $noun', ({ noun, method, id, list, shown }) => {
	const title = noun === 'skill' ? 'Skill' : 'Queue';
	const targets = () =>
		noun === 'skill'
			? fixture.sandbox.skills.map(({ skill_id, skill_name }) => ({
					id: skill_id,
					name: skill_name,
				}))
			: fixture.sandbox.queues.map((queue) => ({
					id: queue.acd_queue_id,
					name: queue.acd_queue_name,
				}));
	/** In the user's own application. */
	const target = () => at(targets(), 2);
	const bound = () => {
		const { skills, acd_queues } = user();
		return noun === 'skill'
			? skills.map(({ skill_id }) => skill_id)
			: acd_queues.map(({ acd_queue_id }) => acd_queue_id);
	};
	const application = () => by('id', fixture.application.application_id);
	const run = async (verb: 'bind' | 'unbind', parameters: INodeParameters = {}, more = {}) =>
		await fixture.run(
			{
				operation: `${verb}${title}`,
				user: by('id', user().user_id),
				application: application(),
				[noun]: by('id', target().id),
				output: 'simplified',
				...parameters,
			},
			more,
		);
	beforeEach(() => Object.assign(user(), { skills: [], acd_queues: [] }));

	it('takes one request with IDs, and says what is so now', async () => {
		const done = await run('bind');
		const simplified = { user_id: user().user_id, [id]: target().id };
		expect(done.json).toEqual([{ ...simplified, bound: true }]);
		expect(paired(done)).toEqual([{ item: 0 }]);
		expect(bound()).toEqual([target().id]);
		const form = { user_id: String(user().user_id), [id]: String(target().id) };
		const where =
			noun === 'queue' ? { application_id: String(fixture.application.application_id) } : {};
		expect(fixture.writes).toEqual([[method, { ...where, ...form, bind: 'true' }]]);
		const undone = await run('unbind');
		expect(undone.json).toEqual([{ ...simplified, bound: false }]);
		expect(bound()).toEqual([]);
		expect(fixture.writes[1]).toEqual([method, { ...where, ...form, bind: 'false' }]);
		expect(methods()).toEqual([method, method]);
	});

	it('gives in raw the answer as it is', async () => {
		expect((await run('bind', { output: 'raw' })).json).toEqual([{ result: 1 }]);
	});

	it('finds user and target by name first', async () => {
		const names = { user: by('userName', user().user_name), [noun]: by('name', target().name) };
		const done = await run('bind', names);
		const { user_id, user_name } = user();
		expect(done.json).toEqual([{ user_id, user_name, [id]: target().id, bound: true }]);
		expect(methods()).toEqual(['GetUsers', list, method]);
		const named = await run('unbind', { ...names, application: by('name', 'support') });
		expect(named.json).toMatchObject([{ bound: false }]);
		expect(bound()).toEqual([]);
	});

	it('takes for a name only the whole name, wherever in the list it is', async () => {
		const entries = noun === 'skill' ? fixture.sandbox.skills : fixture.sandbox.queues;
		const model = at<object>(entries, 2);
		const key = id.replace('_id', '_name');
		const more = Array.from({ length: 130 }, (_, index) => ({
			...model,
			[id]: 700_000 + index,
			[key]: index === 129 ? 'chess' : `chess-${index}`,
		}));
		entries.push(...(more as never[]));
		const done = await run('bind', { [noun]: by('name', 'chess') });
		expect(done.json).toMatchObject([{ [id]: 700_129 }]);
		expect(methods()).toEqual([list, list, method]);
		const part = await run('bind', { [noun]: by('name', 'ches') });
		expect(errorWords(part.error)).toBe(
			`Voximplant: there is no ${noun} with the name 'ches'. Check the value in '${title}', and that the credential belongs to the right account.`,
		);
		expect(fixture.writes).toHaveLength(1);
	});

	it('does not choose between two of one name', async () => {
		const entries = noun === 'skill' ? fixture.sandbox.skills : fixture.sandbox.queues;
		entries.push({ ...at<object>(entries, 2), [id]: 700_001 } as never);
		const done = await run('bind', { [noun]: by('name', target().name) });
		expect(errorWords(done.error)).toBe(
			`Voximplant: 2 ${noun}s have the name '${target().name}' (IDs ${target().id}, 700001). Choose the ${noun} by ID.`,
		);
		expect(fixture.writes).toEqual([]);
	});

	it('does not take a list that came incomplete for the whole', async () => {
		const body = { result: [], total_count: 2, count: 0 };
		fixture.sandbox.faults.next({ kind: 'body', body });
		const done = await run('bind', { [noun]: by('name', target().name) });
		expect(errorWords(done.error)).toMatch(/^Voximplant: the list is incomplete, and '/);
		expect(fixture.writes).toEqual([]);
	});

	it.each([
		[{ [noun]: by('id', 'all') }, `'${title}' must be an ID made of digits only, not 'all'.`],
		[{ [noun]: by('id', '1;2') }, `'${title}' must be an ID made of digits only, not '1;2'.`],
		[{ [noun]: by('id', ' ') }, begins(`'${title}' is empty.`)],
		[{ [noun]: by('name', ' ') }, begins(`'${title}' is empty.`)],
		[{ [noun]: by('planet', '1') }, `'${title}' can't be chosen by 'planet': use name or id.`],
		[{ user: by('id', 'all') }, "'User' must be an ID made of digits only, not 'all'."],
		[{ output: 'unified' }, "'Output' must be one of simplified, raw, not 'unified'."],
	])('refuses %j before anything is sent', async (parameters: INodeParameters, message) => {
		const done = await run('bind', parameters);
		expect(done.error).toMatchObject({ message, context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('never sends a name as a list', async () => {
		const both = targets().slice(1, 3);
		const done = await run('bind', { [noun]: by('name', both.map(({ name }) => name).join(';')) });
		expect(errorWords(done.error)).toMatch(new RegExp(`there is no ${noun} with the name`));
		expect(fixture.writes).toEqual([]);
	});

	it('says who and what is unknown to Voximplant', async () => {
		const code = noun === 'skill' ? 222 : 218;
		const unknown = await run('bind', { [noun]: by('id', 5) });
		expect(errorWords(unknown.error)).toMatch(new RegExp(`\\(code ${code}\\)\\. Check`));
		const nobody = await run('bind', { user: by('id', 5) });
		expect(errorWords(nobody.error)).toMatch(
			/^Voximplant: there is no such user: the user with the ID '5' \(The 'user_id' parameter is invalid\) \(code 117\)\. Check 'User'/,
		);
	});

	it('does each item by its own values, the tenth too, and leaves the failing ones', async () => {
		const input = Array.from({ length: 11 }, (_, index) => ({
			id: index === 4 ? 5 : at(fixture.sandbox.people, index).user_id,
		}));
		const parameters = { user: by('id', '={{ $json.id }}') };
		const more = { input, onError: 'continueRegularOutput' } as const;
		const done = await run('bind', parameters, more);
		expect(done.items).toHaveLength(11);
		expect(paired(done)).toEqual(input.map((_, item) => ({ item })));
		expect(done.json[4]).toEqual({ error: expect.stringContaining("the ID '5'") });
		const others = done.json.filter((_, index) => index !== 4);
		expect(others.filter((json) => json.bound === true || 'error' in json)).toHaveLength(10);
		expect(done.json[10]).toMatchObject({ user_id: at(fixture.sandbox.people, 10).user_id });
		expect(fixture.writes).toHaveLength(11);
		const stopped = await run('bind', parameters, { input });
		expect(stopped.error).toMatchObject({ context: { itemIndex: 4 } });
		expect(fixture.writes).toHaveLength(16);
	});

	it.each([...carriedOutSample, ...notCarriedOut.slice(0, 1)])(
		'is not sent twice after an unknown outcome, and says what to check: %s',
		async (_what, fault) => {
			fixture.sandbox.faults.next(fault, isWrite);
			const done = await run('bind', { options: briefly(fault) });
			expect(done.items).toEqual([]);
			expect(errorWords(done.error)).toMatch(
				new RegExp(
					`^Voximplant: .*\\. Whether it was carried out is unknown\\. Get the user with the ID '${user().user_id}' with the option '${shown}' and compare, before you run this again\\.$`,
				),
			);
			expect(methods()).toEqual([method]);
		},
	);

	it.each(busy)('is repeated where nothing was done: %s', async (_what, fault) => {
		fixture.sandbox.faults.next(fault, isWrite);
		const done = await run('bind');
		expect(done.json).toMatchObject([{ bound: true }]);
		expect(methods()).toEqual([method, method]);
	});

	it('may be run again: bound is bound', async () => {
		await run('bind');
		expect((await run('bind')).json).toMatchObject([{ bound: true }]);
		expect(bound()).toEqual([target().id]);
		await run('unbind');
		expect((await run('unbind')).json).toMatchObject([{ bound: false }]);
	});

	it('keeps the key to itself where it is echoed', async () => {
		const line = at(fixture.sandbox.privateKey.split('\n'), 1);
		const body = { error: { code: 101, msg: `no ${line}` } };
		fixture.sandbox.faults.next({ kind: 'body', body });
		expect(errorWords((await run('bind')).error)).toMatch(
			/^Voximplant: no \[hidden\] \(code 101\)/,
		);
	});
});

describe('Bind', () => {
	const bind = async (operation: string, parameters: INodeParameters) =>
		await fixture.run({
			operation,
			user: by('id', user().user_id),
			output: 'simplified',
			...parameters,
		});

	it('of a sixth skill says what to do', async () => {
		const { skills } = fixture.sandbox;
		user().skills = skills.slice(0, 5);
		const sixth = by('name', at(skills, 5).skill_name);
		expect(errorWords((await bind('bindSkill', { skill: sixth })).error)).toBe(
			'Voximplant: Agent can be assigned up to 5 skills (code 498). Unbind a skill from the user first.',
		);
		const first = by('name', at(skills, 0).skill_name);
		await bind('unbindSkill', { skill: first });
		expect((await bind('bindSkill', { skill: sixth })).json).toMatchObject([{ bound: true }]);
	});

	it('of a skill needs the application only to find a user by name', async () => {
		const skill = by('name', 'vip');
		expect((await bind('bindSkill', { skill })).json).toMatchObject([{ bound: true }]);
		const named = await bind('bindSkill', { skill, user: by('userName', user().user_name) });
		expect(errorWords(named.error)).toContain('Parameter "Application" is required.');
	});

	it.each(['support', 'support.acme.voximplant.com'])(
		'of a queue finds it by name among those of the application with the name %s',
		async (name) => {
			const { queues } = fixture.sandbox;
			const [, sales] = fixture.sandbox.applications;
			const twin = { acd_queue_id: 700_001, application_id: sales?.application_id ?? 0 };
			const night = at(queues, 2);
			queues.unshift({ ...night, ...twin });
			const parameters = { queue: by('name', 'night'), application: by('name', name) };
			const input = [{}, {}];
			const usual = { operation: 'bindQueue', user: by('id', user().user_id), output: 'raw' };
			const done = await fixture.run({ ...usual, ...parameters }, { input });
			expect(done.json).toEqual([{ result: 1 }, { result: 1 }]);
			expect(fixture.writes.map(([, form]) => form.acd_queue_id)).toEqual(
				input.map(() => String(night.acd_queue_id)),
			);
			const look = ['GetApplications', 'GetQueues', 'BindUserToQueue'];
			expect(methods().slice(0, 3)).toEqual(look);
			const unbound = await bind('unbindQueue', parameters);
			expect(unbound.json).toMatchObject([{ acd_queue_id: night.acd_queue_id, bound: false }]);
		},
	);

	it.each(['port', 'SUPPORT', 'nothing'])(
		'of a queue by name takes %s for no application, where only a part or the case fits',
		async (name) => {
			const queue = by('name', 'night');
			const done = await bind('bindQueue', { queue, application: by('name', name) });
			expect(errorWords(done.error)).toMatch(
				new RegExp(`^Voximplant: there is no application with the name '${name}'\\. Check the`),
			);
			expect(methods()).toEqual(['GetApplications']);
		},
	);

	it('of a queue needs the application, to which user and queue belong', async () => {
		const queue = by('name', 'night');
		expect(errorWords((await bind('bindQueue', { queue })).error)).toContain(
			'Parameter "Application" is required.',
		);
		const [, sales] = fixture.sandbox.applications;
		const other = { application: by('id', sales?.application_id ?? 0) };
		const missing = await bind('bindQueue', { queue, ...other });
		expect(errorWords(missing.error)).toMatch(/there is no queue with the name 'night'/);
		const foreign = await bind('bindQueue', { queue: by('name', 'first-line'), ...other });
		expect(errorWords(foreign.error)).toMatch(/code 393\)\. Check 'Application'/);
	});
});
