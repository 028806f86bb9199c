import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import type { Listing, Query } from '../shared/provider';
import { pick } from '../shared/read';
import { chosen, words } from './voximplant.filters';
import { SKILLS, voximplantList } from './voximplant.list';

/** https://voximplant.com/docs/references/httpapi/skills#getskills */
export const voximplantSkills = (query: Query): Listing => voximplantList(SKILLS, query);

const FILTERS: FilterTable = {
	api: {
		skillId: chosen('Skill', 'skill_id'),
		skillName: words('Skill Name', 'skill_name'),
	},
	node: { search: contains('Search', ({ skill_name }) => [skill_name]) },
};

export const getAllSkills = getAll(
	(item) => {
		const { query, passes } = readFilters(item, FILTERS);
		return { listing: voximplantSkills(query), passes };
	},
	{ simplify: (skill) => pick(skill, ['skill_id', 'skill_name']) },
);
