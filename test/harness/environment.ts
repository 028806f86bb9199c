import path from 'node:path';

// To be imported before n8n-core, which reads these once. Its settings stay out of the home folder,
// where a real n8n may keep its own; and what a node throws is a result here, nothing to be logged.
process.env.N8N_USER_FOLDER = path.resolve(
	__dirname,
	'../../node_modules/.cache/user-directory',
	process.env.JEST_WORKER_ID ?? 'main',
);
process.env.N8N_LOG_LEVEL ??= 'silent';
