import { errorWords } from '../../harness';
import type { VoximplantUser } from '../../../sandbox';
import { at, VoximplantFixture } from './fixture';

const fixture = new VoximplantFixture(40);
const HUGE = '90071992547409931';
const SIMPLIFIED = [
	'user_id',
	'user_name',
	'user_display_name',
	'user_active',
	'acd_status',
	'balance',
	'parent_accounting',
	'frozen',
	'created',
	'modified',
];
const change = (user: VoximplantUser | undefined, fields: object) =>
	void Object.assign(user ?? {}, fields);
const strip = (user: VoximplantUser | undefined, ...fields: string[]) => {
	for (const field of fields) Reflect.deleteProperty(user ?? {}, field);
};
const all = async (parameters: Parameters<VoximplantFixture['getAll']>[0]) =>
	await fixture.getAll({ returnAll: true, ...parameters });

describe('the users of Voximplant', () => {
	it('come raw as they are, an id beyond 2^53 as its exact digits', async () => {
		const [first, second] = fixture.expected();
		change(first, {
			user_id: HUGE,
			user_display_name: '  kept as it is 9007199254740993 ',
		});
		change(second, { fixed_balance: -1e-7, extra: { deep: [null] } });
		const run = await all({ output: 'raw' });
		expect(run.json).toEqual(fixture.expected().map((user) => fixture.raw(user)));
		expect(at(run.json, 0)).toMatchObject({
			user_id: HUGE,
			user_display_name: '  kept as it is 9007199254740993 ',
		});
		expect(at(run.json, 1)).toMatchObject({ extra: { deep: [null] }, fixed_balance: -1e-7 });
		expect(run.json.slice(1).every(({ user_id: id }) => typeof id === 'number')).toBe(true);
		expect(run.json.some((user) => 'skills' in user || 'acd_queues' in user)).toBe(false);
	});

	it('come simplified with always the same keys, null where nothing is known', async () => {
		const user = at(fixture.expected(), 0);
		const { user_id, user_name } = user;
		for (const key of Object.keys(user)) {
			if (!['user_id', 'user_name', 'applications'].includes(key))
				Reflect.deleteProperty(user, key);
		}
		change(user, { acd_status: null });
		const run = await all({ output: 'simplified' });
		const nothing = Object.fromEntries(SIMPLIFIED.map((name) => [name, null]));
		expect(at(run.json, 0)).toEqual({ ...nothing, user_id, user_name });
		for (const [index, json] of run.json.entries()) {
			expect(Object.keys(json)).toEqual(SIMPLIFIED);
			if (index === 0) continue;
			expect(json).toEqual(
				Object.fromEntries(
					Object.entries(at(fixture.expected(), index)).filter(([name]) =>
						SIMPLIFIED.includes(name),
					),
				),
			);
		}
	});

	it('come with the chosen fields, null where one is absent', async () => {
		const fields = ['applications', 'user_name', 'skills', 'no_such_field', 'user_custom_data'];
		const run = await all({ output: 'selected', fields });
		expect(run.json).toEqual(
			fixture.expected().map(({ applications, user_name, user_custom_data = null }) => ({
				applications,
				user_name,
				skills: null,
				no_such_field: null,
				user_custom_data,
			})),
		);
		expect(run.json.some((user) => user.user_custom_data === null)).toBe(true);
		expect(Object.keys(at(run.json, 0))).toEqual(fields);
	});

	it.each([[[]], ['={{ [] }}'], ['']])('want a field to be chosen: %j is none', async (fields) => {
		const run = await all({ output: 'selected', fields });
		expect(run.error).toMatchObject({
			message: "'Fields' is empty: choose at least one.",
			context: { itemIndex: 0 },
		});
		expect(fixture.calls).toEqual([]);
	});

	it('refuse an output that there is not', async () => {
		const run = await all({ output: '={{ "xml" }}' });
		expect(errorWords(run.error)).toBe(
			"'Output' must be one of simplified, raw, selected, unified, scim, not 'xml'.",
		);
		expect(fixture.calls).toEqual([]);
	});

	it('come unified, exactly as the contract says', async () => {
		const [plain, frozen, off, bare] = [0, 1, 2, 3].map((index) => at(fixture.expected(), index));
		const times = { created: '2024-02-03 04:05:06', modified: '2025-12-31 23:59:59' };
		const named = { user_display_name: ' Олена Шевченко ', user_name: 'olena@not-an-email' };
		change(plain, { ...named, ...times, user_active: true, frozen: false });
		change(frozen, { user_active: true, frozen: true, user_display_name: '   ' });
		change(off, { user_active: false, frozen: false });
		strip(bare, 'user_active', 'frozen', 'created', 'user_display_name');
		const run = await all({ output: 'unified' });
		const nothing = {
			givenName: null,
			familyName: null,
			email: null,
			phone: null,
			title: null,
			department: null,
			team: null,
			role: null,
			photoUrl: null,
		};
		const found = (user?: VoximplantUser) =>
			run.json.find((json) => json.id === String(user?.user_id));
		expect(found(plain)).toEqual({
			...nothing,
			provider: 'voximplant',
			id: String(plain?.user_id),
			userName: 'olena@not-an-email',
			displayName: 'Олена Шевченко',
			active: true,
			createdAt: '2024-02-03T04:05:06.000Z',
			updatedAt: '2025-12-31T23:59:59.000Z',
		});
		expect(found(frozen)).toMatchObject({ active: false, displayName: null });
		expect(found(off)).toMatchObject({ active: false });
		expect(found(bare)).toMatchObject({
			active: null,
			displayName: null,
			createdAt: null,
		});
		expect(new Set(run.json.map((json) => Object.keys(json).join()))).toEqual(
			new Set([
				'provider,id,userName,displayName,givenName,familyName,email,phone,title,department,team,role,active,photoUrl,createdAt,updatedAt',
			]),
		);
	});

	it('come as SCIM users, exactly as the contract says', async () => {
		const user = at(fixture.expected(), 0);
		const bare = at(fixture.expected(), 1);
		const times = { created: '2024-02-03 04:05:06', modified: '2025-12-31 23:59:59' };
		change(user, {
			...times,
			user_id: HUGE,
			user_display_name: 'Олена',
			frozen: false,
		});
		strip(bare, 'user_active', 'created', 'modified', 'user_display_name');
		const run = await all({ output: 'scim' });
		expect(at(run.json, 0)).toEqual({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			id: HUGE,
			externalId: `voximplant:${HUGE}`,
			userName: user.user_name,
			name: { formatted: 'Олена' },
			displayName: 'Олена',
			active: true,
			meta: {
				resourceType: 'User',
				created: '2024-02-03T04:05:06.000Z',
				lastModified: '2025-12-31T23:59:59.000Z',
			},
		});
		expect(at(run.json, 1)).toEqual({
			schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
			id: String(bare.user_id),
			externalId: `voximplant:${bare.user_id}`,
			userName: bare.user_name,
			meta: { resourceType: 'User' },
		});
	});
});

describe('the options of Get Many', () => {
	const query = () => at(fixture.sandbox.log, 0).query;

	it('add skills and queues', async () => {
		const options = { withSkills: true, withQueues: true };
		const run = await all({ output: 'raw', options });
		expect(query()).toMatchObject({ with_skills: 'true', with_queues: 'true' });
		expect(run.json).toEqual(JSON.parse(JSON.stringify(fixture.expected())));
		expect(run.json.some(({ skills }) => Array.isArray(skills) && skills.length > 0)).toBe(true);
	});

	it('add them to simplified, too', async () => {
		const plain = await all({});
		const run = await all({ options: { withSkills: true, withQueues: true } });
		const expected = fixture.expected().map(({ skills, acd_queues }, index) => ({
			...plain.json[index],
			acd_queues,
			skills,
		}));
		expect(run.json).toEqual(JSON.parse(JSON.stringify(expected)));
		const skillsAlone = await all({ options: { withSkills: true } });
		expect(at(skillsAlone.json, 0)).toHaveProperty('skills');
		expect(at(skillsAlone.json, 0)).not.toHaveProperty('acd_queues');
	});

	it('show one skill alone', async () => {
		const { skill_id: id } = at(fixture.sandbox.skills, 2);
		const options = { withSkills: true, showingSkillId: `${id}` };
		const run = await all({ output: 'selected', fields: ['skills'], options });
		expect(query()).toMatchObject({ showing_skill_id: String(id) });
		expect(run.json).toEqual(
			fixture.expected().map(({ skills }) => ({
				skills: skills.filter(({ skill_id: skill }) => skill === id),
			})),
		);
	});

	it('give the committed balance instead of the live one', async () => {
		const committed = await all({ options: { returnLiveBalance: false } });
		expect(query()).toMatchObject({ return_live_balance: 'false' });
		const balances = fixture.expected().map(({ fixed_balance: balance }) => balance);
		expect(committed.json.map(({ balance }) => balance)).toEqual(balances);
		const live = await all({});
		expect(live.json).not.toEqual(committed.json);
	});

	it.each([
		['user_id', (left: string, right: string) => Number(left) - Number(right)],
		['user_display_name', (left: string, right: string) => (left < right ? -1 : 1)],
		['user_name', (left: string, right: string) => (left < right ? -1 : 1)],
	] as const)('order by %s', async (orderBy, compare) => {
		const run = await all({ options: { orderBy, pageSize: 7 } });
		expect(query()).toMatchObject({ order_by: orderBy });
		const values = fixture.sandbox.people
			.map((user) => String(user[orderBy]))
			.sort(compare)
			.map((value) => (orderBy === 'user_id' ? value : JSON.stringify(value)));
		expect(run.json.map((json) => JSON.stringify(json[orderBy]))).toEqual(values);
	});

	it('send only what was asked for', async () => {
		await all({});
		expect(Object.keys(query())).toEqual(['application_id', 'count', 'offset']);
	});

	it.each([
		[{ orderBy: '={{ "balance" }}' }, /'Order By' must be one of user_id, /],
		[{ showingSkillId: '' }, /'Skill to Show' is empty/],
		[{ withSkills: '={{ 2 }}' }, /'With Skills' must be true or false/],
	])('refuse %j', async (options, message) => {
		expect(errorWords((await all({ options })).error)).toMatch(message);
		expect(fixture.calls).toEqual([]);
	});
});
