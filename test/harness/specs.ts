import { readdirSync } from 'node:fs';
import path from 'node:path';

const ENDING = '.spec.ts';

/**
 * Runs a folder's `*.spec.ts` in one test file: n8n-core, which takes a second to load, is loaded once. Each is a
 * `describe` with the name of its file (`npx jest test/providers/quo -t getAll.pages`), so that its hooks are its own.
 */
export function specs(folder: string): void {
	for (const file of readdirSync(folder).sort()) {
		if (!file.endsWith(ENDING)) continue;
		describe(path.basename(file, ENDING), () => void jest.requireActual(path.join(folder, file)));
	}
}
