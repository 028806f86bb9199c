import type { Reply } from '../server/reply';
import type { ReceivedRequest } from '../server/request';
import type { Area } from './errors';
import type { Parameters } from './parameters';
import type { QuoSettings } from './settings';
import type { Workspace } from './workspace';

/** What an endpoint works with. */
export interface Context {
	readonly workspace: Workspace;
	readonly settings: QuoSettings;
	readonly parameters: Parameters;
}

/** A resource of the API: `GET /v1/<path>` and `GET /v1/<path>/<id>`. */
export interface Resource {
	readonly area: Area;
	readonly list: (request: ReceivedRequest, context: Context) => Reply;
	readonly get: (id: string, context: Context) => Reply;
}
