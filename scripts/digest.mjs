import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** A fingerprint of files and folders: of their names and of every byte. */
export function digestOf(root, entries) {
	const hash = createHash('sha256');
	for (const file of entries.flatMap((entry) => filesIn(path.join(root, entry))).sort()) {
		hash
			.update(`${path.relative(root, file)}\0`)
			.update(readFileSync(file))
			.update('\0');
	}
	return hash.digest('hex');
}

function filesIn(entry) {
	if (!existsSync(entry)) return [];
	if (!statSync(entry).isDirectory()) return [entry];
	return readdirSync(entry).flatMap((name) => filesIn(path.join(entry, name)));
}
