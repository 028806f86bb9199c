import type { Incoming, Reply } from '../exchange';
import type { Room } from '../host';
import { refill } from '../people';
import { Throttle } from '../throttle';
import { Asked } from './asked';
import { Cursors } from './cursors';
import { failureBody, type Wording } from './failures';
import { answered, type QuoPhoneNumber, quoPhoneNumbers } from './phoneNumbers';
import { type QuoUser, quoUsers } from './users';

export interface QuoSettings extends Wording {
	/** By how much `totalItems` is wrong: the spec itself says that it is. */
	lyingTotal: number;
	/** Requests per second and key, a sliding second; 0 is off. The docs say 10. */
	rateLimit: number;
	/** Sent with a 429; the docs name no such header. */
	retryAfter: string | null;
	/** Whether a full last page still has a next one, which is then empty (UNCONFIRMED). */
	trailingEmptyPage: boolean;
}

export const quoDefaults: QuoSettings = {
	errorShape: 'spec',
	docs: 'https://openphone.com/docs',
	lyingTotal: 3,
	rateLimit: 0,
	retryAfter: null,
	trailingEmptyPage: false,
};

/** A raw key, the form of Quo's own. */
export const QUO_KEY = 'q7Zr2VtN5mWc8XbK1pYd4HsJ6gLf9TeA';

interface Route {
	asked: Asked;
	many: (request: Incoming) => Reply;
	one: (id: string) => Reply;
}

export class QuoRoom implements Room {
	readonly warnings: string[] = [];
	readonly people: QuoUser[] = [];
	readonly phoneNumbers: QuoPhoneNumber[] = [];
	private readonly cursors = new Cursors();
	private readonly throttle = new Throttle();
	/** The first two digits of an error code say which area it comes from. */
	private readonly inUsers: Asked;
	private readonly inNumbers: Asked;
	private readonly routes: ReadonlyMap<string, Route>;

	constructor(
		readonly settings: QuoSettings,
		private readonly userCount: number,
	) {
		this.inUsers = new Asked(settings, '11', this.warnings);
		this.inNumbers = new Asked(settings, '04', this.warnings);
		const users = {
			asked: this.inUsers,
			many: (request: Incoming) => this.list(request),
			one: (id: string) => this.user(id),
		};
		const phoneNumbers = {
			asked: this.inNumbers,
			many: (request: Incoming) => this.numbers(request),
			one: (id: string) => this.number(id),
		};
		this.routes = new Map([
			['users', users],
			['phone-numbers', phoneNumbers],
		]);
		this.reset();
	}

	reset(): void {
		refill(this.people, quoUsers(this.userCount));
		refill(this.phoneNumbers, quoPhoneNumbers(this.people));
		this.cursors.reset();
		this.throttle.reset();
	}

	toText(json: unknown): string {
		return JSON.stringify(json);
	}

	failure(status: number): unknown {
		const { area } = this.inUsers;
		return failureBody(this.settings, status, { area, message: `HTTP ${status}` });
	}

	answer(request: Incoming): Reply {
		const [, resource = '', id] = /^\/v1\/([a-z-]+)(?:\/([^/]+))?$/.exec(request.path) ?? [];
		const route = this.routes.get(resource);
		// UNCONFIRMED: what an unknown path or method is answered with
		if (!route || request.method !== 'GET') return { status: 404, json: { message: 'Not Found' } };
		this.authorize(request, route.asked);
		const limit = this.settings.rateLimit || Infinity;
		if (!this.throttle.admits(limit, 1000)) return this.tooMany(route.asked);
		return id === undefined ? route.many(request) : route.one(id);
	}

	private authorize(request: Incoming, asked: Asked): void {
		const key = request.headers.authorization;
		if (key === QUO_KEY) return;
		asked.refuse(401, key ? 'Invalid API key' : 'Missing authorization header');
	}

	/** UNCONFIRMED: the body of a 429. */
	private tooMany({ area }: Asked): Reply {
		const json = failureBody(this.settings, 429, { area, message: 'Too many requests' });
		const { retryAfter } = this.settings;
		const headers: Record<string, string> =
			retryAfter === null ? {} : { 'retry-after': retryAfter };
		return { status: 429, json, headers };
	}

	private list(request: Incoming): Reply {
		const asked = this.inUsers.parameters(request, 'maxResults', 'pageToken');
		const size = this.inUsers.pageSize(asked.maxResults);
		const start = this.pageStart(asked.pageToken);
		const data = this.people.slice(start, start + size);
		const end = start + data.length;
		const full = this.settings.trailingEmptyPage && data.length === size;
		const last = data.at(-1);
		const more = last !== undefined && (end < this.people.length || full);
		const nextPageToken = more ? this.cursors.issue({ after: last.id, index: end - 1 }) : null;
		const totalItems = Math.max(0, this.people.length + this.settings.lyingTotal);
		return { status: 200, json: { data, totalItems, nextPageToken } };
	}

	private pageStart(token: string | undefined): number {
		if (token === undefined) return 0;
		const start = this.cursors.start(token, this.people);
		if (start !== undefined) return start;
		const message = 'Invalid page token';
		const schema = { type: 'string' };
		return this.inUsers.complain({ path: '/pageToken', message, value: token, schema });
	}

	private user(text: string): Reply {
		const id = this.inUsers.identifier(text, 'US', '/userId');
		const data = this.people.find((user) => user.id === id);
		return data ? { status: 200, json: { data } } : this.inUsers.refuse(404, 'User not found');
	}

	private numbers(request: Incoming): Reply {
		const { userId } = this.inNumbers.parameters(request, 'userId');
		if (userId !== undefined) this.inNumbers.identifier(userId, 'US', '/userId');
		const byId = this.byId();
		const data = this.phoneNumbers
			.filter(({ userIds }) => userId === undefined || userIds.includes(userId))
			.map((entry) => answered(entry, byId));
		return { status: 200, json: { data } };
	}

	private number(text: string): Reply {
		const id = this.inNumbers.identifier(text, 'PN', '/phoneNumberId');
		const entry = this.phoneNumbers.find((each) => each.id === id);
		if (!entry) return this.inNumbers.refuse(404, 'Phone number not found');
		return { status: 200, json: { data: answered(entry, this.byId()) } };
	}

	private byId(): Map<string, QuoUser> {
		return new Map(this.people.map((user) => [user.id, user]));
	}
}
