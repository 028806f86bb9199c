import type { Directory } from '../../shared/operations/lookUp';
import type { Shapes } from '../../shared/output/shape';
import { byId, byName } from '../../shared/paging/keys';
import { selectFields } from '../../shared/text/json';
import { worksectionListing } from '../worksection.actions';

export const teamShapes: Shapes = {
	simplify: (team) => selectFields(team, ['id', 'title', 'type', 'client']),
};

/** https://worksection.com/en/faq/api-user.html: `get_user_groups`, not paged. */
export const teamDirectory: Directory = {
	listing: worksectionListing('teams', 'get_user_groups'),
	keys: { id: byId('id'), name: byName('title') },
	noun: 'team',
};
