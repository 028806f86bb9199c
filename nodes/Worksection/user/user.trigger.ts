import type { INodeProperties } from 'n8n-workflow';
import { requestOptions } from '../../shared/parameters/optionFields';
import { triggerFields } from '../../shared/trigger/triggerFields';
import type { UserTrigger } from '../../shared/trigger/userTrigger';
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
	request,
};
