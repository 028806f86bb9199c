import type { IDataObject } from 'n8n-workflow';
import { json, WireServer, type Arrival } from '../shared/http/wireServer';
import { PROOF, proofOf } from './roster.auth';

export const key = 'roster-key-1';

/** A tiny Roster: members in order, a link to the next page, outcomes instead of status codes. */
export class RosterServer {
	members: IDataObject[] = [];

	/** Outcomes that come in place of the next answers; `ASLEEP` after the work was done. */
	readonly outcomes: string[] = [];

	/** Answers repeat the address and the proof that they were asked with. */
	echoes = false;

	private constructor(readonly wire: WireServer) {}

	static async open(): Promise<RosterServer> {
		const server = new RosterServer(await WireServer.open());
		server.reset(0);
		return server;
	}

	reset(count: number): void {
		this.members = Array.from({ length: count }, (_, at) => member(at));
		this.outcomes.length = 0;
		this.echoes = false;
		this.wire.react((response, arrival, number) => {
			json(this.answer(arrival))(response, arrival, number);
		});
	}

	/** Without their proofs, which no answer depends on. */
	get requests(): string[] {
		return this.wire.arrived.map(({ method, url }) => `${method} ${withoutProof(url)}`);
	}

	private answer(arrival: Arrival): IDataObject {
		const proof = new URL(arrival.url, 'http://roster').searchParams.get(PROOF) ?? '';
		const answer =
			proof === proofOf(withoutProof(arrival.url), key)
				? this.answerMember(arrival)
				: { outcome: 'STRANGER', why: ['who are you?'] };
		return this.echoes ? withEcho(answer, [arrival.url, `proof ${proof}`]) : answer;
	}

	private answerMember({ method, url, body }: Arrival): IDataObject {
		const outcome = this.outcomes.shift();
		if (outcome === 'BUSY' || outcome === 'ENDLESS') return this.refusal(outcome);
		const { pathname, searchParams } = new URL(url, 'http://roster');
		const done =
			method === 'POST'
				? this.create(JSON.parse(body) as IDataObject)
				: this.read(pathname, searchParams);
		return outcome === undefined ? done : { outcome, why: ['ask again later'] };
	}

	private refusal(outcome: string): IDataObject {
		if (outcome === 'BUSY') return { outcome, why: ['too many requests'] };
		return { outcome: 'DONE', members: this.members.slice(0, 1), more: '/members?after=0' };
	}

	private read(path: string, query: URLSearchParams): IDataObject {
		const ref = decodeURIComponent(path.split('/')[2] ?? '');
		if (ref === '') return this.list(query);
		const found = this.members.find((other) => other.ref === ref);
		return found
			? { outcome: 'DONE', member: found }
			: { outcome: 'NO_SUCH_MEMBER', why: [`nobody is called ${ref}`] };
	}

	private list(query: URLSearchParams): IDataObject {
		const team = query.get('team');
		const list = this.members.filter((other) => team === null || other.team === team);
		const start = Number(query.get('after') ?? 0);
		const end = start + Number(query.get('take'));
		return {
			outcome: 'DONE',
			headcount: list.length,
			members: list.slice(start, end),
			more: end < list.length ? `/members?take=${query.get('take')}&after=${end}` : null,
		};
	}

	private create({ mail, nick, password }: IDataObject): IDataObject {
		if (this.members.some((other) => other.mail === mail)) {
			return { outcome: 'TAKEN', why: [`${String(mail)} is here`, `not with ${String(password)}`] };
		}
		const created = { ...member(this.members.length), mail, nick, gone: false };
		this.members.push(created);
		return { outcome: 'DONE', member: created };
	}
}

const withoutProof = (url: string): string => url.replace(new RegExp(`[?&]${PROOF}=[^&]*`), '');

function withEcho(answer: IDataObject, echo: string[]): IDataObject {
	const { members, member: one, why } = answer;
	const add = (to: unknown) => ({ ...(to as IDataObject), echo });
	if (Array.isArray(members)) return { ...answer, members: members.map(add) };
	return one
		? { ...answer, member: add(one) }
		: { ...answer, why: [...(why as string[]), ...echo] };
}

const member = (at: number): IDataObject => ({
	ref: `m-${at}`,
	nick: `Nick ${at}`,
	mail: `nick${at}@Example.com`,
	team: at % 2 === 0 ? 'Blue' : 'Red',
	points: at * 10,
	joined: `2026-01-${String((at % 28) + 1).padStart(2, '0')} 09:00`,
	...(at % 5 === 4 ? { gone: true } : {}),
});
