import { contains, readFilters } from '../shared/filters';
import type { FilterTable } from '../shared/filters';
import { getAll } from '../shared/getAll';
import { pick } from '../shared/read';
import { chosen, words } from './voximplant.filters';
import { APPLICATIONS, voximplantList } from './voximplant.list';

const SIMPLIFIED = ['application_id', 'application_name', 'modified', 'secure_record_storage'];

const FILTERS: FilterTable = {
	api: {
		applicationId: chosen('Application', 'application_id'),
		applicationName: words('Application Name', 'application_name'),
	},
	node: { search: contains('Search', ({ application_name }) => [application_name]) },
};

/** https://docs.voximplant.ai/api-reference/management-api/reference/applications/get-applications */
export const getAllApplications = getAll(
	(item) => {
		const { query, passes } = readFilters(item, FILTERS);
		return { listing: voximplantList(APPLICATIONS, query), passes };
	},
	{ simplify: (application) => pick(application, SIMPLIFIED) },
);
