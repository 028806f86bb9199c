import { startAutocalls } from '../../sandbox';
import type { BenchmarkProvider } from './provider';

export const autocalls: BenchmarkProvider = {
	idField: 'id',
	start: async ({ users, pageSize }) =>
		await startAutocalls({ users, paginate: 'laravel', perPage: pageSize }),
	requests: ({ url, credentials }) => ({
		method: 'GET',
		headers: { Authorization: `Bearer ${String(credentials.apiKey)}`, Accept: 'application/json' },
		url: (page) => `${url}/white-label/users?page=${page + 1}`,
		users: ({ data }: { data: unknown[] }) => data,
		pages: ({ last_page: last }: { last_page: number }) => last,
	}),
	httpRequest: () => ({
		path: '/white-label/users',
		query: {},
		field: 'data',
		parameter: { name: 'page', value: '={{ $pageCount + 1 }}' },
		complete: '={{ $response.body.current_page >= $response.body.last_page }}',
	}),
};
