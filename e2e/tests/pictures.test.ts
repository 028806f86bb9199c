import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../harness/folders';

const folder = path.join(projectFolder, 'docs', 'images');
const pictures = readdirSync(folder);

describe('the pictures of the README and the page on User Directory', () => {
	it('are those that are there', () => {
		const pages = ['README.md', path.join('docs', 'user-directory.md')].map((page) =>
			readFileSync(path.join(projectFolder, page), 'utf8'),
		);
		const shown = [...pages.join('\n').matchAll(/!\[[^\]]+\]\((?:docs\/)?images\/([^)]+)\)/g)].map(
			([, name]) => name,
		);
		expect([...new Set(shown)].sort()).toEqual(pictures.sort());
	});

	it.each(pictures)('%s is light', (name) => {
		expect(readFileSync(path.join(folder, name)).length).toBeLessThan(150 * 1024);
	});

	it('are no part of the package', () => {
		const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
		const json = execFileSync('npm', pack, { cwd: projectFolder, encoding: 'utf8' });
		const [{ files }] = JSON.parse(json) as [{ files: Array<{ path: string }> }];
		expect(files.length).toBeGreaterThan(0);
		expect(files.filter((file) => file.path.endsWith('.png'))).toEqual([]);
	});
});
