import type { IDataObject } from 'n8n-workflow';
import { InputFault } from '../shared/fault';
import { shapeOf } from '../shared/output';
import { choiceIn, numberIn } from '../shared/parameters';
import type { Call, Operation } from '../shared/provider';
import { isRecord, pick, record } from '../shared/read';
import { autocallsUser } from './autocalls.user';
import { answerOrUser, chosenUser, writeFor } from './user.chosen';

const BALANCES = ['minutes', 'credits'] as const;
const DIRECTIONS = ['add', 'remove'] as const;

interface Transfer {
	balanceType: (typeof BALANCES)[number];
	direction: (typeof DIRECTIONS)[number];
	amount: number;
}

/** https://docs.autocalls.ai/api-reference/white-label/transfer-balance */
export const transferBalance: Operation = async (item) => {
	const shape = shapeOf(item, autocallsUser);
	const chosen = chosenUser(item);
	const { locator, json, who } = chosen;
	const transfer: Transfer = {
		balanceType: choiceIn(item.parameter('balanceType'), 'Balance Type', BALANCES),
		direction: choiceIn(item.parameter('direction'), 'Direction', DIRECTIONS),
		amount: amountIn(item.parameter('amount')),
	};
	const call: Call = {
		method: 'POST',
		path: '/white-label/transfer',
		json: {
			...json,
			transfer_type: transfer.balanceType,
			operation: transfer.direction,
			amount: transfer.amount,
		},
	};
	const raw = await writeFor(
		chosen,
		async () => await item.write(call, ({ body }) => transferred(body)),
		`Check the balance of ${who} in Autocalls before you run this again: a second transfer would move the amount twice.`,
	);
	const words = { who: `the transfer for ${who}`, done: 'carried out' };
	return answerOrUser(
		item,
		{ raw, simplified: simplified(raw, transfer) },
		{ shape, locator, words },
	);
};

function amountIn(value: unknown): number {
	const amount = numberIn(value, 'Amount');
	if (amount > 0) return amount;
	throw new InputFault(
		`'Amount' must be more than 0, not ${amount}.`,
		"To take balance away, set 'Direction' to 'Remove'.",
	);
}

function transferred(body: unknown): IDataObject | undefined {
	return isRecord(body) && isRecord(body.user) ? body : undefined;
}

function simplified(body: IDataObject, transfer: Transfer): IDataObject {
	return {
		...pick(record(body.user) ?? {}, ['id', 'name', 'email', 'minutes_balance', 'credits_balance']),
		...transfer,
		your_minutes: record(body.your_balance)?.minutes ?? null,
	};
}
