import type { Query } from '../../shared/http/connection';
import type { Listing } from '../../shared/paging/listing';
import { fromList, idMode } from '../../shared/parameters/fields';
import { voximplantListing } from '../voximplant.methods';

export const skillModes = [fromList('searchSkills'), idMode('e.g. 1234')];

/** https://voximplant.com/docs/references/httpapi/skills#getskills */
export const skillListing = (query: Query): Listing =>
	voximplantListing({ what: 'skills', method: 'GetSkills', id: 'skill_id' }, query);
