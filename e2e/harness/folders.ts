import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const e2eFolder = path.resolve(__dirname, '..');
export const projectFolder = path.dirname(e2eFolder);

/** A new folder for what one program needs while it runs. Whoever asked for it removes it. */
export const temporaryFolder = (name: string): string =>
	mkdtempSync(path.join(os.tmpdir(), `user-directory-${name}-`));
