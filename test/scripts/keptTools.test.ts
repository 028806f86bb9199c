import fs, {
	existsSync,
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
import { takeOrInstall } from '../../scripts/kept-tools.mjs';

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
const keptTool = () => path.join(kept()[0] ?? '', 'node_modules', 'tool', 'bin', 'tool.js');
const read = (...parts: string[]) => readFileSync(path.join(...parts), 'utf8');

/** A checkout in which npm has installed; resolves to its `node_modules`. */
async function installedIn(name: string, lock?: string): Promise<string> {
	const root = checkout(name, lock);
	expect(await takeOrInstall(root, async () => fill(root) !== '')).toBe(false);
	return path.join(root, 'node_modules');
}

/** Whether the tools were linked there; where they aren't, nothing is installed either. */
const taken = async (root: string) => await takeOrInstall(root, async () => false);

it('tools that one checkout has installed are there in the next one, with their links', async () => {
	await installedIn('first');
	rmSync(path.join(folder, 'first'), { recursive: true });

	const second = checkout('second');
	expect(await taken(second)).toBe(true);
	const modules = path.join(second, 'node_modules');
	expect(read(modules, 'tool', 'bin', 'tool.js')).toBe('the tool');
	expect(read(modules, '.package-lock.json')).toBe('the record');
	expect(readlinkSync(path.join(modules, '.bin', 'tool'))).toBe('../tool/bin/tool.js');
	expect(kept()).toHaveLength(1);
	expect(told).not.toHaveBeenCalled();
});

it('they take the place of others that lie there', async () => {
	await installedIn('first');
	const second = checkout('second');
	mkdirSync(path.join(second, 'node_modules', 'old'), { recursive: true });
	expect(await taken(second)).toBe(true);
	expect(readdirSync(path.join(second, 'node_modules')).sort()).toEqual([
		'.bin',
		'.package-lock.json',
		'tool',
	]);
});

it('nothing is linked where nothing was kept, or for another lock file', async () => {
	expect(await taken(checkout('first'))).toBe(false);
	await installedIn('second');
	const third = checkout('third', 'another');
	expect(await taken(third)).toBe(false);
	expect(existsSync(path.join(third, 'node_modules'))).toBe(false);
});

it('what is not whole is not kept', async () => {
	const root = checkout('first');
	await takeOrInstall(root, async () => fill(root) === '');
	expect(kept()).toEqual([]);
});

it.each([
	['written into', (file: string) => writeFileSync(file, 'another tool')],
	['touched', (file: string) => utimesSync(file, 1, 1)],
	['removed', (file: string) => rmSync(file)],
	['added', (file: string) => writeFileSync(`${file}on`, '{}')],
	['linked to', (file: string) => symlinkSync(file, `${file}on`)],
])('where a file was %s since, nothing is linked and nothing stays kept', async (_what, change) => {
	await installedIn('first');
	change(keptTool());
	expect(await taken(checkout('second'))).toBe(false);
	expect(kept()).toEqual([]);
	expect(told).toHaveBeenCalledWith(expect.stringMatching(/were changed by somebody/));
});

it('a change in one checkout is a change of what is kept, and is seen', async () => {
	const modules = await installedIn('first');
	writeFileSync(path.join(modules, 'tool', 'bin', 'tool.js'), 'with a line to find a bug');
	expect(await taken(checkout('second'))).toBe(false);
});

it("npm's record is each checkout's own, as npm writes into it", async () => {
	const first = await installedIn('first');
	const second = checkout('second');
	await taken(second);
	writeFileSync(path.join(first, '.package-lock.json'), 'another record');
	expect(read(second, 'node_modules', '.package-lock.json')).toBe('the record');
	expect(await taken(checkout('third'))).toBe(true);
});

it('tools that can not be linked stay kept, and leave nothing that counts as installed', async () => {
	await installedIn('first');
	const second = checkout('second');
	const link = jest.spyOn(fs, 'linkSync').mockImplementation(() => {
		throw new Error('EXDEV: cross-device link not permitted');
	});
	expect(await taken(second)).toBe(false);
	link.mockRestore();
	expect(existsSync(path.join(second, 'node_modules'))).toBe(false);
	expect(told).toHaveBeenCalledWith(expect.stringMatching(/can't be linked: EXDEV/));
	expect(await taken(checkout('third'))).toBe(true);
});

it('the record is written when all else is there', async () => {
	await installedIn('first');
	const second = checkout('second');
	const copy = jest.spyOn(fs, 'copyFileSync').mockImplementation((_from, to) => {
		expect(existsSync(path.join(path.dirname(String(to)), 'tool', 'bin', 'tool.js'))).toBe(true);
	});
	expect(await taken(second)).toBe(true);
	expect(copy).toHaveBeenCalledTimes(1);
	copy.mockRestore();
});

it('tools that can not be kept are said to be, and leave nothing behind', async () => {
	const first = checkout('first');
	await takeOrInstall(first, async () => {
		mkdirSync(path.join(first, 'node_modules'));
		return true;
	});
	expect(kept()).toEqual([]);
	expect(told).toHaveBeenCalledWith(expect.stringMatching(/not kept.*package-lock/));
});

/** As if nobody had taken the tools for more than a month. */
function age(): void {
	const monthAgo = Date.now() / 1000 - 31 * 24 * 3600;
	utimesSync(kept()[0] ?? '', monthAgo, monthAgo);
}

it('what nobody has taken for a month goes when something else is kept', async () => {
	await installedIn('first');
	age();
	await installedIn('other', 'another');
	expect(kept()).toHaveLength(1);
	expect(await taken(checkout('first again'))).toBe(false);
});

it('what was taken within the month stays', async () => {
	await installedIn('first');
	age();
	await taken(checkout('second'));
	await installedIn('other', 'another');
	expect(kept()).toHaveLength(2);
});

it('two checkouts at once install once', async () => {
	const [first, second] = [checkout('first'), checkout('second')];
	let installs = 0;
	const install = (root: string) => async () => {
		installs += 1;
		await new Promise((resolve) => setTimeout(resolve, 50));
		return fill(root) !== '';
	};
	const linked = await Promise.all([
		takeOrInstall(first, install(first)),
		takeOrInstall(second, install(second)),
	]);
	expect(linked).toEqual([false, true]);
	expect(installs).toBe(1);
});
