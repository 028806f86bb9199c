import { importPKCS8, SignJWT } from 'jose';
import { startVoximplant } from '../../sandbox';
import type { BenchmarkProvider, RunningSandbox } from './provider';

const seconds = () => Math.floor(Date.now() / 1000);

async function token(serviceAccount: unknown): Promise<string> {
	const account = JSON.parse(String(serviceAccount)) as Record<string, string>;
	const key = await importPKCS8(account.private_key ?? '', 'RS256');
	return await new SignJWT({ iss: account.account_id as never, iat: seconds() - 5 })
		.setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: account.key_id ?? '' })
		.setExpirationTime(seconds() + 3000)
		.sign(key);
}

export const voximplant: BenchmarkProvider = {
	idField: 'user_id',
	start: async ({ users }): Promise<RunningSandbox> => {
		const sandbox = await startVoximplant({ users });
		// reckoned, not read: a sandbox that has handed out its lists no longer caches its answers
		return Object.assign(sandbox, { applicationId: sandbox.accountId * 10 });
	},
	/** The token is signed beforehand. */
	requests: async ({ url, pageSize, applicationId, credentials }) => {
		const authorization = `Bearer ${await token(credentials.serviceAccount)}`;
		const start = `${url}/GetUsers?application_id=${applicationId}&count=${pageSize}&offset=`;
		return {
			method: 'POST',
			headers: { Authorization: authorization },
			url: (page) => `${start}${page * pageSize}`,
			users: ({ result }: { result: unknown[] }) => result,
			pages: ({ total_count: total }: { total_count: number }) => Math.ceil(total / pageSize),
		};
	},
	httpRequest: ({ applicationId, pageSize }) => ({
		method: 'POST',
		path: '/GetUsers',
		query: { application_id: String(applicationId), count: String(pageSize) },
		field: 'result',
		parameter: { name: 'offset', value: `={{ $pageCount * ${pageSize} }}` },
		complete: `={{ $pageCount * ${pageSize} >= $response.body.total_count }}`,
	}),
	parameters: ({ applicationId }) => ({
		application: { __rl: true, mode: 'id', value: String(applicationId) },
	}),
	options: ({ pageSize }) => ({ pageSize }),
};
