import { startQuo } from '../../sandbox';
import { QUO_RATE } from '../../sandbox/quo/settings';
import type { BenchmarkProvider } from './provider';

export const quo: BenchmarkProvider = {
	idField: 'id',
	start: async ({ users, rateLimit }) =>
		await startQuo({ users, rateLimit: rateLimit ? QUO_RATE : 0 }),
	requests: ({ url, credentials, pageSize }) => ({
		method: 'GET',
		headers: { Authorization: String(credentials.apiKey) },
		url: (_, cursor) =>
			`${url}/v1/users?maxResults=${pageSize}${cursor ? `&pageToken=${encodeURIComponent(cursor)}` : ''}`,
		users: ({ data }: { data: unknown[] }) => data,
		cursor: ({ nextPageToken }: { nextPageToken: string | null }) => nextPageToken,
	}),
	httpRequest: ({ pageSize }) => ({
		path: '/v1/users',
		query: { maxResults: String(pageSize) },
		field: 'data',
		parameter: { name: 'pageToken', value: '={{ $response.body?.nextPageToken }}' },
		complete: '={{ !$response.body.nextPageToken }}',
	}),
};
