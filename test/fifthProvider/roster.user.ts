import type { IDataObject } from 'n8n-workflow';
import { byEmail, byId } from '../../nodes/shared/operations/lookUp';
import type { UserKind } from '../../nodes/shared/output/shape';
import { tokenPaging } from '../../nodes/shared/paging/strategies';
import type { Listing, Page, Query } from '../../nodes/shared/execution/provider';
import { idOf, isRecord, named, number, pick, records, text } from '../../nodes/shared/text/json';
import { unifiedUser } from '../../nodes/shared/output/unified';

export const rosterUser: UserKind = {
	simplify: (member) => pick(member, ['ref', 'nick', 'mail', 'team', 'points', 'joined']),
	unify: (member) =>
		unifiedUser({
			provider: 'roster',
			id: member.ref,
			userName: member.nick,
			displayName: member.nick,
			email: member.mail,
			team: member.team,
			active: member.gone !== true,
			createdAt: member.joined,
		}),
};

/** The next page is a link; its `after` is all that is new in it. */
function tokenIn(link: unknown): string | undefined {
	const query = text(link)?.split('?')[1] ?? '';
	return new URLSearchParams(query).get('after') ?? undefined;
}

/** Those who are gone stay in Roster's list, and are not asked for. */
function page(body: unknown): Page | undefined {
	const members = isRecord(body) ? records(body.members) : undefined;
	if (!members || !isRecord(body)) return undefined;
	const here = members.filter(({ gone }) => gone !== true);
	return {
		records: here,
		dropped: members.length - here.length,
		whole: members,
		...named('total', number(body.headcount)),
		...named('nextToken', tokenIn(body.more)),
	};
}

export const rosterUsers = (query: Query = {}): Listing => ({
	what: 'members',
	call: { method: 'GET', path: '/members', query },
	paging: tokenPaging({ token: 'after', size: 'take', field: 'Page Token' }),
	size: { usual: 4, most: 8 },
	page,
	id: ({ ref }) => idOf(ref),
});

export const rosterDirectory = {
	listing: rosterUsers(),
	keys: { id: byId('ref'), email: byEmail('mail') },
};

export const memberIn = (body: unknown): IDataObject | undefined =>
	isRecord(body) && isRecord(body.member) ? body.member : undefined;
