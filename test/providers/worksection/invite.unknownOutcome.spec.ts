import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault, LostAnswer } from '../../../sandbox';
import { LOST_ANSWERS, loseAnswer } from '../lostAnswers';
import { patience } from '../patience';
import { type More, WorksectionFixture } from './fixture';

const account = new WorksectionFixture(3);
const email = 'Nathan@example.net';
const who = `the user with the e-mail '${email}'`;
const HINT = `Worksection did not confirm that ${who} was invited, but a look-up found the user.`;

const invite = async (given: INodeParameters = {}, more: More = {}) =>
	await account.run('invite', { email, ...given }, more);
const isWrite = ({ query }: { query: Readonly<Record<string, string>> }) =>
	query.action === 'add_user';
const isRead = (request: { query: Readonly<Record<string, string>> }) => !isWrite(request);
const lose = (applyThen: Fault | LostAnswer) => loseAnswer(account.sandbox, applyThen, isWrite);

describe('an invitation whose answer is lost', () => {
	it.each<Fault | LostAnswer>([...LOST_ANSWERS, { kind: 'body', body: { status: 'ok' } }])(
		'is looked up, not repeated: %j',
		async (lost) => {
			lose(lost);
			const run = await invite({ options: patience(lost) });
			expect(run.error).toBeUndefined();
			expect(run.json).toEqual([
				{
					id: '4000020',
					name: 'Nathan',
					email,
					role: 'user',
					title: '',
					group: 'Development',
					department: '',
					phone: null,
					avatar: expect.stringContaining('https://'),
					date_added: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/),
					invited: null,
					confirmed: 'lookup',
				},
			]);
			expect(run.messages).toEqual([HINT]);
			expect(account.actions).toEqual(['add_user', 'get_users']);
			expect(account.sandbox.people).toHaveLength(4);
		},
	);

	it('is looked up with the header, too', async () => {
		lose('reset');
		const worksectionApi = { ...account.sandbox.credentials, signature: 'hmac' };
		const run = await invite({}, { credentials: { worksectionApi } });
		expect(run.json).toMatchObject([{ email, invited: null, confirmed: 'lookup' }]);
	});

	it.each([
		['raw', { id: '4000020', email }],
		['unified', { id: '4000020', email: email.toLowerCase() }],
		['scim', { id: '4000020', externalId: 'worksection:4000020' }],
		['selected', { email }],
	])('comes as %s', async (output, expected) => {
		lose('500');
		const run = await invite({ output, fields: ['email'] });
		expect(run.json).toMatchObject([expected]);
		expect(run.json[0]).not.toHaveProperty('confirmed');
		expect(run.messages).toEqual([HINT]);
	});

	it('is not looked up in what was read before it', async () => {
		lose('500');
		lose('500');
		const run = await invite(
			{ email: '={{ $json.email }}' },
			{ input: [{ email: 'a@example.net' }, { email: 'b@example.net' }] },
		);
		expect(run.json).toMatchObject([{ id: '4000020' }, { id: '4000024' }]);
		expect(account.actions).toEqual(['add_user', 'get_users', 'add_user', 'get_users']);
	});
});

describe('an invitation that was not carried out', () => {
	it.each<Fault>([
		{ kind: 'reset' },
		{ kind: 'hang' },
		{ kind: 'status', status: 500 },
		{ kind: 'html200' },
		{ kind: 'empty200' },
	])('is an error that says it is safe to run again: %j', async (fault) => {
		account.sandbox.faults.next(fault, isWrite);
		const run = await invite({ options: patience(fault) });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(/^Worksection: .+\. A look-up afterwards did not find/);
		expect(errorWords(run.error)).toContain(
			`did not find ${who}: nothing was invited, and it is safe to run this again.`,
		);
		expect(account.actions).toEqual(['add_user', 'get_users']);
		expect(account.sandbox.people).toHaveLength(3);
	});
});

describe('an invitation that cannot even be looked up', () => {
	it.each<Fault>([
		{ kind: 'status', status: 403 },
		{ kind: 'status', status: 500 },
		{ kind: 'body', body: { status: 'error', status_code: 2, message: 'Action hash is missed' } },
		{ kind: 'body', body: { status: 'ok', data: 'nobody' } },
	])('is an error that says what to check: %j', async (fault) => {
		lose('reset');
		account.sandbox.faults.always(fault, isRead);
		const run = await invite({ options: { retries: 1, maxWait: 0.01 } });
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toContain(
			`Whether ${who} was invited is unknown, and the look-up afterwards failed too (`,
		);
		expect(errorWords(run.error)).toMatch(/: check in Worksection before you run this again\.$/);
		expect(account.actions.filter((action) => action === 'add_user')).toHaveLength(1);
		expect(account.actions).toContain('get_users');
	});
});
