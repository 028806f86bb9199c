import { bothTimes, planFault } from '../../fault';
import type { ProviderUnderTest } from '../../provider';
import { columns } from './columns';
import { tokenRows } from './tokens';

/** The code is nowhere documented; the words are. */
const tooManyRequests = { status: 'error', status_code: 29, message: 'Too many requests' };

export const provider: ProviderUnderTest = {
	columns,
	faults: [
		...bothTimes({
			name: "Worksection's 'too many requests' with 200",
			is: 'slow down',
			status: () => 200,
			says: () => [/too many requests/i],
			plan: (setup, fault) => planFault(setup, { kind: 'body', body: tooManyRequests }, fault),
		}),
		...tokenRows,
	],
	refusal: (text) => ({
		status: 200,
		body: { status: 'error', status_code: 11, message: 'Invalid', message_details: text },
	}),
	wrongKey: { status: 200, says: [/\b2\b/, /hash is missed or invalid/, /API key/] },
	askAgain: [tooManyRequests],
};
