import { randomUUID } from 'node:crypto';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

export interface Account {
	email: string;
	password: string;
}

/** In n8n's own words. */
export function refused(request: string, { status, data }: AxiosResponse<unknown>): Error {
	const said = typeof data === 'string' ? data : JSON.stringify(data);
	return new Error(`${request}: ${status} ${said}`);
}

export interface Session {
	browser: string;
	cookie: string;
}

/** One person, signed in to n8n from one browser. */
export class N8nSession {
	protected readonly http: AxiosInstance;

	private cookie: string;

	private readonly browser: string;

	/** @param session goes on with one that was begun elsewhere */
	constructor(
		readonly url: string,
		session?: Session,
	) {
		// n8n ties a session to the browser that it was begun in
		this.browser = session?.browser ?? randomUUID();
		this.cookie = session?.cookie ?? '';
		this.http = axios.create({
			baseURL: url,
			proxy: false,
			validateStatus: () => true,
			headers: { 'browser-id': this.browser },
		});
	}

	/** For others who go on as the same person: n8n refuses whoever signs in again and again. */
	get session(): Session {
		return { browser: this.browser, cookie: this.cookie };
	}

	/** The first thing in a new instance: its owner, who is signed in then. */
	async setUpOwner(account: Account): Promise<void> {
		const owner = { ...account, firstName: 'Olive', lastName: 'Owner' };
		await this.beginSession('/rest/owner/setup', owner);
	}

	/** As a person does in n8n's sign-in form. */
	async signIn({ email, password }: Account): Promise<void> {
		await this.beginSession('/rest/login', { emailOrLdapLoginId: email, password });
	}

	/** Any other endpoint: `path` with its `/rest`; resolves to the answer's `data`. */
	async call<Result>(method: string, path: string, body?: object): Promise<Result> {
		const { data } = (await this.send(method, path, body)).data as { data: Result };
		return data;
	}

	private async beginSession(path: string, body: object): Promise<void> {
		const { headers } = await this.send('POST', path, body);
		const cookies = headers['set-cookie'] ?? [];
		const session = cookies.find((cookie) => cookie.startsWith('n8n-auth='));
		if (session === undefined) throw new Error(`${path} began no session.`);
		this.cookie = session.split(';')[0] ?? '';
	}

	protected async send(method: string, url: string, body?: object) {
		const headers = { cookie: this.cookie };
		const answer = await this.http.request({ method, url, data: body, headers });
		if (answer.status < 400) return answer;
		throw refused(`${method} ${url}`, answer);
	}
}
