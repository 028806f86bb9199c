import { readdirSync } from 'node:fs';
import path from 'node:path';

const SPEC = '.spec.ts';
const TEST = '.test.ts';

/**
 * Runs a folder's `*.spec.ts` in one test file: n8n-core, which takes a second to load, is loaded once. Each is a
 * `describe` with the name of its file (`npx jest test/providers/quo -t getAll.pages`), so that its hooks are its own.
 * Where a test file would take long, another one beside it, `bind.test.ts`, runs the specs whose names begin so.
 */
export function specs(folder: string): void {
	const files = readdirSync(folder).sort();
	const main = path.basename(folder);
	const others = files
		.filter((file) => file.endsWith(TEST))
		.map((file) => path.basename(file, TEST));
	const ownerOf = (spec: string) =>
		others.find((name) => name !== main && spec.startsWith(`${name}.`)) ?? main;
	const own = path.basename(expect.getState().testPath ?? '', TEST);
	for (const file of files.filter((name) => name.endsWith(SPEC) && ownerOf(name) === own)) {
		describe(path.basename(file, SPEC), () => void jest.requireActual(path.join(folder, file)));
	}
}
