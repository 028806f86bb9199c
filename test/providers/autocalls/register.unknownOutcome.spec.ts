import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault, LostAnswer } from '../../../sandbox';
import { everythingSaved } from '../noSecrets';
import { LOST_ANSWERS, loseAnswer } from '../lostAnswers';
import { patience } from '../patience';
import { type More, TOKEN, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const REGISTER = 'POST /white-label/register';
const LIST = 'GET /white-label/users';

const register = async (given: INodeParameters = {}, more: More = {}) =>
	await platform.run(
		'register',
		{ name: 'Nathan', email: 'Nathan@example.net', password: 'correct horse', ...given },
		more,
	);
const isWrite = ({ method }: { method: string }) => method === 'POST';
const isRead = ({ method }: { method: string }) => method === 'GET';
const lose = (applyThen: Fault | LostAnswer) => loseAnswer(platform.sandbox, applyThen, isWrite);
const HINT =
	"Autocalls did not confirm that the user with the e-mail 'Nathan@example.net' was registered, but a look-up found the user. The API token was lost with the answer.";

describe('a registration whose answer is lost', () => {
	it.each<Fault | LostAnswer>([
		...LOST_ANSWERS,
		{ kind: 'body', status: 201, body: { message: 'Registration successful.' } },
		{ kind: 'body', body: { error: 'It broke.' } },
	])('is looked up, not repeated: %j', async (lost) => {
		lose(lost);
		const run = await register({ options: patience(lost) });
		expect(run.error).toBeUndefined();
		expect(run.items).toEqual([
			{
				json: {
					id: 1026,
					name: 'Nathan',
					email: 'Nathan@example.net',
					created: null,
					confirmed: 'lookup',
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(run.messages).toEqual([HINT]);
		expect(platform.asked).toEqual([REGISTER, LIST]);
		expect(platform.sandbox.people).toHaveLength(26);
	});

	it.each([
		['raw', { id: 1026, minutes_balance: 0 }],
		['unified', { id: '1026', email: 'nathan@example.net' }],
		['scim', { id: '1026', externalId: 'autocalls:1026' }],
		['selected', { credits_balance: 0 }],
	])('comes as %s, without a token', async (output, expected) => {
		lose('502');
		const run = await register({ output, fields: ['credits_balance'] });
		expect(run.json).toMatchObject([expected]);
		expect(run.json[0]).not.toHaveProperty('confirmed');
		expect(everythingSaved(run)).not.toMatch(TOKEN);
		expect(run.messages).toEqual([HINT]);
	});

	it('is not looked up in what was read before it', async () => {
		// The first item's look-up reads the list; the second's must read it again.
		lose('500');
		lose('500');
		const run = await register(
			{ email: '={{ $json.email }}' },
			{ input: [{ email: 'a@example.net' }, { email: 'b@example.net' }] },
		);
		expect(run.json).toMatchObject([
			{ id: 1026, created: null },
			{ id: 1027, created: null },
		]);
		expect(platform.asked).toEqual([REGISTER, LIST, REGISTER, LIST]);
	});

	it('is of one item, and the others stay as they are', async () => {
		platform.sandbox.faults.next({ kind: 'applyThen', applyThen: 'reset' }, ({ bodyText }) =>
			bodyText.includes('b@example.net'),
		);
		const run = await register(
			{ email: '={{ $json.email }}', options: { concurrency: 3 } },
			{ input: ['a', 'b', 'c'].map((name) => ({ email: `${name}@example.net` })) },
		);
		expect(run.json.map(({ created }) => created)).toEqual([true, null, true]);
		expect(platform.written).toHaveLength(3);
	});
});

describe('a registration that was not carried out', () => {
	it.each<Fault>([
		{ kind: 'reset' },
		{ kind: 'hang' },
		{ kind: 'status', status: 500 },
		{ kind: 'status', status: 503, headers: { 'retry-after': '1' } },
		{ kind: 'html200' },
		{ kind: 'empty200' },
	])('is an error that says it is safe to run again: %j', async (fault) => {
		platform.sandbox.faults.next(fault, isWrite);
		const run = await register({ options: patience(fault) });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(
			/^Autocalls: .+\. A look-up afterwards did not find the user with the e-mail 'Nathan@example\.net': nothing was registered, and it is safe to run this again\.$/,
		);
		expect(platform.asked).toEqual([REGISTER, LIST]);
		expect(platform.sandbox.people).toHaveLength(25);
		expect(run.hints).toEqual([]);
	});
});

describe('a registration that cannot even be looked up', () => {
	const UNKNOWN =
		/^Autocalls: .+\. Whether the user with the e-mail 'Nathan@example\.net' was registered is unknown, and the look-up afterwards failed too \(.+\): check in Autocalls before you run this again\.$/;

	it.each<Fault>([
		{ kind: 'status', status: 403, body: { error: 'You are not a white label admin.' } },
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'html200' },
	])('is an error that says what to check: %j', async (fault) => {
		lose('reset');
		platform.sandbox.faults.always(fault, isRead);
		const run = await register({ options: { retries: 1, maxWait: 0.01 } });
		expect(run.items).toEqual([]);
		expect(errorWords(run.error)).toMatch(UNKNOWN);
		expect(errorWords(run.error)).not.toContain('safe');
		expect(platform.written).toHaveLength(1);
		const reads = fault.kind === 'status' && fault.status === 403 ? 1 : 2;
		expect(platform.asked).toEqual([REGISTER, ...Array<string>(reads).fill(LIST)]);
	});

	it('also where only a part of the list can be read', async () => {
		Object.assign(platform.sandbox.settings, { paginate: 'laravel', perPage: 10 });
		lose('500');
		platform.sandbox.faults.always({ kind: 'status', status: 400 }, (request) =>
			Boolean(request.query.page === '3'),
		);
		expect(errorWords((await register()).error)).toMatch(UNKNOWN);
	});

	it('stays the same with Return Existing User', async () => {
		lose('500');
		platform.sandbox.faults.always({ kind: 'status', status: 403 }, isRead);
		const run = await register({ options: { ifUserExists: 'returnExisting' } });
		expect(errorWords(run.error)).toMatch(UNKNOWN);
		expect(platform.written).toHaveLength(1);
	});
});
