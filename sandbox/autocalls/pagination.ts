import type { ReceivedRequest } from '../server/request';

/**
 * How the list is split into pages. The page documents `bare`, `{data: […]}` without pages; what a live integrator
 * reads (`last_page`, `meta.last_page`, a bare array) is UNCONFIRMED, so each has its mode.
 */
export type Paginate = 'bare' | 'array' | 'laravel' | 'meta' | 'simple';

export interface Pagination {
	paginate: Paginate;
	perPage: number;
	/** The address of the list, without a query. */
	path: string;
}

interface Page<Item> {
	data: Item[];
	current: number;
	last: number;
	total: number;
	from: number | null;
	to: number | null;
}

function slicePage<Item>(
	items: readonly Item[],
	asked: string | null,
	perPage: number,
): Page<Item> {
	const current = /^[1-9]\d{0,8}$/.test(asked ?? '') ? Number(asked) : 1;
	const start = (current - 1) * perPage;
	const data = items.slice(start, start + perPage);
	const last = Math.max(1, Math.ceil(items.length / perPage));
	const hasItems = data.length > 0;
	return {
		data,
		current,
		last,
		total: items.length,
		from: hasItems ? start + 1 : null,
		to: hasItems ? start + data.length : null,
	};
}

/** Laravel's own three paginators: LengthAwarePaginator, the same in a resource, and simplePaginate. */
export function page<Item>(
	items: readonly Item[],
	request: ReceivedRequest,
	pagination: Pagination,
): unknown {
	if (pagination.paginate === 'bare') return { data: items };
	if (pagination.paginate === 'array') return items;
	const { data, current, last, total, from, to } = slicePage(
		items,
		request.query.get('page'),
		pagination.perPage,
	);
	const link = (number: number) => `${pagination.path}?page=${number}`;
	const links = {
		first_page_url: link(1),
		next_page_url: current < last ? link(current + 1) : null,
		prev_page_url: current > 1 ? link(current - 1) : null,
	};
	const base = {
		current_page: current,
		from,
		path: pagination.path,
		per_page: pagination.perPage,
		to,
	};
	if (pagination.paginate === 'simple') return { ...base, data, ...links };
	if (pagination.paginate === 'laravel') return { ...base, data, ...links, last_page: last, total };
	return {
		data,
		links: {
			first: link(1),
			last: link(last),
			prev: links.prev_page_url,
			next: links.next_page_url,
		},
		meta: { ...base, last_page: last, total },
	};
}
