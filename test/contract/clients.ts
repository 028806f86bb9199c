import { createHash, createHmac } from 'node:crypto';

import axios, { type AxiosResponse } from 'axios';
import { CompactSign, importPKCS8 } from 'jose';

import type {
	AutocallsSandbox,
	QuoSandbox,
	VoximplantSandbox,
	VoximplantUser,
	WorksectionSandbox,
	WorksectionUser,
} from '../../sandbox';

// foreign clients: nothing here knows how the nodes or the sandboxes do it

const plain = { validateStatus: () => true, maxRedirects: 0, proxy: false } as const;
type Response = Promise<AxiosResponse>;

export function autocalls(sandbox: AutocallsSandbox, key = sandbox.credentials.apiKey) {
	const headers = { authorization: `Bearer ${String(key)}`, accept: 'application/json' };
	const http = axios.create({ ...plain, baseURL: sandbox.url, headers });
	return {
		get: (path: string, params?: object): Response => http.get(path, { params }),
		post: (path: string, body: unknown, more: object = {}): Response =>
			http.post(path, body, { headers: { 'content-type': 'application/json', ...more } }),
		request: http.request.bind(http),
	};
}

export function quo(sandbox: QuoSandbox, authorization = String(sandbox.credentials.apiKey)) {
	const http = axios.create({ ...plain, baseURL: sandbox.url, headers: { authorization } });
	return {
		get: (path: string, params?: object): Response => http.get(path, { params }),
		list: (params: object = { maxResults: 50 }): Response => http.get('/v1/users', { params }),
	};
}

export interface Token {
	header?: object;
	payload?: object;
	privateKey?: string;
}

/** A token as the authorization guide describes it, or with other parts. */
export async function voximplantToken(sandbox: VoximplantSandbox, other: Token = {}) {
	const now = Math.floor(Date.now() / 1000);
	const key = await importPKCS8(other.privateKey ?? sandbox.privateKey, 'RS256');
	const claims = { iss: sandbox.accountId, iat: now, exp: now + 60, ...other.payload };
	return await new CompactSign(Buffer.from(JSON.stringify(claims)))
		.setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: sandbox.keyId, ...other.header })
		.sign(key);
}

/** What any method may answer: which of it is there, the shapes say. */
export interface VoximplantAnswer<Result> {
	result: Result;
	total_count: number;
	count: number;
	user_id: number;
	error?: { code: number; msg: string };
}

export async function voximplant(sandbox: VoximplantSandbox, other: Token = {}) {
	const authorization = `Bearer ${await voximplantToken(sandbox, other)}`;
	const http = axios.create({ ...plain, baseURL: sandbox.url, headers: { authorization } });
	const form = (parameters: object) =>
		new URLSearchParams(
			Object.entries(parameters).map(([key, value]): [string, string] => [key, String(value)]),
		);
	return {
		http,
		/** Parameters in the query, as the page's samples send them. */
		query: async <Result = VoximplantUser[]>(
			method: string,
			params: object = {},
		): Promise<VoximplantAnswer<Result>> => (await http.post(method, {}, { params })).data,
		/** Parameters in a form, as the SDKs send them. */
		call: async <Result = VoximplantUser[]>(
			method: string,
			parameters: object = {},
		): Promise<VoximplantAnswer<Result>> => (await http.post(method, form(parameters))).data,
	};
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

export interface WorksectionAnswer<Data> {
	status: string;
	data: Data;
	status_code?: number;
	message?: string;
}

export function worksection(sandbox: WorksectionSandbox, key = sandbox.credentials.apiKey) {
	const apiKey = String(key);
	const http = axios.create(plain);
	const base = `${sandbox.url}/api/admin/v2`;
	const signed = (query: string) => `${base}?${query}&hash=${md5(query + apiKey)}`;
	const hmac = (action: string, at = Math.floor(Date.now() / 1000)) => {
		const hash = createHmac('sha256', apiKey).update(`${action}:${at}`).digest('hex');
		return `Admin ${at}_${hash}`;
	};
	return {
		http,
		base,
		hmac,
		/** An address with `action=…&…&hash=…`, signed as it stands. */
		signed,
		get: async <Data = WorksectionUser[]>(query: string): Promise<WorksectionAnswer<Data>> =>
			(await http.get(signed(query))).data,
		post: async <Data = WorksectionUser>(query: string): Promise<WorksectionAnswer<Data>> =>
			(await http.post(signed(query))).data,
		/** The header of the SDKs. */
		send: async <Data = WorksectionUser[]>(
			action: string,
			body: object = {},
			authorization = hmac(action),
		): Promise<WorksectionAnswer<Data>> =>
			(await http.post(`${base}?action=${action}`, body, { headers: { authorization } })).data,
	};
}

/** The answer of an endpoint for tokens: which of it is there, the shapes say. */
export interface TokenAnswer {
	access_token: string;
	refresh_token: string;
	account_url?: string;
	error?: string;
}

export type Parameters = Record<string, string | undefined>;

/** An application that is registered for OAuth2, and the person who sits before its browser. */
export function worksectionApp(sandbox: WorksectionSandbox) {
	const http = axios.create({ ...plain, baseURL: sandbox.url });
	const { clientId = '', clientSecret = '' } = sandbox.oAuth2Client;
	const redirect_uri = 'https://n8n.example.com/rest/oauth2-credential/callback';
	const client = { client_id: clientId, client_secret: clientSecret };
	const question = (other: Parameters) => ({
		client_id: clientId,
		redirect_uri,
		state: 'a state',
		scope: 'users_read',
		response_type: 'code',
		...other,
	});
	/** Parameters in the address, as in the Postman collection and the official SDK. */
	const post = async (path: string, params: Parameters): Promise<TokenAnswer> =>
		(await http.post(path, undefined, { params: { ...client, ...params } })).data;
	const allow = (other: Parameters = {}): Response =>
		http.post('/oauth2/authorize', undefined, { params: question(other) });
	/** The code with which the person is sent back. */
	const code = async (other: Parameters = {}): Promise<string> => {
		const { headers } = await allow(other);
		return new URL(String(headers.location)).searchParams.get('code') ?? '';
	};
	const codeGrant = { grant_type: 'authorization_code', redirect_uri };
	return {
		http,
		redirect_uri,
		client,
		code,
		allow,
		ask: (other: Parameters = {}): Response =>
			http.get('/oauth2/authorize', { params: question(other) }),
		exchange: async (params: Parameters) =>
			await post('/oauth2/token', { ...codeGrant, ...params }),
		connect: async (scope = 'users_read') =>
			await post('/oauth2/token', { ...codeGrant, code: await code({ scope }) }),
		refresh: async (refresh_token: string, other: Parameters = {}) =>
			await post('/oauth2/refresh', { grant_type: 'refresh_token', refresh_token, ...other }),
		call: (token: string, query: string, method = 'GET'): Response =>
			http.request({
				url: `/api/oauth2?${query}`,
				method,
				headers: { authorization: `Bearer ${token}` },
			}),
	};
}
