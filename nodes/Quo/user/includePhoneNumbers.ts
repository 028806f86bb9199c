import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Item } from '../../shared/execution/item';
import { flagIn } from '../../shared/parameters/values';
import { idOf, isRecord, records, text } from '../../shared/text/json';

export const includePhoneNumbers: INodeProperties = {
	displayName: 'Include Phone Numbers',
	name: 'includePhoneNumbers',
	type: 'boolean',
	default: false,
	description:
		'Whether to add a list of the phone numbers in Quo that ring for each user. Takes one more request per run.',
};

type NumbersByUser = Map<string, string[]>;

/** https://www.quo.com/docs/mdx/api-reference/phone-numbers/list-phone-numbers: not paged. */
const CALL = { method: 'GET', path: '/v1/phone-numbers' } as const;

function readNumbers(body: unknown): NumbersByUser | undefined {
	const list = isRecord(body) ? records(body.data) : undefined;
	if (!list) return undefined;
	const numbers: NumbersByUser = new Map();
	for (const { number, users } of list) {
		for (const user of records(users) ?? []) addNumber(numbers, idOf(user.id), text(number));
	}
	return numbers;
}

function addNumber(numbers: NumbersByUser, user: string | undefined, number: string | null): void {
	if (user === undefined || number === null) return;
	const others = numbers.get(user) ?? [];
	if (!others.includes(number)) numbers.set(user, [...others, number]);
}

/** Adds the numbers that ring for each user, where that was asked for: one more request per run. */
export async function withPhoneNumbers(item: Item): Promise<(user: IDataObject) => IDataObject> {
	const { name, displayName } = includePhoneNumbers;
	// An expression without a value leaves its option there, undefined.
	const wanted = name in item.options ? flagIn(item.options[name], displayName) : false;
	if (!wanted) return (user) => user;
	const numbers = await item.read(CALL, ({ body }) => readNumbers(body));
	return (user) => ({ ...user, phoneNumbers: [...(numbers.get(idOf(user.id) ?? '') ?? [])] });
}
