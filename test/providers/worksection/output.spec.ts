import { member, WorksectionFixture } from './fixture';

const account = new WorksectionFixture();
const { getAll } = account;

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** Everything is known of the first, nothing but the id of the second. */
const full = member({
	id: '3993',
	first_name: ' Zoë ',
	last_name: 'García',
	name: 'Zoë García',
	title: 'developer',
	url: 'https://example.com/zoe',
	services: { chats: { WhatsApp: '+380671' }, socials: { LinkedIn: 'zoe' } },
	contacts: 'Signal: zoe',
	date_added: '2026-03-01 09:30',
	rate: 12.5,
	group: 'Singing bird',
	department: 'QA',
	role: 'Account admin',
	email: 'Zoe.Garcia@Example.com',
	phone: '+380 50 1',
	phone2: '+380 44 2',
	phone3: '+380 67 3',
	phone4: '+380 32 4',
	address: 'Хрещатик 1',
	address2: 'Unit 2',
});
const bare = { id: '3996', name: '', email: '  ', phone: '', role: '', date_added: null };

beforeEach(() => {
	account.sandbox.people.splice(0, Infinity, full, bare as never);
	account.sandbox.settings.roleCase = 'capitalised';
});

describe('the output', () => {
	it("raw is the provider's object, untouched", async () => {
		expect((await getAll({ output: 'raw' })).json).toEqual([full, bare]);
	});

	it('simplified has always the same ten keys, in order', async () => {
		const { json } = await getAll({ output: 'simplified' });
		expect(json).toEqual([
			{
				id: '3993',
				name: 'Zoë García',
				email: 'Zoe.Garcia@Example.com',
				role: 'Account admin',
				title: 'developer',
				group: 'Singing bird',
				department: 'QA',
				phone: '+380 50 1',
				avatar: 'https://acme.worksection.com/images/user/0m.gif',
				date_added: '2026-03-01 09:30',
			},
			{
				id: '3996',
				name: '',
				email: '  ',
				role: '',
				title: null,
				group: null,
				department: null,
				phone: '',
				avatar: null,
				date_added: null,
			},
		]);
		expect(Object.keys(json[1] ?? {})).toEqual(Object.keys(json[0] ?? {}));
	});

	it('selected has the chosen raw fields, null where absent', async () => {
		const { json } = await getAll({ output: 'selected', fields: ['services', 'rate', 'phone4'] });
		expect(json).toEqual([
			{ services: full.services, rate: 12.5, phone4: '+380 32 4' },
			{ services: null, rate: null, phone4: null },
		]);
	});

	it('unified has every key, trimmed, with null where nothing is known', async () => {
		expect((await getAll({ output: 'unified' })).json).toEqual([
			{
				provider: 'worksection',
				id: '3993',
				userName: 'zoe.garcia@example.com',
				displayName: 'Zoë García',
				givenName: 'Zoë',
				familyName: 'García',
				email: 'zoe.garcia@example.com',
				phone: '+380 50 1',
				title: 'developer',
				department: 'QA',
				team: 'Singing bird',
				role: 'account admin',
				active: null,
				photoUrl: 'https://acme.worksection.com/images/user/0m.gif',
				createdAt: '2026-03-01T09:30:00',
				updatedAt: null,
			},
			{
				provider: 'worksection',
				id: '3996',
				userName: null,
				displayName: null,
				givenName: null,
				familyName: null,
				email: null,
				phone: null,
				title: null,
				department: null,
				team: null,
				role: null,
				active: null,
				photoUrl: null,
				createdAt: null,
				updatedAt: null,
			},
		]);
	});

	it("leaves a time without a zone as it is, whatever the workflow's zone", async () => {
		const { json } = await getAll({ output: 'unified' }, { timezone: 'America/New_York' });
		expect(json[0]?.createdAt).toBe('2026-03-01T09:30:00');
	});

	it('scim leaves out what is not known, a time of unknown zone included', async () => {
		expect((await getAll({ output: 'scim' })).json).toEqual([
			{
				schemas: [CORE, ENTERPRISE],
				id: '3993',
				externalId: 'worksection:3993',
				userName: 'zoe.garcia@example.com',
				name: { formatted: 'Zoë García', familyName: 'García', givenName: 'Zoë' },
				displayName: 'Zoë García',
				title: 'developer',
				emails: [{ value: 'zoe.garcia@example.com', type: 'work', primary: true }],
				phoneNumbers: [
					{ value: '+380 50 1', type: 'other', primary: true },
					{ value: '+380 44 2', type: 'work' },
					{ value: '+380 67 3', type: 'mobile' },
					{ value: '+380 32 4', type: 'home' },
				],
				photos: [{ value: 'https://acme.worksection.com/images/user/0m.gif', type: 'photo' }],
				roles: [{ value: 'account admin', primary: true }],
				[ENTERPRISE]: { department: 'QA', division: 'Singing bird' },
				meta: { resourceType: 'User' },
			},
			{
				schemas: [CORE],
				id: '3996',
				externalId: 'worksection:3996',
				userName: '3996',
				meta: { resourceType: 'User' },
			},
		]);
	});

	const numbers = { phone: '1', phone2: '2', phone3: '3', phone4: '4' };
	const types = { phone: 'other', phone2: 'work', phone3: 'mobile', phone4: 'home' } as const;
	type Name = keyof typeof numbers;

	it.each<[Name[], Name]>([
		[['phone', 'phone2', 'phone3', 'phone4'], 'phone'],
		[['phone2', 'phone3', 'phone4'], 'phone3'],
		[['phone2', 'phone4'], 'phone2'],
		[['phone4'], 'phone4'],
	])('of phones %j takes %s first', async (present, first) => {
		account.populate(Object.fromEntries(present.map((name) => [name, numbers[name]])));
		const unified = await getAll({ output: 'unified' });
		expect(unified.json[0]?.phone).toBe(numbers[first]);
		const scim = await getAll({ output: 'scim' });
		expect(scim.json[0]?.phoneNumbers).toEqual(
			present.map((name) => ({
				value: numbers[name],
				type: types[name],
				...(name === first ? { primary: true } : {}),
			})),
		);
	});

	it('has but one primary phone where two are the same', async () => {
		account.populate({ phone2: '+1', phone3: '+1' });
		const { json } = await getAll({ output: 'scim' });
		const phones = json[0]?.phoneNumbers as Array<{ primary?: boolean }>;
		expect(phones.map(({ primary }) => primary)).toEqual([true, undefined]);
	});

	it.each([
		[{ department: '', group: 'Team' }, { division: 'Team' }],
		[{ department: 'QA', group: '' }, { department: 'QA' }],
		[{ department: '', group: ' ' }, undefined],
	])('uses the enterprise schema only where it has something to say: %j', async (given, part) => {
		account.populate(given);
		const { json } = await getAll({ output: 'scim' });
		expect(json[0]?.[ENTERPRISE]).toEqual(part);
		expect(json[0]?.schemas).toEqual(part ? [CORE, ENTERPRISE] : [CORE]);
	});

	it.each(['raw', 'simplified', 'unified', 'scim'])('%s is what get gives, too', async (output) => {
		const one = { user: { __rl: true, mode: 'id', value: '3993' }, output };
		const { json } = await account.run('get', one);
		expect(json).toEqual((await getAll({ output })).json.slice(0, 1));
		expect(json).toHaveLength(1);
	});
});
