import type { INodeProperties } from 'n8n-workflow';
import { pageSizeOption, requestOptions } from '../../../nodes/shared/parameters/optionFields';
import { triggerFields } from '../../../nodes/shared/trigger/triggerFields';
import type { UserTrigger } from '../../../nodes/shared/trigger/userTrigger';
import { roster } from '../roster.provider';
import { filters, request } from './getAll.operation';
import { rawFields } from './user';

export const fields: INodeProperties[] = triggerFields({
	rawFields,
	watched: ['nick'],
	filters,
	options: [pageSizeOption(4, 8), ...requestOptions()],
});

export const rosterTrigger: UserTrigger = {
	provider: roster,
	id: 'ref',
	identity: ['nick', 'mail'],
	request,
};
