import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../package.json';
import { projectFolder } from './harness/nodePackage';

const inProject = (...parts: string[]) => path.join(projectFolder, ...parts);

const pages = ['', 'docs', 'bench'].flatMap((folder) =>
	readdirSync(inProject(folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => path.join(folder, name)),
);

/** Files that a page may name by the end of their path. */
const sources = ['nodes', 'credentials', 'scripts', 'test', 'sandbox'].flatMap((folder) =>
	readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' }).map(
		(name) => `/${folder}/${name.split(path.sep).join('/')}`,
	),
);

const matches = (text: string, pattern: RegExp) =>
	[...text.matchAll(pattern)].map(([, found = '']) => found);

describe.each(pages)('%s', (page) => {
	const text = readFileSync(inProject(page), 'utf8');

	it('links only to files that are there', () => {
		const links = matches(text, /\]\((?!https:|#)([^)#]+)/g);
		const missing = links.filter((link) => !existsSync(inProject(path.dirname(page), link)));
		expect(missing).toEqual([]);
	});

	it('names only files that are there', () => {
		const named = matches(text, /`([\w./-]+\.(?:ts|mjs|cjs))`/g);
		const isThere = (name: string) =>
			existsSync(inProject(name)) ||
			existsSync(inProject(path.dirname(page), name)) ||
			sources.some((file) => file.endsWith(`/${name}`));
		expect(named.filter((name) => !isThere(name))).toEqual([]);
	});

	it('names only commands that are there', () => {
		const commands = matches(text, /npm run ([\w:-]+)/g);
		expect(commands.filter((command) => !(command in manifest.scripts))).toEqual([]);
	});
});

it('the README is short', () => {
	expect(readFileSync(inProject('README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(221);
});
