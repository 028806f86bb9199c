import type { Method } from '../method';
import { byIdAndName } from './byIdAndName';
import { page } from './page';

export const getSkills: Method = (account, sent, limits) => {
	const keys = { id: 'skill_id', name: 'skill_name', invalid: 222 } as const;
	return page(sent, byIdAndName(sent, account.skills, keys), limits);
};
