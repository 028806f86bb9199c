import os from 'node:os';
import path from 'node:path';

/** What is installed once for all checkouts lies here. */
export const cacheFolder = () =>
	path.join(
		process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
		'n8n-nodes-user-directory',
	);
