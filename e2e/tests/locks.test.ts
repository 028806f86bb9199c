import { readFileSync } from 'node:fs';
import path from 'node:path';
import { e2eFolder } from '../harness/places';

const locks = ['.', 'install/node24', 'install/n8n'];

describe.each(locks)('the lock file in %s', (folder) => {
	const text = readFileSync(path.join(e2eFolder, folder, 'package-lock.json'), 'utf8');

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
