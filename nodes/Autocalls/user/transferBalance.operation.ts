import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import type { Item } from '../../shared/execution/item';
import type { Execute } from '../../shared/execution/provider';
import type { Call } from '../../shared/http/connection';
import { shapeOf } from '../../shared/output/shape';
import { showFor } from '../../shared/parameters/fields';
import { outputFields } from '../../shared/parameters/outputFields';
import { itemOptions, optionsField } from '../../shared/parameters/optionFields';
import { choiceIn, numberIn } from '../../shared/parameters/values';
import { isRecord, record, selectFields } from '../../shared/text/json';
import { answerOrUser, chosenUser, userField, writeForUser } from './chosenUser';
import { autocallsUsers, rawFields } from './user';

const show = showFor('user', 'transferBalance');

export const fields: INodeProperties[] = [
	userField(show),
	{
		displayName: 'Balance Type',
		name: 'balanceType',
		type: 'options',
		displayOptions: { show },
		options: [
			{
				name: 'Credits',
				value: 'credits',
				description: 'Chat credits; 9 credits are worth 1 minute',
			},
			{ name: 'Minutes', value: 'minutes', description: 'Call minutes' },
		],
		default: 'minutes',
		description: 'What to move: minutes (for calls) or credits (for chats)',
	},
	{
		displayName: 'Direction',
		name: 'direction',
		type: 'options',
		displayOptions: { show },
		options: [
			{ name: 'Add', value: 'add', description: 'From your balance to the user' },
			{ name: 'Remove', value: 'remove', description: 'From the user back to your balance' },
		],
		default: 'add',
		description:
			'In which direction to move it: add (from your balance to the user) or remove (from the user to your balance)',
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'number',
		required: true,
		displayOptions: { show },
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description: 'How many minutes or credits to move, more than 0',
	},
	...outputFields(show, rawFields),
	optionsField(show, itemOptions()),
];

const BALANCES = ['minutes', 'credits'] as const;
const DIRECTIONS = ['add', 'remove'] as const;

interface Transfer {
	balanceType: (typeof BALANCES)[number];
	direction: (typeof DIRECTIONS)[number];
	amount: number;
}

/** https://docs.autocalls.ai/api-reference/white-label/transfer-balance */
export const execute: Execute = async (item) => {
	const shape = shapeOf(item, autocallsUsers.shapes);
	const user = chosenUser(item);
	const transfer = transferIn(item);
	const call: Call = {
		method: 'POST',
		path: '/white-label/transfer',
		json: {
			...user.json,
			transfer_type: transfer.balanceType,
			operation: transfer.direction,
			amount: transfer.amount,
		},
	};
	const raw = await writeForUser(
		user,
		async () => await item.write(call, ({ body }) => transferred(body)),
		`Check the balance of ${user.who} in Autocalls before you run this again: a second transfer would move the amount twice.`,
	);
	const simplified = {
		...selectFields(record(raw.user) ?? {}, [
			'id',
			'name',
			'email',
			'minutes_balance',
			'credits_balance',
		]),
		...transfer,
		your_minutes: record(raw.your_balance)?.minutes ?? null,
	};
	const who = `the transfer for ${user.who}`;
	return answerOrUser(item, user, { raw, simplified, shape, who, done: 'carried out' });
};

const transferIn = (item: Item): Transfer => ({
	balanceType: choiceIn(item.parameter('balanceType'), 'Balance Type', BALANCES),
	direction: choiceIn(item.parameter('direction'), 'Direction', DIRECTIONS),
	amount: amountIn(item.parameter('amount')),
});

function amountIn(value: unknown): number {
	const amount = numberIn(value, 'Amount');
	if (amount > 0) return amount;
	throw new InputError(
		`'Amount' must be more than 0, not ${amount}.`,
		"To take minutes or credits back, set 'Direction' to 'Remove'.",
	);
}

function transferred(body: unknown): IDataObject | undefined {
	return isRecord(body) && isRecord(body.user) ? body : undefined;
}
