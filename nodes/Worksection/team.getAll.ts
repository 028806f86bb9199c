import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { teamDirectory, worksectionTeam } from './worksection.team';

const FILTERS: FilterTable = { node: { search: contains('Search', ({ title }) => [title]) } };

export const getAllTeams = getAll(
	(item) => ({ listing: teamDirectory.listing, passes: readFilters(item, FILTERS).passes }),
	worksectionTeam,
);
