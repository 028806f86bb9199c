import {
	existsSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../scripts/cache.mjs';
import { keepTools, takeTools } from '../../scripts/kept-tools.mjs';

let folder: string;
let told: jest.SpyInstance;
const cacheBefore = process.env.XDG_CACHE_HOME;

beforeEach(() => {
	folder = mkdtempSync(path.join(os.tmpdir(), 'kept-tools-'));
	process.env.XDG_CACHE_HOME = path.join(folder, 'cache');
	told = jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
	told.mockRestore();
	if (cacheBefore === undefined) delete process.env.XDG_CACHE_HOME;
	else process.env.XDG_CACHE_HOME = cacheBefore;
	rmSync(folder, { recursive: true });
});

/** A checkout with that in its lock file. */
function checkout(name: string, lock = 'one'): string {
	const root = path.join(folder, name);
	mkdirSync(root);
	writeFileSync(path.join(root, 'package-lock.json'), lock);
	return root;
}

/** What npm would have put there. */
function fill(root: string): string {
	const modules = path.join(root, 'node_modules');
	mkdirSync(path.join(modules, 'tool', 'bin'), { recursive: true });
	mkdirSync(path.join(modules, '.bin'));
	writeFileSync(path.join(modules, '.package-lock.json'), 'the record');
	writeFileSync(path.join(modules, 'tool', 'bin', 'tool.js'), 'the tool');
	symlinkSync('../tool/bin/tool.js', path.join(modules, '.bin', 'tool'));
	return modules;
}

const kept = () => readdirSync(cacheFolder()).map((name) => path.join(cacheFolder(), name));

it('tools that one checkout has installed are there in the next one, with their links', () => {
	const first = checkout('first');
	fill(first);
	keepTools(first);
	rmSync(first, { recursive: true });

	const second = checkout('second');
	expect(takeTools(second)).toBe(true);
	const modules = path.join(second, 'node_modules');
	expect(readFileSync(path.join(modules, 'tool', 'bin', 'tool.js'), 'utf8')).toBe('the tool');
	expect(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).toBe('the record');
	expect(readlinkSync(path.join(modules, '.bin', 'tool'))).toBe('../tool/bin/tool.js');
	expect(kept()).toHaveLength(1);
	expect(told).not.toHaveBeenCalled();
});

it('they take the place of others that lie there', () => {
	const first = checkout('first');
	fill(first);
	keepTools(first);
	const second = checkout('second');
	mkdirSync(path.join(second, 'node_modules', 'old'), { recursive: true });
	expect(takeTools(second)).toBe(true);
	expect(readdirSync(path.join(second, 'node_modules')).sort()).toEqual([
		'.bin',
		'.package-lock.json',
		'tool',
	]);
});

it('nothing is taken where nothing was kept, or for another lock file', () => {
	const first = checkout('first');
	expect(takeTools(first)).toBe(false);
	fill(first);
	keepTools(first);
	const second = checkout('second', 'another');
	expect(takeTools(second)).toBe(false);
	expect(existsSync(path.join(second, 'node_modules'))).toBe(false);
});

it.each([
	['written into', (file: string) => writeFileSync(file, 'another tool')],
	['touched', (file: string) => utimesSync(file, 1, 1)],
	['removed', (file: string) => rmSync(file)],
	['added', (file: string) => writeFileSync(`${file}on`, '{}')],
])('where a file was %s since, nothing is taken and nothing stays kept', (_what, change) => {
	const first = checkout('first');
	fill(first);
	keepTools(first);
	change(path.join(kept()[0] ?? '', 'node_modules', 'tool', 'bin', 'tool.js'));
	expect(takeTools(checkout('second'))).toBe(false);
	expect(kept()).toEqual([]);
	expect(told).toHaveBeenCalledWith(expect.stringMatching(/of no use and removed: .*changed/));
});

it('a change in one checkout is a change of what is kept, and is seen', () => {
	const modules = fill(checkout('first'));
	keepTools(path.dirname(modules));
	writeFileSync(path.join(modules, 'tool', 'bin', 'tool.js'), 'with a line to find a bug');
	expect(takeTools(checkout('second'))).toBe(false);
});

it('tools that are kept already stay as they are', () => {
	const first = checkout('first');
	fill(first);
	keepTools(first);
	const before = lstatSync(path.join(kept()[0] ?? '', 'files.json')).ino;
	keepTools(first);
	expect(kept()).toHaveLength(1);
	expect(lstatSync(path.join(kept()[0] ?? '', 'files.json')).ino).toBe(before);
});

it('tools that can not be kept are said to be, and leave nothing behind', () => {
	const first = checkout('first');
	mkdirSync(path.join(first, 'node_modules'));
	keepTools(first);
	expect(kept()).toEqual([]);
	expect(told).toHaveBeenCalledWith(expect.stringMatching(/not kept.*package-lock/));
});
