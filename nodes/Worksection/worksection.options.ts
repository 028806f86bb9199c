import type { INodeProperties } from 'n8n-workflow';
import { OPTION, rateOption } from '../shared/optionFields';

export const LIST_OPTIONS: INodeProperties[] = [
	OPTION.maxWait,
	rateOption(1),
	OPTION.retries,
	OPTION.timeout,
];

export const ONE_OPTIONS: INodeProperties[] = [OPTION.concurrency, ...LIST_OPTIONS];
