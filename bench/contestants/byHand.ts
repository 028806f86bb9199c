import { createHash } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import type { Directory, ProviderName } from '../providers';

/** What the hand-written loops know of each provider: their authors have read its page. */
export interface Asking {
	method: 'GET' | 'POST';
	headers: Record<string, string>;
	url(page: number, cursor?: string): string;
	users(body: never): unknown[];
	/** How many pages there are, where the first one tells. */
	pages?(body: never): number;
	cursor?(body: never): string | null;
}

const seconds = () => Math.floor(Date.now() / 1000);

async function voximplant(directory: Directory): Promise<Asking> {
	const { url, pageSize, applicationId, credentials } = directory;
	const account = JSON.parse(String(credentials.serviceAccount)) as Record<string, string>;
	const key = await importPKCS8(account.private_key ?? '', 'RS256');
	const token = await new SignJWT({ iss: account.account_id as never, iat: seconds() - 5 })
		.setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: account.key_id ?? '' })
		.setExpirationTime(seconds() + 3000)
		.sign(key);
	const start = `${url}/GetUsers?application_id=${applicationId}&count=${pageSize}&offset=`;
	return {
		method: 'POST',
		headers: { Authorization: `Bearer ${token}` },
		url: (page) => `${start}${page * pageSize}`,
		users: ({ result }: { result: unknown[] }) => result,
		pages: ({ total_count: total }: { total_count: number }) => Math.ceil(total / pageSize),
	};
}

const autocalls = ({ url, credentials }: Directory): Asking => ({
	method: 'GET',
	headers: { Authorization: `Bearer ${String(credentials.apiKey)}`, Accept: 'application/json' },
	url: (page) => `${url}/white-label/users?page=${page + 1}`,
	users: ({ data }: { data: unknown[] }) => data,
	pages: ({ last_page: last }: { last_page: number }) => last,
});

const quo = ({ url, credentials, pageSize }: Directory): Asking => ({
	method: 'GET',
	headers: { Authorization: String(credentials.apiKey) },
	url: (_, cursor) =>
		`${url}/v1/users?maxResults=${pageSize}${cursor ? `&pageToken=${encodeURIComponent(cursor)}` : ''}`,
	users: ({ data }: { data: unknown[] }) => data,
	cursor: ({ nextPageToken }: { nextPageToken: string | null }) => nextPageToken,
});

function worksection({ url, credentials }: Directory): Asking {
	const query = 'action=get_users';
	const hash = createHash('md5')
		.update(`${query}${String(credentials.apiKey)}`)
		.digest('hex');
	return {
		method: 'GET',
		headers: {},
		url: () => `${url}/api/admin/v2/?${query}&hash=${hash}`,
		users: ({ data }: { data: unknown[] }) => data,
	};
}

const askings: Record<ProviderName, (directory: Directory) => Asking | Promise<Asking>> = {
	voximplant,
	autocalls,
	quo,
	worksection,
};

export const askingFor = async (directory: Directory): Promise<Asking> =>
	await askings[directory.provider](directory);

/** Everybody, page after page. */
export async function oneByOne(
	asking: Asking,
	get: (url: string) => Promise<never>,
): Promise<unknown[]> {
	const users: unknown[] = [];
	let cursor: string | undefined;
	for (let page = 0; ; page++) {
		const body = await get(asking.url(page, cursor));
		for (const user of asking.users(body)) users.push(user);
		cursor = asking.cursor?.(body) ?? undefined;
		const more = asking.pages ? page + 1 < asking.pages(body) : cursor !== undefined;
		if (!more) return users;
	}
}

/** Everybody, so many pages side by side once the first one has told how many there are. */
export async function sideBySide(
	asking: Asking,
	get: (url: string) => Promise<never>,
	width: number,
): Promise<unknown[]> {
	if (!asking.pages) return await oneByOne(asking, get);
	const first = await get(asking.url(0));
	const pages: unknown[][] = [asking.users(first)];
	const count = asking.pages(first);
	let next = 1;
	const worker = async () => {
		while (next < count) {
			const page = next++;
			pages[page] = asking.users(await get(asking.url(page)));
		}
	};
	await Promise.all(Array.from({ length: width }, worker));
	return pages.flat();
}
