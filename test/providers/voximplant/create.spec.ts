import type { LoggedRequest, VoximplantUser } from '../../../sandbox';
import { answeredAfter, errorWords } from '../../harness';
import { at, begins, VoximplantFixture, by, paired, PASSWORD } from './fixture';

const fixture = new VoximplantFixture(12);
const newest = (): VoximplantUser => at(fixture.sandbox.people, fixture.sandbox.people.length - 1);
const form = () => at(fixture.writes, 0)[1];

describe('Create of Voximplant', () => {
	it('creates a user with what is required, everything in the body', async () => {
		const run = await fixture.create({ userName: ' nathan ', userDisplayName: ' Натан Сміт ' });
		expect(run.error).toBeUndefined();
		expect(run.json).toEqual([
			{
				user_id: newest().user_id,
				user_name: 'nathan',
				user_display_name: 'Натан Сміт',
				created: true,
			},
		]);
		expect(paired(run)).toEqual([{ item: 0 }]);
		expect(fixture.writes).toEqual([
			[
				'AddUser',
				{
					application_id: String(fixture.application.application_id),
					user_name: 'nathan',
					user_display_name: 'Натан Сміт',
					user_password: PASSWORD,
				},
			],
		]);
		const [request] = fixture.sandbox.log;
		expect(request).toMatchObject({ method: 'POST', rawQuery: '', status: 200 });
		expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(fixture.sandbox.people).toHaveLength(13);
	});

	it('sends every additional field', async () => {
		const additionalFields = {
			userActive: false,
			parentAccounting: false,
			userCustomData: '{"crm": "№ 5 & 6"}',
			mobilePhone: '+15551234567',
		};
		const userPassword = ' P&ss wörd=1+! '.replace(/ /g, '_');
		const run = await fixture.create({ additionalFields, userPassword });
		expect(run.error).toBeUndefined();
		expect(form()).toEqual({
			application_id: String(fixture.application.application_id),
			user_name: 'nathan',
			user_display_name: 'Nathan Smith',
			user_password: userPassword,
			user_active: 'false',
			parent_accounting: 'false',
			user_custom_data: '{"crm": "№ 5 & 6"}',
			mobile_phone: '+15551234567',
		});
		expect(newest()).toMatchObject({ user_active: false, user_custom_data: '{"crm": "№ 5 & 6"}' });
	});

	it('leaves out additional fields that were left empty', async () => {
		const additionalFields = { userCustomData: '', mobilePhone: '={{ "" }}' };
		await fixture.create({ additionalFields });
		expect(Object.keys(form())).toEqual([
			'application_id',
			'user_name',
			'user_display_name',
			'user_password',
		]);
	});

	it.each(['support.acme.voximplant.com', 'support'])(
		'names the application %s instead of its ID',
		async (name) => {
			const application = by('name', name);
			const run = await fixture.create({ application, output: 'unified' });
			expect(run.json).toMatchObject([{ userName: 'nathan', displayName: 'Nathan Smith' }]);
			expect(form()).toMatchObject({ application_name: name });
			expect(form()).not.toHaveProperty('application_id');
			expect(fixture.calls).toEqual([
				'AddUser',
				`GetUsers?application_name=${name}&user_id=${newest().user_id}&count=100&offset=0`,
			]);
		},
	);

	it('gives the whole answer raw, with an ID beyond 2^53 as exact digits', async () => {
		const first = await fixture.create({ output: 'raw' });
		expect(first.json).toEqual([{ result: 1, user_id: newest().user_id }]);
		expect(typeof at(first.json, 0).user_id).toBe('number');
		Object.assign(newest(), { user_id: '90071992547409931' });
		const raw = await fixture.create({ output: 'raw', userName: 'nora' });
		expect(raw.json).toEqual([{ result: 1, user_id: '90071992547409932' }]);
		const simplified = await fixture.create({ userName: 'nina' });
		expect(simplified.json).toMatchObject([{ user_id: '90071992547409933', created: true }]);
		const unified = await fixture.create({ userName: 'noah', output: 'unified' });
		expect(unified.json).toMatchObject([{ id: '90071992547409934', userName: 'noah' }]);
	});

	it('reads the user back where a whole one is wanted, after all items had their turn', async () => {
		const input = ['nora', 'nina', 'noah'].map((name) => ({ name }));
		const parameters = { userName: '={{ $json.name }}' };
		const unified = await fixture.create({ ...parameters, output: 'unified' }, { input });
		expect(unified.json.map(({ userName }) => userName)).toEqual(['nora', 'nina', 'noah']);
		expect(paired(unified)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(fixture.calls.map((call) => call.split('?')[0])).toEqual([
			...['AddUser', 'AddUser', 'AddUser'],
			...['GetUsers', 'GetUsers', 'GetUsers'],
		]);
		const scim = await fixture.create({ output: 'scim' });
		expect(scim.json).toMatchObject([
			{ id: String(newest().user_id), userName: 'nathan', active: true },
		]);
		const fields = ['user_id', 'user_custom_data', 'applications'];
		const selected = await fixture.create({ userName: 'nick', output: 'selected', fields });
		expect(selected.json).toEqual([
			{
				user_id: newest().user_id,
				user_custom_data: null,
				applications: [fixture.application],
			},
		]);
	});

	it('says that the user was created where the reading back fails', async () => {
		fixture.sandbox.faults.always({ kind: 'status', status: 503 }, ({ path }) =>
			path.endsWith('GetUsers'),
		);
		const run = await fixture.create({ output: 'unified', options: { retries: 0 } });
		expect(errorWords(run.error)).toMatch(
			/^Voximplant: the user 'nathan' was created, but could not be read back: .*503.* Don't run this again for the same user\./,
		);
		expect(fixture.sandbox.people).toHaveLength(13);
	});

	it.each([
		[{ userName: '={{ $json.name }}' }, "'User Name' is empty."],
		[{ userDisplayName: ' ' }, "'User Display Name' is empty."],
		[{ userPassword: '={{ $json.password }}' }, "'User Password' is empty."],
		[
			{ userPassword: 'Sh0rt!!' },
			"'User Password' is too short: it needs at least 8 characters. Choose one that also has upper and lower case letters, a digit and a special character, and no spaces.",
		],
		[{ userPassword: '={{ 12345678 }}' }, "'User Password' must be text."],
		[
			{ application: by('id', '={{ "all" }}') },
			"'Application' must be an ID made of digits only, not 'all'.",
		],
		[{ output: 'selected', fields: [] }, "'Fields' is empty: choose at least one."],
		[{ output: '={{ "xml" }}' }, /^'Output' must be one of/],
		[{ options: { timeout: 0 } }, "'Timeout' must be at least 1, not 0."],
		[
			{ additionalFields: { userActive: '={{ "no" }}' } },
			"'User Active' must be true or false, not 'no'.",
		],
		[
			{ additionalFields: { userCustomData: '={{ { a: 1 } }}' } },
			"'User Custom Data' must be text, not an object.",
		],
	])('refuses %j and sends nothing', async (parameters, message) => {
		const run = await fixture.create(parameters);
		expect(run.error).toMatchObject({ context: { itemIndex: 0 } });
		if (typeof message === 'string') expect(errorWords(run.error)).toEqual(begins(message));
		else expect(errorWords(run.error)).toMatch(message);
		expect(fixture.calls).toEqual([]);
		expect(fixture.sandbox.people).toHaveLength(12);
	});

	it.each([
		[118, { userName: 'anna-shevchenko-1' }, 'Choose another user name, or set'],
		[122, { userName: 'No Good' }, 'A user name starts with a lower case letter'],
		[464, { userPassword: 'weakpassword' }, "'User Password' needs upper and lower case"],
		[524, { userPassword: 'Str0ng pass!' }, 'Leave out the spaces'],
		[157, { userDisplayName: 'x'.repeat(256) }, "Choose another 'User Display Name'"],
		[212, { additionalFields: { userCustomData: 'x'.repeat(8192) } }, "Shorten 'User Custom"],
		[203, { additionalFields: { mobilePhone: 'none' } }, "Check 'Mobile Phone'"],
		[116, { application: by('id', 1) }, "Check 'Application'"],
		[107, { application: by('name', 'nothing') }, "Check 'Application'"],
	])('hands on Voximplant’s refusal %d with what to do', async (code, parameters, next) => {
		const run = await fixture.create(parameters);
		expect(errorWords(run.error)).toMatch(/^Voximplant: \S.* \(code \d+\)\./);
		expect(errorWords(run.error)).toContain(`code ${code}). ${next}`);
		expect(run.error).toMatchObject({ httpCode: '200', context: { itemIndex: 0 } });
		expect(fixture.calls).toEqual(['AddUser']);
		expect(fixture.sandbox.people).toHaveLength(12);
	});

	it('says what an account at its limit can do', async () => {
		fixture.sandbox.settings.userLimit = 12;
		const run = await fixture.create();
		expect(errorWords(run.error)).toMatch(/code 109\)\. Delete users you no longer need/);
		fixture.sandbox.settings.userLimit = 0;
		fixture.sandbox.settings.forbidden = ['AddUser'];
		const forbidden = await fixture.create();
		expect(errorWords(forbidden.error)).toMatch(/code 104\)\. The service account's role/);
	});

	it('continues with the other items where one is refused', async () => {
		const input = ['nora', 'anna-shevchenko-1', '', 'noah'].map((name) => ({ name }));
		const parameters = { userName: '={{ $json.name }}' };
		const run = await fixture.create(parameters, { input, onError: 'continueRegularOutput' });
		expect(run.json).toEqual([
			expect.objectContaining({ user_name: 'nora', created: true }),
			{ error: expect.stringContaining('code 118') },
			{ error: begins("'User Name' is empty.") },
			expect.objectContaining({ user_name: 'noah', created: true }),
		]);
		expect(paired(run)).toEqual([0, 1, 2, 3].map((item) => ({ item })));
		expect(fixture.writes.map(([, { user_name: name }]) => name)).toEqual([
			'nora',
			'anna-shevchenko-1',
			'noah',
		]);
	});

	it('stops at a failing item and writes nothing after it, also side by side', async () => {
		const names = ['nora', 'anna-shevchenko-1', 'nina', 'noah', 'nick', 'niko'];
		const input = names.map((name) => ({ name }));
		const parameters = { userName: '={{ $json.name }}' };
		const run = await fixture.create(parameters, { input });
		expect(run.error).toMatchObject({ httpCode: '200', context: { itemIndex: 1 } });
		expect(fixture.writes).toHaveLength(2);
		fixture.sandbox.reset();
		const failing = ({ bodyText }: LoggedRequest) => bodyText.includes('anna');
		fixture.sandbox.faults.always(answeredAfter(fixture.sandbox, failing), ({ bodyText }) =>
			/nina|nora/.test(bodyText),
		);
		const options = { concurrency: 3 };
		const wide = await fixture.create({ ...parameters, options }, { input });
		expect(wide.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(fixture.writes.map(([, { user_name: name }]) => name).sort()).toEqual([
			'anna-shevchenko-1',
			'nina',
			'nora',
		]);
	});

	it('keeps results in the order of the input, side by side', async () => {
		const names = Array.from({ length: 10 }, (_, index) => `nathan-${index}`);
		fixture.sandbox.faults.always({ kind: 'delay', ms: 60 }, ({ bodyText }) =>
			/nathan-[046]&/.test(bodyText),
		);
		const run = await fixture.create(
			{ userName: '={{ $json.name }}', options: { concurrency: 4 } },
			{ input: names.map((name) => ({ name })) },
		);
		expect(run.json.map(({ user_name: name }) => name)).toEqual(names);
		expect(paired(run)).toEqual(names.map((_, item) => ({ item })));
	});
});
