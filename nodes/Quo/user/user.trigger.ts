import type { INodeProperties } from 'n8n-workflow';
import { pageSizeOption, requestOptions } from '../../shared/parameters/optionFields';
import { triggerFields } from '../../shared/trigger/triggerFields';
import type { UserTrigger } from '../../shared/trigger/userTrigger';
import { QUO_RATE } from '../quo.connection';
import { quo } from '../quo.provider';
import { filters, request } from './getAll.operation';
import { includePhoneNumbers } from './includePhoneNumbers';
import { isGone } from './isGone';
import { rawFields } from './user';

export const fields: INodeProperties[] = triggerFields({
	rawFields,
	watched: ['firstName', 'lastName', 'email', 'role'],
	filters,
	options: [includePhoneNumbers, pageSizeOption(50, 50), ...requestOptions(QUO_RATE)],
});

const { name, displayName: title } = includePhoneNumbers;

export const quoTrigger: UserTrigger = {
	provider: quo,
	id: 'id',
	identity: ['firstName', 'lastName', 'email'],
	needs: { phoneNumbers: { name, title } },
	request,
	// 50 users a page and 10 requests a second: reading a long list again takes longer.
	isGone,
};
