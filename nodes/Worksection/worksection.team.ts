import type { Directory, Keys } from '../shared/find';
import { byId } from '../shared/find';
import type { Kind } from '../shared/output';
import { pick, text } from '../shared/read';
import { worksectionList } from './worksection.list';

export const worksectionTeam: Kind = {
	simplify: (team) => pick(team, ['id', 'title', 'type', 'client']),
};

const keys: Keys = {
	id: byId('id'),
	name: { label: 'name', of: ({ title }) => text(title) ?? undefined },
};

/** https://worksection.com/en/faq/api-user.html: `get_user_groups`, not paged. */
export const teamDirectory: Directory = {
	listing: worksectionList('teams', 'get_user_groups'),
	keys,
	noun: 'team',
};
