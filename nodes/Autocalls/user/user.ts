import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Users } from '../../shared/execution/provider';
import { byEmail, byId } from '../../shared/paging/keys';
import type { Listing, Page } from '../../shared/paging/listing';
import { pageNumberPaging } from '../../shared/paging/strategies';
import { unifiedUser } from '../../shared/output/unified';
import {
	defined,
	idOf,
	isRecord,
	list,
	number,
	record,
	records,
	selectFields,
	text,
} from '../../shared/text/json';

/** Every field that the provider documents. */
export const rawFields: INodePropertyOptions[] = [
	{ name: 'Created At', value: 'created_at', description: 'When the user was created' },
	{ name: 'Credits Balance', value: 'credits_balance', description: 'Chat credits left' },
	{ name: 'Email', value: 'email', description: "The user's e-mail address" },
	{ name: 'ID', value: 'id', description: 'The ID of the user' },
	{ name: 'Minutes Balance', value: 'minutes_balance', description: 'Call minutes left' },
	{ name: 'Name', value: 'name', description: "The user's full name" },
];

const SIMPLIFIED = ['id', 'name', 'email', 'minutes_balance', 'credits_balance', 'created_at'];

/** Beside the list, in `links` or `meta`, or in Fractal's `pagination`, the innermost first. */
function pageNumbers({ meta, links, pagination, ...beside }: IDataObject): IDataObject {
	const inMeta = record(record(meta)?.pagination);
	return { ...record(links), ...beside, ...record(pagination), ...record(meta), ...inMeta };
}

const countsIn = (numbers: IDataObject) =>
	defined({
		total: number(numbers.total),
		size: number(numbers.per_page),
		lastPage: number(numbers.last_page) ?? number(numbers.total_pages),
	});

/**
 * The page documents a bare `{data}`; live clients meet Laravel's paginator, with its numbers beside
 * `data` or in `meta`, and a bare array.
 */
function page(body: unknown): Page | undefined {
	if (!isRecord(body) || list(body)) return listed(body, {});
	const { data, ...beside } = body;
	const numbers = pageNumbers(beside);
	const next = NEXT_PAGE.map((name) => numbers[name]).filter((value) => value !== undefined);
	const counts = countsIn(numbers);
	const told = next.length > 0 || counts.total !== undefined || counts.lastPage !== undefined;
	const isNumbered = number(numbers.current_page) !== undefined;
	return listed(data, {
		...counts,
		...(next.some((value) => text(value) !== null) ? { another: true } : {}),
		...(isNumbered && !told ? { endUntold: true } : {}),
	});
}

/** What names the next page; null on the last one. */
const NEXT_PAGE = ['next_page_url', 'next', 'next_cursor'];

function listed(data: unknown, numbers: Omit<Page, 'records'>): Page | undefined {
	const users = records(data);
	return users && { records: users, ...numbers };
}

/** https://docs.autocalls.ai/api-reference/white-label/get-users */
const listing: Listing = {
	what: 'users',
	call: { method: 'GET', path: '/white-label/users' },
	paging: pageNumberPaging('page'),
	page,
	id: ({ id }) => idOf(id),
};

export const autocallsUsers: Users = {
	listing: () => listing,
	keys: { id: byId('id'), email: byEmail('email') },
	label: ({ name, email }) => [name, email],
	shapes: {
		fields: rawFields,
		simplify: (user) => selectFields(user, SIMPLIFIED),
		unify: (user) =>
			unifiedUser({
				provider: 'autocalls',
				id: user.id,
				displayName: user.name,
				email: user.email,
				createdAt: user.created_at,
			}),
	},
};
