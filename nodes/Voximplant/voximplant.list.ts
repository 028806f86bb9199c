import type { IDataObject } from 'n8n-workflow';
import { offsetPaging } from '../shared/pages';
import type { Call, Listing, Query } from '../shared/provider';
import { idOf, isRecord, named, number, records } from '../shared/read';

/** A reading method: parameters in the query, as its page shows. */
export const reading = (method: string, query: Query): Call => ({
	method: 'POST',
	path: `/${method}`,
	query,
});

interface List {
	what: string;
	method: string;
	/** The parameter and field with the ID. */
	id: string;
	/** Which records were meant, where the API also gives others. */
	has?: (record: IDataObject) => boolean;
}

export const APPLICATIONS: List = {
	what: 'applications',
	method: 'GetApplications',
	id: 'application_id',
};

export const SKILLS: List = { what: 'skills', method: 'GetSkills', id: 'skill_id' };

export const QUEUES: List = { what: 'queues', method: 'GetQueues', id: 'acd_queue_id' };

/** All lists of this API are paged alike. */
export function voximplantList(
	{ what, method, id, has = () => true }: List,
	query: Query,
): Listing {
	return {
		what,
		call: reading(method, query),
		paging: offsetPaging({ offset: 'offset', count: 'count' }),
		size: { usual: 100, most: 1000 },
		page(body) {
			const all = isRecord(body) ? records(body.result) : undefined;
			if (!all || !isRecord(body)) return undefined;
			const own = all.filter(has);
			return {
				records: own,
				...(own.length === all.length ? {} : { dropped: all.length - own.length, whole: all }),
				...named('total', number(body.total_count)),
			};
		},
		id: (record) => idOf(record[id]),
	};
}
