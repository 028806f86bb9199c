import type { AutocallsSandbox } from '../../sandbox';
import { autocalls } from './clients';

/** A read and a write. */
export const requestsTo = (sandbox: () => AutocallsSandbox) => ({
	list: (signal = AbortSignal.timeout(10_000)) =>
		autocalls(sandbox()).request({
			url: '/white-label/users',
			signal,
			responseType: 'text',
		}),
	register: (signal = AbortSignal.timeout(10_000)) =>
		autocalls(sandbox()).request({
			method: 'post',
			url: '/white-label/register',
			data: { name: 'New', email: 'new@example.com', password: 'long enough' },
			signal,
		}),
});
