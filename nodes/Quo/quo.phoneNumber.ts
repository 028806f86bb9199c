import type { Directory } from '../shared/find';
import { byId } from '../shared/find';
import type { Kind } from '../shared/output';
import { onePage } from '../shared/pages';
import type { Listing, Query } from '../shared/provider';
import { idOf, isRecord, pick, records, text } from '../shared/read';
import { phoneNumberRawFields } from './phoneNumber.fields';

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
export const quoPhoneNumber: Kind = {
	fields: phoneNumberRawFields,
	simplify: (number) => ({
		...pick(number, SIMPLIFIED),
		userIds: (records(number.users) ?? []).flatMap(({ id }) => idOf(id) ?? []),
	}),
};

const digitsOf = (number: string): string => number.replace(/^\+|[\s().-]/g, '');

export const PATH = '/v1/phone-numbers';

/** https://www.quo.com/docs/mdx/api-reference/phone-numbers/list-phone-numbers: not paged. */
export const quoPhoneNumbers = (query: Query = {}): Listing => ({
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
	listing: quoPhoneNumbers(),
	keys: {
		id: byId('id'),
		// As people write it: "+1 (415) 555-0123", with or without the plus sign.
		number: {
			label: 'number',
			of: ({ number }) => digitsOf(text(number) ?? '') || undefined,
			asked: digitsOf,
		},
	},
	noun: 'phone number',
};
