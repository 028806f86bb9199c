import { createHash } from 'node:crypto';
import { startWorksection } from '../../sandbox';
import { WORKSECTION_RATE } from '../../sandbox/worksection/settings';
import type { BenchmarkProvider } from './provider';

const QUERY = 'action=get_users';

export const worksection: BenchmarkProvider = {
	idField: 'id',
	start: async ({ users, rateLimit }) =>
		await startWorksection({ users, rateLimit: rateLimit ? WORKSECTION_RATE : 0 }),
	requests: ({ url, credentials }) => {
		const hash = createHash('md5')
			.update(`${QUERY}${String(credentials.apiKey)}`)
			.digest('hex');
		return {
			method: 'GET',
			headers: {},
			url: () => `${url}/api/admin/v2/?${QUERY}&hash=${hash}`,
			users: ({ data }: { data: unknown[] }) => data,
		};
	},
	httpRequest: () => ({
		path: '/api/admin/v2/',
		query: { action: 'get_users' },
		field: 'data',
	}),
};
