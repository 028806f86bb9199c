import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Answer, Call, Query } from '../shared/http/connection';
import type { Listing } from '../shared/paging/listing';
import { offsetPaging } from '../shared/paging/strategies';
import { OPTION, pageSizeOption, requestOptions } from '../shared/parameters/optionFields';
import { defined, idOf, isRecord, number, records } from '../shared/text/json';

/** A writing method: parameters in the body, so that no password stands in an address. */
export const writeMethod = (method: string, form: Query): Call => ({
	method: 'POST',
	path: `/${method}`,
	form,
	passwords: ['user_password'],
});

/** What a writing method answers: `{"result":1}` */
export function succeeded({ body }: Answer): IDataObject | undefined {
	return isRecord(body) && Number(body.result) === 1 ? body : undefined;
}

interface ListMethod {
	/** Plural, for messages: "users". */
	what: string;
	method: string;
	/** The parameter and field with the ID. */
	id: string;
	/** Which records were meant, where the API also gives others. */
	has?: (record: IDataObject) => boolean;
	/** The provider's codes that mean: the list is empty. */
	emptyCodes?: readonly string[];
}

/** All lists of this API are paged alike; parameters stand in the query, as its pages show. */
export function voximplantListing(
	{ what, method, id, has = () => true, emptyCodes = [] }: ListMethod,
	query: Query,
): Listing {
	return {
		what,
		call: { method: 'POST', path: `/${method}`, query },
		paging: offsetPaging({ offset: 'offset', count: 'count' }),
		size: { usual: 100, most: 1000 },
		emptyCodes,
		page(body) {
			const all = isRecord(body) ? records(body.result) : undefined;
			if (!all || !isRecord(body)) return undefined;
			const own = all.filter(has);
			return {
				records: own,
				...(own.length === all.length ? {} : { dropped: all.length - own.length, whole: all }),
				...defined({ total: number(body.total_count) }),
			};
		},
		id: (record) => idOf(record[id]),
	};
}

/** What a list without a total offers: where a page lies is known only after the one before it. */
export const listOptionsWithoutTotal: INodeProperties[] = [
	OPTION.maxPages,
	OPTION.offset,
	pageSizeOption(100, 1000),
	...requestOptions(),
];

/** What every other list of this API offers. */
export const listOptions: INodeProperties[] = [OPTION.pagesAtOnce, ...listOptionsWithoutTotal];
