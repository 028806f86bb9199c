import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { VoximplantUser } from '../../../sandbox';
import { at, begins, VoximplantFixture, ids, paired } from './fixture';

const fixture = new VoximplantFixture(60);
const FILTERS: [string, string][] = [
	['userId', 'User'],
	['userName', 'User Name'],
	['userDisplayName', 'User Display Name'],
	['userActive', 'User Active'],
	['skillId', 'Skill'],
	['excludedSkillId', 'Excluded Skill'],
	['acdQueueId', 'ACD Queue'],
	['excludedAcdQueueId', 'Excluded ACD Queue'],
	['acdStatus', 'ACD Status'],
	['createdAfter', 'Created After'],
	['createdBefore', 'Created Before'],
	['modifiedAfter', 'Modified After'],
	['modifiedBefore', 'Modified Before'],
];
const filtered = async (filters: INodeParameters | string, more = {}) =>
	await fixture.getAll({ returnAll: true, filters }, more);

const skill = (index: number) => at(fixture.sandbox.skills, index).skill_id;
const queue = (index: number) => at(fixture.sandbox.queues, index).acd_queue_id;
const hasSkill = (user: VoximplantUser, index: number) =>
	user.skills.some(({ skill_id: id }) => id === skill(index));
const inQueue = (user: VoximplantUser, index: number) =>
	user.acd_queues.some(({ acd_queue_id: id }) => id === queue(index));

type Case = [
	string,
	() => INodeParameters,
	() => Record<string, string>,
	(user: VoximplantUser) => boolean,
];
const sentFilters: Case[] = [
	[
		'userId',
		() => ({ userId: at(fixture.sandbox.people, 7).user_id }),
		() => ({ user_id: String(at(fixture.sandbox.people, 7).user_id) }),
		(user) => user === at(fixture.sandbox.people, 7),
	],
	[
		'userName',
		() => ({ userName: 'anna' }),
		() => ({ user_name: 'anna' }),
		(user) => user.user_name.includes('anna'),
	],
	[
		'userDisplayName',
		() => ({ userDisplayName: ' Ołe&на' }),
		() => ({ user_display_name: 'Ołe&на' }),
		() => false,
	],
	[
		'userDisplayName in Cyrillic',
		() => ({ userDisplayName: 'Олена' }),
		() => ({ user_display_name: 'Олена' }),
		(user) => user.user_display_name.includes('Олена'),
	],
	[
		'userActive',
		() => ({ userActive: false }),
		() => ({ user_active: 'false' }),
		(user) => !user.user_active,
	],
	[
		'skillId',
		() => ({ skillId: skill(1) }),
		() => ({ skill_id: String(skill(1)) }),
		(user) => hasSkill(user, 1),
	],
	[
		'excludedSkillId',
		() => ({ excludedSkillId: `${skill(0)}` }),
		() => ({ excluded_skill_id: String(skill(0)) }),
		(user) => !hasSkill(user, 0),
	],
	[
		'acdQueueId',
		() => ({ acdQueueId: `${queue(2)}` }),
		() => ({ acd_queue_id: String(queue(2)) }),
		(user) => inQueue(user, 2),
	],
	[
		'excludedAcdQueueId',
		() => ({ excludedAcdQueueId: queue(2) }),
		() => ({ excluded_acd_queue_id: String(queue(2)) }),
		(user) => !inQueue(user, 2),
	],
	[
		'acdStatus',
		() => ({ acdStatus: ['READY', 'DND'] }),
		() => ({ acd_status: 'READY;DND' }),
		(user) => ['READY', 'DND'].includes(user.acd_status),
	],
	[
		'all of them together',
		() => ({ userActive: true, skillId: skill(1), excludedAcdQueueId: queue(2) }),
		() => ({
			user_active: 'true',
			skill_id: String(skill(1)),
			excluded_acd_queue_id: String(queue(2)),
		}),
		(user) => user.user_active && hasSkill(user, 1) && !inQueue(user, 2),
	],
];

describe('the filters of Voximplant', () => {
	it.each(sentFilters)('sends %s', async (_name, filters, query, test) => {
		const run = await filtered(filters());
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual(fixture.expectedIds(test));
		const [request, ...others] = fixture.sandbox.log;
		expect(others).toEqual([]);
		const application_id = String(fixture.application.application_id);
		expect(request?.query).toEqual({ application_id, ...query(), count: '100', offset: '0' });
		expect(run.hints).toHaveLength(run.items.length === 0 ? 1 : 0);
	});

	it('finds users by dates itself, at or after and before', async () => {
		const times = ['11:59:59', '12:00:00', '12:00:01'];
		const people = fixture.expected();
		const [one, two, three] = times.map((_, index) => at(people, index).user_id);
		const noon = '2024-05-01T12:00:00Z';
		const long = '2020-01-01 00:00:00';
		for (const field of ['created', 'modified']) {
			for (const user of people) Object.assign(user, { created: long, modified: long });
			for (const [index, time] of times.entries()) {
				Object.assign(at(people, index), { [field]: `2024-05-01 ${time}` });
			}
			const after = await filtered({ [`${field}After`]: noon });
			expect(ids(after)).toEqual([two, three]);
			const both = { [`${field}After`]: '2024-01-01', [`${field}Before`]: noon };
			expect(ids(await filtered(both))).toEqual([one]);
		}
		expect(fixture.calls.every((call) => !/created|modified/.test(call))).toBe(true);
	});

	it.each([
		['2024-05-01T08:00:00', 'America/New_York'],
		['2024-05-01 08:00', 'America/New_York'],
		['2024-05-01T17:30:00', 'Asia/Kolkata'],
		['2024-05-01T14:00:00.000+02:00', 'America/New_York'],
		['2024-05-01T12:00:00.000Z', 'Asia/Kolkata'],
		["={{ DateTime.fromISO('2024-05-01T12:00:00Z') }}", 'America/New_York'],
		["={{ DateTime.fromISO('2024-05-01T08:00:00') }}", 'America/New_York'],
		["={{ new Date('2024-05-01T12:00:00Z') }}", 'America/New_York'],
	])('takes %s in the workflow’s time zone %s', async (date, timezone) => {
		for (const user of fixture.sandbox.people) user.created = '2024-05-01 11:59:59';
		const exact = Object.assign(at(fixture.expected(), 1), { created: '2024-05-01 12:00:00' });
		const run = await filtered({ createdAfter: date }, { timezone });
		expect(run.error).toBeUndefined();
		expect(ids(run)).toEqual([exact.user_id]);
	});

	it('lets nobody pass who has no such date', async () => {
		const user = at(fixture.expected(), 0);
		Object.assign(user, { modified: undefined });
		const after = await filtered({ modifiedAfter: '1990-01-01' });
		const before = await filtered({ modifiedBefore: '2100-01-01' });
		for (const run of [after, before]) {
			expect(ids(run)).toEqual(fixture.expectedIds((other) => other !== user));
		}
	});

	it('counts towards the limit what passes, and combines both kinds', async () => {
		const late = (user: VoximplantUser) => user.created >= '2024-01-01';
		const test = (user: VoximplantUser) => user.user_active && late(user);
		const wanted = fixture.expectedIds(test);
		expect(wanted.length).toBeGreaterThan(12);
		const filters = { userActive: true, createdAfter: '2024-01-01T00:00:00Z' };
		const run = await fixture.getAll({ limit: 12, filters, options: { pageSize: 10 } });
		expect(ids(run)).toEqual(wanted.slice(0, 12));
		expect(fixture.calls.every((call) => call.includes('&user_active=true&'))).toBe(true);
		expect(run.hints).toEqual([]);
		const all = await fixture.getAll({ limit: wanted.length, filters });
		expect(ids(all)).toEqual(wanted);
	});

	it('says so where nobody passes', async () => {
		const run = await filtered({ createdAfter: '2100-01-01' });
		expect(run.items).toEqual([]);
		expect(run.messages).toEqual([
			'No users match the filters (60 read). Check their values, or remove one.',
		]);
	});

	it.each(FILTERS)('refuses an empty %s for its item only', async (name, title) => {
		const filters = { [name]: '={{ $json.value }}' };
		const run = await fixture.getAll(
			{ filters, returnAll: true },
			{ input: [{}, { value: null }, { value: ' ' }], onError: 'continueRegularOutput' },
		);
		const error = begins(`The filter '${title}' is empty.`);
		expect(run.json).toEqual([{ error }, { error }, { error }]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(fixture.calls).toEqual([]);
	});

	it.each([
		[{ userId: 'all' }, "'User' must be an ID made of digits only, not 'all'."],
		[{ skillId: '1;2' }, "'Skill' must be an ID made of digits only, not '1;2'."],
		[{ acdStatus: [] }, "'ACD Status' is empty: choose at least one."],
		[
			{ acdStatus: ['SLEEPING'] },
			"'ACD Status' must be one of OFFLINE, ONLINE, READY, BANNED, IN_SERVICE, AFTER_SERVICE, TIMEOUT, DND, not 'SLEEPING'.",
		],
		[{ userActive: 'yes' }, "'User Active' must be true or false, not 'yes'."],
		[{ createdAfter: 'last week' }, "'Created After' is not a date: 'last week'."],
		[{ createdBefore: '2024-13-01' }, "'Created Before' is not a date: '2024-13-01'."],
	])('refuses %j', async (filters, message) => {
		const run = await filtered(filters);
		expect(run.error).toMatchObject({ message: begins(message), context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual([]);
	});

	it('hands on what Voximplant says of an unknown skill or queue', async () => {
		const skillRun = await filtered({ skillId: 1 });
		expect(errorWords(skillRun.error)).toBe(
			"Voximplant: The 'skill_id' parameter is invalid (code 222). Check 'Skill' or 'Skill to Show'.",
		);
		const queueRun = await filtered({ excludedAcdQueueId: 1 });
		expect(errorWords(queueRun.error)).toMatch(
			/code 218\)\. Check 'ACD Queue' or 'Excluded ACD Queue'\.$/,
		);
		expect(errorWords((await filtered({ excludedSkillId: 1 })).error)).toMatch(/code 224/);
	});
});
