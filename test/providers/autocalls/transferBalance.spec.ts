import { errorWords } from '../../harness';
import type { INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../../sandbox';
import { begins } from '../begins';
import { patience } from '../patience';
import { type More, paired, AutocallsFixture } from './fixture';

const platform = new AutocallsFixture();
const TRANSFER = 'POST /white-label/transfer';
const LIST = 'GET /white-label/users';

const by = (mode: string, value: string) => ({ user: { __rl: true, mode, value } });
const transfer = async (given: INodeParameters = {}, more: More = {}) =>
	await platform.run(
		'transferBalance',
		{
			...by('id', '502'),
			balanceType: 'minutes',
			direction: 'add',
			amount: 12.5,
			...given,
		},
		more,
	);
const second = () => platform.sandbox.people[1];

beforeEach(() => {
	platform.populate({}, { name: 'Second', email: 'Second@example.com' }, {});
});

describe('transferBalance', () => {
	it.each([
		['minutes', 'add', 12.5, { minutes_balance: 22.5, credits_balance: 100 }, 9987.5],
		['minutes', 'remove', 10, { minutes_balance: 0, credits_balance: 100 }, 10010],
		['credits', 'add', 9, { minutes_balance: 10, credits_balance: 109 }, 9999],
		['credits', 'remove', 90, { minutes_balance: 10, credits_balance: 10 }, 10010],
		['minutes', 'add', 0.01, { minutes_balance: 10.01, credits_balance: 100 }, 9999.99],
	])('moves %s: %s %d', async (balanceType, direction, amount, balances, yours) => {
		const run = await transfer({ balanceType, direction, amount });
		expect(run.items).toEqual([
			{
				json: {
					id: 502,
					name: 'Second',
					email: 'Second@example.com',
					...balances,
					balanceType,
					direction,
					amount,
					your_minutes: yours,
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(platform.asked).toEqual([TRANSFER]);
		expect(platform.written).toEqual([
			{ user_id: 502, transfer_type: balanceType, operation: direction, amount },
		]);
		expect(second()).toMatchObject(balances);
		expect(platform.sandbox.adminMinutes).toBe(yours);
	});

	it('names the user by e-mail, without a look-up', async () => {
		const run = await transfer(by('email', ' second@EXAMPLE.com '));
		expect(run.json).toMatchObject([{ id: 502, email: 'Second@example.com' }]);
		expect(platform.written).toEqual([
			{
				email: 'second@EXAMPLE.com',
				transfer_type: 'minutes',
				operation: 'add',
				amount: 12.5,
			},
		]);
		expect(platform.asked).toEqual([TRANSFER]);
	});

	it('sends every digit of an id that no number can hold', async () => {
		platform.populate({ id: '9007199254740992' }, { id: '9007199254740993' });
		const run = await transfer(by('id', '9007199254740993'));
		expect(platform.sandbox.log[0]?.bodyText).toMatch(/"user_id":"?9007199254740993\b/);
		expect(run.json).toMatchObject([{ id: '9007199254740993', minutes_balance: 22.5 }]);
		expect(platform.sandbox.people.map(({ minutes_balance }) => minutes_balance)).toEqual([
			10, 22.5,
		]);
	});

	it("raw is the provider's answer as it is", async () => {
		const run = await transfer({ output: 'raw' });
		expect(run.json).toEqual([
			{
				message: 'Transfer completed successfully.',
				transfer: { type: 'minutes', operation: 'add', amount: 12.5 },
				user: {
					id: 502,
					email: 'Second@example.com',
					name: 'Second',
					minutes_balance: 22.5,
					credits_balance: 100,
				},
				your_balance: { minutes: 9987.5 },
			},
		]);
	});

	it('has null where the answer says nothing', async () => {
		platform.sandbox.faults.next({ kind: 'body', body: { user: { id: 502 } } });
		expect((await transfer()).json).toEqual([
			{
				id: 502,
				name: null,
				email: null,
				minutes_balance: null,
				credits_balance: null,
				balanceType: 'minutes',
				direction: 'add',
				amount: 12.5,
				your_minutes: null,
			},
		]);
	});

	it('reads the users back once, after the last transfer', async () => {
		const given = {
			...by('id', '={{ $json.id }}'),
			output: 'selected',
			fields: ['minutes_balance'],
		};
		const run = await transfer(given, { input: [{ id: 501 }, { id: 502 }, { id: 501 }] });
		expect(run.json).toEqual([
			{ minutes_balance: 35 },
			{ minutes_balance: 22.5 },
			{ minutes_balance: 35 },
		]);
		expect(paired(run)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(platform.asked).toEqual([TRANSFER, TRANSFER, TRANSFER, LIST]);
	});

	it.each([
		['unified', { id: '502', displayName: 'Second', email: 'second@example.com' }],
		['scim', { id: '502', externalId: 'autocalls:502' }],
	])('gives the user as %s', async (output, expected) => {
		expect((await transfer({ output })).json).toMatchObject([expected]);
	});

	it('says that the amount was moved where only the reading back fails', async () => {
		platform.sandbox.faults.always(
			{ kind: 'status', status: 403 },
			({ method }) => method === 'GET',
		);
		const run = await transfer({ output: 'unified' });
		expect(errorWords(run.error)).toContain(
			"the transfer for the user with the ID '502' was carried out, but could not be read back",
		);
		expect(errorWords(run.error)).toContain("Don't run this again");
		expect(platform.written).toHaveLength(1);
	});

	it.each<[string, INodeParameters, string]>([
		[
			'no amount',
			{ amount: 0 },
			"'Amount' must be more than 0, not 0. To take minutes or credits back, set 'Direction' to 'Remove'.",
		],
		['a negative amount', { amount: -5 }, "'Amount' must be more than 0, not -5."],
		['a word for an amount', { amount: '={{ "much" }}' }, "'Amount' must be a number, not 'much'."],
		['an empty amount', { amount: '={{ null }}' }, "'Amount' must be a number, not empty."],
		['no finite amount', { amount: '={{ 1/0 }}' }, "'Amount' must be a number, not Infinity."],
		[
			'an id that is a word',
			by('id', 'all'),
			"'User' must be an ID made of digits only, not 'all'.",
		],
		['a list of ids', by('id', '1,2'), "'User' must be an ID made of digits only, not '1,2'."],
		['no e-mail', by('email', 'Second'), "'User' is not an e-mail address: 'Second'."],
		['an empty user', by('email', '={{ "" }}'), "'User' is empty."],
		[
			'an unknown balance',
			{ balanceType: '={{ "euros" }}' },
			"'Balance Type' must be one of minutes, credits, not 'euros'.",
		],
		[
			'an unknown direction',
			{ direction: '={{ "up" }}' },
			"'Direction' must be one of add, remove, not 'up'.",
		],
		[
			'no fields to select',
			{ output: 'selected', fields: [] },
			"'Fields' is empty: choose at least one.",
		],
	])('with %s is an error, and nothing is sent', async (_what, given, message) => {
		const run = await transfer(given);
		expect(run.items).toEqual([]);
		expect(run.error?.name).toBe('NodeOperationError');
		expect(errorWords(run.error)).toEqual(begins(message));
		expect(platform.asked).toEqual([]);
	});

	it("is not run where n8n's Retry On Fail would repeat it: nothing is sent", async () => {
		const run = await transfer({}, { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeOperationError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			"'Retry On Fail' is on in the node's settings. It would repeat operations that already succeeded. Turn it off for this operation. The node retries requests itself where that is safe.",
		);
		expect(platform.asked).toEqual([]);
	});

	it('takes an amount that an expression gives as text', async () => {
		await transfer({ amount: '={{ "2.5" }}' });
		expect(platform.written).toMatchObject([{ amount: 2.5 }]);
	});

	it.each([
		['id', '77', "the user with the ID '77'"],
		['email', 'who@example.com', "the user with the e-mail 'who@example.com'"],
	])('names the user that it did not find by %s', async (mode, value, who) => {
		const run = await transfer(by(mode, value));
		expect(run.error).toMatchObject({ httpCode: '404', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toBe(
			`Autocalls: there is no such user: ${who} (User not found) (HTTP 404). Check the user, and that the credential belongs to the right platform.`,
		);
		expect(platform.asked).toEqual([TRANSFER]);
	});

	it.each<[string, unknown]>([
		['a web page', '<html>Not Found</html>'],
		['nothing', ''],
		['no such route', { message: 'The route api/white-label/transfer could not be found.' }],
	])('does not blame the user where the address answers with %s', async (_what, body) => {
		platform.sandbox.faults.next({ kind: 'body', status: 404, body });
		const { error } = await transfer();
		expect(error).toMatchObject({ httpCode: '404' });
		expect(errorWords(error)).not.toContain('no such user');
		expect(errorWords(error)).toMatch(/address|credential/);
	});

	it.each([
		['remove', 10.01],
		['add', 10000.01],
	])('says where a balance does not suffice: %s %d', async (direction, amount) => {
		const run = await transfer({ direction, amount });
		expect(errorWords(run.error)).toBe(
			"Autocalls: Insufficient balance (HTTP 422). Check your balance and that of the user, or lower 'Amount'.",
		);
		expect(second()).toMatchObject({ minutes_balance: 10 });
	});
});

describe('a transfer of unknown outcome', () => {
	const UNKNOWN =
		/^Autocalls: .+\. Whether it was carried out is unknown\. Check the balance of the user with the ID '502' in Autocalls before you run this again: a second transfer would move the amount twice\.$/;

	it.each<Fault>([
		{ kind: 'applyThen', applyThen: 'reset' },
		{ kind: 'applyThen', applyThen: 'hang' },
		{ kind: 'applyThen', applyThen: 'malformed' },
		{ kind: 'applyThen', applyThen: 'empty200' },
		{ kind: 'applyThen', applyThen: 'html200' },
		{ kind: 'applyThen', applyThen: '500' },
		{ kind: 'applyThen', applyThen: '504' },
		{ kind: 'status', status: 500 },
		{ kind: 'reset' },
		{ kind: 'body', body: { message: 'Transfer completed successfully.' } },
	])('is never repeated and never looked up: %j', async (fault) => {
		platform.sandbox.faults.next(fault);
		const run = await transfer({ options: patience(fault) });
		expect(run.items).toEqual([]);
		expect(run.error).toMatchObject({ name: 'NodeApiError', context: { itemIndex: 0 } });
		expect(errorWords(run.error)).toMatch(UNKNOWN);
		expect(platform.asked).toEqual([TRANSFER]);
	});

	it('is not repeated in the shape of a user either', async () => {
		platform.sandbox.faults.next({ kind: 'applyThen', applyThen: '502' });
		const run = await transfer({ output: 'unified' });
		expect(errorWords(run.error)).toMatch(UNKNOWN);
		expect(platform.asked).toEqual([TRANSFER]);
		expect(second()).toMatchObject({ minutes_balance: 22.5 });
	});
});
