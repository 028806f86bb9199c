import type { Method } from '../method';
import { byIdAndName } from './byIdAndName';
import { page } from './page';

export const getApplications: Method = (account, sent, limits) => {
	const keys = { id: 'application_id', name: 'application_name', invalid: 116 } as const;
	return page(sent, byIdAndName(sent, account.applications, keys), limits);
};
