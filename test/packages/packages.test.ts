import path from 'node:path';
import { projectFolder } from '../harness/nodePackage';
import { specs } from '../harness/specs';
import { run } from '../package/tarball';

jest.setTimeout(180_000);

/** All specs look at what it writes, so that one file runs them. */
beforeAll(async () => {
	const gulp = path.join(projectFolder, 'node_modules/gulp/bin/gulp.js');
	await run(process.execPath, [gulp, '--silent', 'packages']);
});

specs(__dirname);
