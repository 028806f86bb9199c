import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import type { Users } from '../../../nodes/shared/execution/provider';
import type { Query } from '../../../nodes/shared/http/connection';
import { unifiedUser } from '../../../nodes/shared/output/unified';
import { byEmail, byId } from '../../../nodes/shared/paging/keys';
import type { Listing, Page } from '../../../nodes/shared/paging/listing';
import { tokenPaging } from '../../../nodes/shared/paging/strategies';
import {
	defined,
	idOf,
	number,
	record,
	records,
	selectFields,
	text,
} from '../../../nodes/shared/text/json';

export const rawFields: INodePropertyOptions[] = [{ name: 'Nick', value: 'nick' }];

/** The next page is a link; its `after` is all that is new in it. */
function tokenIn(link: unknown): string | null {
	const query = text(link)?.split('?')[1] ?? '';
	return new URLSearchParams(query).get('after');
}

/** Those who are gone stay in Roster's list, and are not asked for. */
function page(body: unknown): Page | undefined {
	const { members, headcount, more } = record(body) ?? {};
	const whole = records(members);
	if (!whole) return undefined;
	const here = whole.filter(({ gone }) => gone !== true);
	return {
		records: here,
		dropped: whole.length - here.length,
		whole,
		...defined({ total: number(headcount), nextToken: tokenIn(more) }),
	};
}

export const membersWith = (query: Query = {}): Listing => ({
	what: 'members',
	call: { method: 'GET', path: '/members', query },
	paging: tokenPaging({ token: 'after', size: 'take', field: 'Page Token' }),
	size: { usual: 4, most: 8 },
	page,
	id: ({ ref }) => idOf(ref),
});

export const memberIn = (body: unknown): IDataObject | undefined => record(record(body)?.member);

export const rosterUsers: Users = {
	listing: () => membersWith(),
	keys: { id: byId('ref'), email: byEmail('mail') },
	label: ({ nick, mail }) => [nick, mail],
	shapes: {
		fields: rawFields,
		simplify: (member) => selectFields(member, ['ref', 'nick', 'mail', 'team', 'points', 'joined']),
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
	},
};
