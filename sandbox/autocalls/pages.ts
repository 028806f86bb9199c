import type { Incoming } from '../exchange';

/**
 * How the list is cut. The page documents `bare`, `{data: […]}` without pages; what a live integrator
 * reads (`last_page`, `meta.last_page`, a bare array) is UNCONFIRMED, so each has its mode.
 */
export type Paginate = 'bare' | 'array' | 'laravel' | 'meta' | 'simple';

interface Cut {
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

function cutPage<Item>(items: readonly Item[], asked: string | null, perPage: number): Page<Item> {
	const current = /^[1-9]\d{0,8}$/.test(asked ?? '') ? Number(asked) : 1;
	const start = (current - 1) * perPage;
	const data = items.slice(start, start + perPage);
	const last = Math.max(1, Math.ceil(items.length / perPage));
	const some = data.length > 0;
	return {
		data,
		current,
		last,
		total: items.length,
		from: some ? start + 1 : null,
		to: some ? start + data.length : null,
	};
}

/** Laravel's own three paginators: LengthAwarePaginator, the same in a resource, and simplePaginate. */
export function page<Item>(items: readonly Item[], request: Incoming, cut: Cut): unknown {
	if (cut.paginate === 'bare') return { data: items };
	if (cut.paginate === 'array') return items;
	const { data, current, last, total, from, to } = cutPage(
		items,
		request.query.get('page'),
		cut.perPage,
	);
	const link = (number: number) => `${cut.path}?page=${number}`;
	const links = {
		first_page_url: link(1),
		next_page_url: current < last ? link(current + 1) : null,
		prev_page_url: current > 1 ? link(current - 1) : null,
	};
	const base = { current_page: current, from, path: cut.path, per_page: cut.perPage, to };
	if (cut.paginate === 'simple') return { ...base, data, ...links };
	if (cut.paginate === 'laravel') return { ...base, data, ...links, last_page: last, total };
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
