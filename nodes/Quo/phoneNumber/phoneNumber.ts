import type { INodePropertyOptions } from 'n8n-workflow';
import type { Query } from '../../shared/http/connection';
import type { Directory } from '../../shared/operations/lookUp';
import type { Shapes } from '../../shared/output/shape';
import { byId } from '../../shared/paging/keys';
import type { Listing } from '../../shared/paging/listing';
import { onePage } from '../../shared/paging/strategies';
import { idOf, isRecord, records, selectFields, text } from '../../shared/text/json';
import { phoneDigits } from '../../shared/text/pasted';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'createdAt', description: 'When the number was added' },
	{
		name: 'Formatted Number',
		value: 'formattedNumber',
		description: 'The number with spaces and brackets',
	},
	{ name: 'Forward', value: 'forward', description: 'Where calls are forwarded' },
	{ name: 'Group ID', value: 'groupId', description: 'The ID of the group of the number' },
	{ name: 'ID', value: 'id', description: 'The ID of the number, starting with PN' },
	{ name: 'Name', value: 'name', description: 'The name of the number' },
	{ name: 'Number', value: 'number', description: 'The number in E.164 form' },
	{ name: 'Port Request ID', value: 'portRequestId', description: 'The ID of the port request' },
	{ name: 'Porting Status', value: 'portingStatus', description: 'The state of the porting' },
	{
		name: 'Restrictions',
		value: 'restrictions',
		description: 'Where it may call and send messages',
	},
	{ name: 'Symbol', value: 'symbol', description: 'The symbol of the number' },
	{ name: 'Updated At', value: 'updatedAt', description: 'When it was last changed' },
	{ name: 'Users', value: 'users', description: 'The users whom the number rings' },
];

const SIMPLIFIED = [
	'id',
	'name',
	'number',
	'formattedNumber',
	'forward',
	'groupId',
	'portingStatus',
	'createdAt',
	'updatedAt',
];

/** `userIds` are the `id` of the users whom the number rings. */
export const phoneNumberShapes: Shapes = {
	fields: rawFields,
	simplify: (number) => ({
		...selectFields(number, SIMPLIFIED),
		userIds: (records(number.users) ?? []).flatMap(({ id }) => idOf(id) ?? []),
	}),
};

const digitsOf = (number: string): string => phoneDigits(number).replace(/^\+/, '');

export const PATH = '/v1/phone-numbers';

/** https://www.quo.com/docs/mdx/api-reference/phone-numbers/list-phone-numbers: not paged. */
export const phoneNumberListing = (query: Query = {}): Listing => ({
	what: 'phone numbers',
	call: { method: 'GET', path: PATH, query },
	paging: onePage,
	page(body) {
		const list = isRecord(body) ? records(body.data) : undefined;
		return list && { records: list };
	},
	id: ({ id }) => idOf(id),
});

export const phoneNumberDirectory: Directory = {
	listing: phoneNumberListing(),
	keys: {
		id: byId('id'),
		// As people write it: "+1 (415) 555-0123", with or without the plus sign.
		number: {
			label: 'number',
			of: ({ number }) => digitsOf(text(number) ?? '') || undefined,
			normalize: digitsOf,
		},
	},
	noun: 'phone number',
};
