import type { INodeProperties } from 'n8n-workflow';
import { OPTION, pageSizeOption, rateOption } from '../shared/optionFields';

/** What every list of this API offers. */
export const LIST_OPTIONS: INodeProperties[] = [
	OPTION.maxPages,
	OPTION.maxWait,
	OPTION.offset,
	pageSizeOption(100, 1000),
	OPTION.pagesAtOnce,
	rateOption(),
	OPTION.retries,
	OPTION.timeout,
];
