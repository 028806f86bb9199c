import type { INodeProperties } from 'n8n-workflow';
import { OPTION, requestOptions } from '../../shared/parameters/optionFields';
import { triggerFields } from '../../shared/trigger/triggerFields';
import type { UserTrigger } from '../../shared/trigger/userTrigger';
import { autocalls } from '../autocalls.provider';
import { filters, request } from './getAll.operation';
import { rawFields } from './user';

export const fields: INodeProperties[] = triggerFields({
	rawFields,
	watched: ['name', 'email'],
	filters,
	options: [OPTION.pagesAtOnce, ...requestOptions()],
});

export const autocallsTrigger: UserTrigger = {
	provider: autocalls,
	id: 'id',
	identity: ['name', 'email'],
	request,
};
