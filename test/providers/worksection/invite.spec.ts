import { errorWords } from '../../harness';
import { createHash } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { begins } from '../begins';
import { at, by, type More, paired, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(3);
const email = "Nathan+O'Brien@example.com";

const invite = async (given: INodeParameters = {}, more: More = {}) =>
	await account.run('invite', { email, ...given }, more);
const signedBy = (signature: string): More => ({
	credentials: { worksectionApi: { ...account.sandbox.credentials, signature } },
});
const newest = () => account.sandbox.people.at(-1);

/** Whatever a URL, a form or a hash could trip over. */
const hard = {
	firstName: 'Мар’яна & Søren',
	lastName: 'a+b=c&d?e#f/g%20h "i" \'j\' (k)*!~',
	title: '日本 😀 100%',
	team: 'Продажі; <R&D>',
	department: '\\back|slash{}[]^`',
	role: 'guest',
};
const wanted = {
	email,
	first_name: hard.firstName,
	last_name: hard.lastName,
	title: hard.title,
	group: hard.team,
	department: hard.department,
	role: 'guest',
};

describe('invite', () => {
	it.each(['md5', 'hmac'])('sends all that was entered, whatever it holds: %s', async (how) => {
		const run = await invite({ additionalFields: hard }, signedBy(how));
		expect(run.error).toBeUndefined();
		expect(account.asked).toEqual([{ action: 'add_user', ...wanted }]);
		expect(account.sandbox.warnings).toEqual([]);
		expect(newest()).toMatchObject(wanted);
		expect(run.items).toEqual([
			{
				json: {
					id: newest()?.id,
					name: `${hard.firstName} ${hard.lastName}`,
					email,
					role: 'guest',
					title: hard.title,
					group: hard.team,
					department: hard.department,
					phone: null,
					avatar: newest()?.avatar,
					date_added: newest()?.date_added,
					invited: true,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(run.hints).toEqual([]);
	});

	it('hashes exactly the bytes that it sends', async () => {
		await invite({ additionalFields: hard });
		const [{ method, rawQuery = '', bodyText } = { method: '', bodyText: '' }] =
			account.sandbox.log;
		const [, signed = '', hash] = /^(.*)&hash=([0-9a-f]{32})$/.exec(rawQuery) ?? [];
		const key = String(account.sandbox.credentials.apiKey);
		expect(hash).toBe(createHash('md5').update(signed, 'latin1').update(key).digest('hex'));
		expect(signed).toMatch(/^[\w.~%=&()*!-]+$/);
		expect({ method, bodyText }).toEqual({ method: 'POST', bodyText: '' });
	});

	it('keeps everything but the action out of the address with the header', async () => {
		await invite({ additionalFields: hard }, signedBy('hmac'));
		expect(account.sandbox.log).toMatchObject([{ method: 'POST', rawQuery: 'action=add_user' }]);
		expect(account.sandbox.log[0]?.headers.authorization).toMatch(/^Admin \d{10}_[0-9a-f]{64}$/);
	});

	it('sends nothing for what was left blank', async () => {
		await invite({ additionalFields: { firstName: '', title: '={{ "" }}', role: '' } });
		expect(account.asked).toEqual([{ action: 'add_user', email }]);
	});

	it('trims', async () => {
		await invite({ email: ` ${email}\n`, additionalFields: { lastName: ' Smith ' } });
		expect(account.asked).toEqual([{ action: 'add_user', email, last_name: 'Smith' }]);
	});

	it.each(['user', 'guest', 'reader'])('may give the role %s', async (role) => {
		const run = await invite({ additionalFields: { role } });
		expect(run.json).toMatchObject([{ role, invited: true }]);
	});

	it.each<[string, INodeParameters, string]>([
		['an empty e-mail', { email: '={{ $json.missing }}' }, "'Email' is empty."],
		[
			'half an e-mail',
			{ email: '@example.com' },
			"'Email' is not an e-mail address: '@example.com'.",
		],
		[
			'two e-mails',
			{ email: 'a@b.co d@e.co' },
			"'Email' is not an e-mail address: 'a@b.co d@e.co'.",
		],
		[
			'a role that cannot be given',
			{ additionalFields: { role: '={{ "owner" }}' } },
			"'Role' must be one of user, guest, reader, not 'owner'.",
		],
		[
			'a name that is a list',
			{ additionalFields: { firstName: '={{ [1] }}' } },
			"'First Name' must be text, not a list.",
		],
		[
			'no field to select',
			{ output: 'selected', fields: [] },
			"'Fields' is empty: choose at least one.",
		],
	])('with %s is an error, and nothing is sent', async (_what, given, message) => {
		const run = await invite(given);
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeOperationError', message: begins(message) });
		expect(account.asked).toEqual([]);
	});

	it.each([
		{ title: '={{ $json.missing }}' },
		{ team: '  ' },
		{ firstName: '\u00a0' },
		{ role: '={{ null }}' },
		{ role: '' },
	])('sends nothing of an empty cell: %j', async (additionalFields) => {
		const run = await invite({ additionalFields });
		expect(run.error).toBeUndefined();
		const [name = ''] = Object.keys(additionalFields);
		expect(Object.keys(account.asked[0] ?? {})).toEqual(['action', 'email']);
		expect(JSON.stringify(account.asked)).not.toContain(name);
	});

	it('without an e-mail is stopped by n8n', async () => {
		const run = await invite({ email: '' });
		expect(run.run.status).toBe('error');
		expect(account.asked).toEqual([]);
	});

	it("passes on the provider's refusal of an address", async () => {
		const run = await invite({ email: 'nathan@localhost' });
		expect(run.error).toMatchObject({ name: 'NodeApiError', httpCode: '200' });
		expect(errorWords(run.error)).toBe(
			'Worksection: Invalid email: nathan@localhost (code 11). Correct the value that the message names.',
		);
		expect(account.actions).toEqual(['add_user']);
	});

	it('of an existing user is an error, for that item only', async () => {
		const there = account.sandbox.people[1]?.email ?? '';
		const run = await invite(
			{ email: '={{ $json.email }}' },
			{
				input: [{ email: 'a@example.net' }, { email: there }, { email: 'b@example.net' }],
				onError: 'continueRegularOutput',
			},
		);
		expect(run.json).toMatchObject([
			{ email: 'a@example.net', invited: true },
			{
				error: `Worksection: User already exists: ${there} (code 11). Choose another e-mail address, or set 'If User Exists' under Options to 'Return Existing User'.`,
			},
			{ email: 'b@example.net', invited: true },
		]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(account.actions).toEqual(['add_user', 'add_user', 'add_user']);
	});

	it("raw is the provider's answer as it is", async () => {
		const run = await invite({ output: 'raw' });
		expect(run.json).toEqual([{ status: 'ok', data: newest() }]);
	});

	it.each([
		['unified', { id: '4000020', email: email.toLowerCase(), role: 'user' }],
		['scim', { id: '4000020', externalId: 'worksection:4000020' }],
		['selected', { email, rate: null }],
	])('gives the user as %s, in one request', async (output, expected) => {
		const run = await invite({ output, fields: ['email', 'rate'] });
		expect(run.json).toMatchObject([expected]);
		expect(run.json[0]).not.toHaveProperty('invited');
		expect(account.actions).toEqual(['add_user']);
	});

	it('works side by side, in the order of the input', async () => {
		const isFirst = ({ query }: { query: Record<string, string> }) => query.email?.[0] === 'a';
		account.sandbox.faults.next({ kind: 'delay', ms: 150 }, isFirst);
		const run = await invite(
			{ email: '={{ $json.who }}@example.net', options: { concurrency: 4 } },
			{ input: ['a', 'b', 'c', 'd', 'e', 'f'].map((who) => ({ who })) },
		);
		expect(run.json.map((json) => String(json.email)[0])).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
		expect(account.asked).toHaveLength(6);
	});

	it('begins no later item after a failure that stops the node', async () => {
		const run = await invite(
			{ email: '={{ $json.email }}' },
			{ input: [{ email: 'a@example.net' }, { email: 'no' }, { email: 'c@example.net' }] },
		);
		expect(run.error).toMatchObject({ context: { itemIndex: 1 } });
		expect(account.asked).toEqual([{ action: 'add_user', email: 'a@example.net' }]);
	});
});

describe('the team of a new member', () => {
	const NEW = (team: string) =>
		`Worksection had no team '${team}' and may have created it for the new member: check the spelling of 'Team'.`;
	const hintsOf = async (team: unknown, more: More = {}) => {
		const run = await invite({ additionalFields: { team } as INodeParameters }, more);
		expect(run.error).toBeUndefined();
		return run.messages;
	};

	it('that none has yet is told, once', async () => {
		const input = [{}, {}].map((_, index) => ({ email: `new${index}@example.com` }));
		const all = { additionalFields: { team: by('name', 'No such team') } };
		const run = await invite({ email: '={{ $json.email }}', ...all }, { input });
		expect(run.messages).toEqual([NEW('No such team')]);
		const actions = account.asked.map(({ action }) => action);
		expect(actions).toEqual(['get_user_groups', 'add_user', 'add_user']);
		expect(newest()).toMatchObject({ group: 'No such team' });
		account.sandbox.log.length = 0;
		expect(await hintsOf('Another one')).toEqual([]);
		expect(account.asked.map(({ action }) => action)).toEqual(['add_user']);
	});

	it('that is there is not looked for where it was chosen from the list', async () => {
		const { title } = at(account.sandbox.teams, 0);
		expect(await hintsOf(by('name', title))).toEqual([]);
		account.sandbox.log.length = 0;
		account.sandbox.people.pop();
		expect(await hintsOf(by('list', title))).toEqual([]);
		expect(account.asked.map(({ action }) => action)).toEqual(['add_user']);
		expect(newest()).toMatchObject({ group: title });
	});

	it('is no reason not to invite where the teams cannot be read', async () => {
		account.sandbox.faults.next({ kind: 'status', status: 403 });
		expect(await hintsOf(by('name', 'No such team'))).toEqual([]);
		expect(newest()).toMatchObject({ group: 'No such team' });
	});

	it('may be left blank, and is named by no ID', async () => {
		expect(await hintsOf(by('name', ''))).toEqual([]);
		const run = await invite({ additionalFields: { team: by('id', '2977') } });
		expect(errorWords(run.error)).toContain("'Team' can't be chosen by 'id'");
	});
});
