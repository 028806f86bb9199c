import type { INodeProperties } from 'n8n-workflow';
import { InputError } from '../../shared/errors';
import { requestOptions } from '../../shared/parameters/optionFields';
import { triggerFields } from '../../shared/trigger/triggerFields';
import type { UserTrigger } from '../../shared/trigger/userTrigger';
import { isOAuth2 } from '../worksection.authentication';
import { WORKSECTION_RATE } from '../worksection.connection';
import { worksection } from '../worksection.provider';
import { filters, request } from './getAll.operation';
import { rawFields } from './rawFields';

export const fields: INodeProperties[] = triggerFields({
	rawFields,
	watched: ['first_name', 'last_name', 'email', 'role', 'title', 'group', 'department'],
	filters,
	options: requestOptions(WORKSECTION_RATE),
});

export const worksectionTrigger: UserTrigger = {
	provider: worksection,
	id: 'id',
	identity: ['name', 'email'],
	refusesToWatch: (item, field) =>
		field === 'date_added' && isOAuth2(item)
			? new InputError(
					`'Fields to Watch' has '${field}', which Worksection returns only to the admin API key.`,
					`Remove '${field}' from 'Fields to Watch', or choose a credential with the API key.`,
				)
			: undefined,
	request,
};
