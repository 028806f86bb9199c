import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { Platform } from './platform';
import type { AutocallsSettings } from './settings';

/** What an endpoint works with. */
export interface Context {
	readonly platform: Platform;
	readonly settings: AutocallsSettings;
}

export type Endpoint = (request: ReceivedRequest, context: Context) => Reply;
