import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../harness/folders';

/** Wherever they are: of the package, the benchmark, these tests, and what these install. */
const locksIn = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const file = path.join(folder, entry.name);
		if (entry.name === 'package-lock.json') return [path.relative(projectFolder, file)];
		return entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name) ? locksIn(file) : [];
	});
const locks = locksIn(projectFolder);

it('there are as many lock files as are known of, or more', () => {
	expect(locks.length).toBeGreaterThanOrEqual(5);
});

describe.each(locks)('%s', (lock) => {
	const text = readFileSync(path.join(projectFolder, lock), 'utf8');

	it('names no registry, so that everybody installs from their own', () => {
		expect(text).not.toMatch(/"resolved"|https?:\/\/\S*registry/);
	});

	it('knows every package by its content', () => {
		const { packages } = JSON.parse(text) as {
			packages: Record<string, { integrity?: string; inBundle?: boolean; link?: boolean }>;
		};
		const known = Object.entries(packages).filter(([where]) => where !== '');
		const unknown = known.filter(([, { integrity, inBundle }]) => !integrity && !inBundle);
		expect(unknown.map(([where]) => where)).toEqual([]);
		expect(known.length).toBeGreaterThan(0);
	});
});
