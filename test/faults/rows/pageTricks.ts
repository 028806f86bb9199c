import type { LoggedRequest } from '../../../sandbox';
import type { Wanted } from '../column';
import type { Fault } from '../fault';
import type { Change, FaultyProxy } from '../proxy';
import type { Setup } from '../setup';

export type Records = Array<Record<string, unknown>>;

/** Any page after the first. */
const isLater = ({ query }: LoggedRequest): boolean =>
	query.pageToken !== undefined || Number(query.page ?? 1) > 1 || Number(query.offset ?? 0) > 0;

const listName = (body: Record<string, unknown>): string => ('result' in body ? 'result' : 'data');
const recordsIn = (body: Record<string, unknown>): Records => body[listName(body)] as Records;

export const withRecords = (body: Record<string, unknown>, records: Records) => ({
	...body,
	[listName(body)]: records,
});

/** Changes the answers to the second page, or to every later one. */
export async function change(setup: Setup, { times }: Fault, how: Change): Promise<FaultyProxy> {
	const proxy = await setup.addProxy();
	let met = 0;
	proxy.change = (body, request) => {
		if (!isLater(request) || (times === 'once' && met > 0)) return body;
		met += 1;
		return how(body, request);
	};
	return proxy;
}

export async function repeatPage(setup: Setup, fault: Fault): Promise<void> {
	let first: Records = [];
	const proxy = await change(setup, fault, (body) => withRecords(body, first));
	const later = proxy.change;
	proxy.change = (body, request) => {
		if (!isLater(request)) first = recordsIn(body);
		return later(body, request);
	};
}

/** Empty pages, each with a token for another. */
export async function emptyWithCursor(setup: Setup, { times }: Fault): Promise<void> {
	const proxy = await setup.addProxy();
	const skipped = new Map<string, string>();
	const most = times === 'once' ? 1 : Infinity;
	proxy.redirect = ({ path, rawQuery, query }) => {
		const token = skipped.get(query.pageToken ?? '') ?? query.pageToken;
		const asked = new URLSearchParams(rawQuery);
		if (token !== undefined) asked.set('pageToken', token);
		return asked.size > 0 ? `${path}?${asked.toString()}` : path;
	};
	proxy.change = (body, { query }) => {
		if (query.pageToken === undefined || skipped.size >= most) return body;
		const nextPageToken = `empty-${skipped.size + 1}`;
		skipped.set(nextPageToken, skipped.get(query.pageToken) ?? query.pageToken);
		return { ...body, data: [], nextPageToken };
	};
}

/** Before the second page is answered, or before each of the first three later ones. */
export function slide(setup: Setup, { times }: Fault, how: (people: Records) => void): void {
	const { faults, people } = setup.fixture.sandbox;
	const planned = { kind: 'mutate' as const, mutate: () => how(people as Records) };
	for (let left = times === 'once' ? 1 : 3; left > 0; left--) faults.next(planned, isLater);
}

/** The first user leaves. */
export function leave(people: Records): void {
	people.shift();
}

const LEAVER = -2;

/** The user before the last leaves. */
export function leaveLater(people: Records): void {
	people.splice(LEAVER, 1);
}

export const withoutLeaver = (all: Wanted[]): Wanted[] => [
	...all.slice(0, LEAVER),
	...all.slice(-1),
];

/** A new user comes before all others. */
export function join(people: Records): void {
	const names = { name: 'New', user_name: 'new', email: `new.${people.length}@example.com` };
	const id = typeof people[0]?.id === 'number' ? people.length : `USnew${people.length}`;
	people.unshift({ ...people[0], ...names, id, user_id: people.length });
}

/** The total, wherever this provider has it. */
export const totalOff =
	(by: number): Change =>
	(body) => {
		const totals = ['total', 'total_count', 'totalItems'].filter((name) => name in body);
		return {
			...body,
			...Object.fromEntries(totals.map((name) => [name, Number(body[name]) + by])),
		};
	};

/** A list without an end, with new users on each page. */
export async function endless(setup: Setup): Promise<void> {
	const proxy = await setup.addProxy();
	let count = 0;
	proxy.redirect = ({ path, rawQuery }) =>
		`${path}?${rawQuery.replace(/page(Token)?=[^&]*&?/, '').replace(/offset=\d+/, 'offset=0')}`;
	proxy.change = (body) => {
		count += 1;
		const found = recordsIn(body).map((record, index) => {
			const id = count * 1000 + index;
			const own = ['user_id', 'subuser_id', 'acd_queue_id', 'skill_id', 'application_id'].filter(
				(name) => name in record,
			);
			return { ...record, id, ...Object.fromEntries(own.map((name) => [name, id])) };
		});
		const sizes = { last_page: 99_999, total: 999_990, total_count: 999_990 };
		return { ...withRecords(body, found), ...sizes, nextPageToken: `page-${count}` };
	};
}
