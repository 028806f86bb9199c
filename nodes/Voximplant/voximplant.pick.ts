import { offsetPaging } from '../shared/pages';
import { nameAndMore } from '../shared/pick';
import type { Picker } from '../shared/pick';
import type { Listing, Query } from '../shared/provider';
import { idOf, isRecord, named, number, records } from '../shared/read';
import { reading } from './voximplant.user';

/** https://docs.voximplant.ai/api-reference/management-api/reference */
function listing(
	what: string,
	id: string,
	{ method, query }: { method: string; query: Query },
): Listing {
	return {
		what,
		call: reading(method, query),
		paging: offsetPaging({ offset: 'offset', count: 'count' }),
		size: { usual: 100, most: 1000 },
		page(body) {
			const list = isRecord(body) ? records(body.result) : undefined;
			return list && isRecord(body)
				? { records: list, ...named('total', number(body.total_count)) }
				: undefined;
		},
		id: (record) => idOf(record[id]),
	};
}

/** By a part of the name, which is in lower case. */
export const applications: Picker = {
	lists: (typed) => [
		listing('applications', 'application_id', {
			method: 'GetApplications',
			query: typed === '' ? {} : { application_name: typed.toLowerCase() },
		}),
	],
	entry: ({ application_name: name }, value) => ({
		name: nameAndMore(value, name, null),
		value,
		// The only page of the control panel about it that Voximplant's own references link.
		url: 'https://manage.voximplant.com/applications',
	}),
};

/** Whether a part of a skill's or a queue's name is enough for the API is nowhere said: all are read. */
function allOf(what: string, method: string, noun: string): Picker {
	return {
		lists: () => [listing(what, `${noun}_id`, { method, query: {} })],
		entry: (record, value) => ({ name: nameAndMore(value, record[`${noun}_name`], null), value }),
	};
}

export const skills = allOf('skills', 'GetSkills', 'skill');
export const queues = allOf('ACD queues', 'GetQueues', 'acd_queue');
