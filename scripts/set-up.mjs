// Installs and builds what is missing. It uses nothing but Node, because nothing else is there yet.
// `node scripts/set-up.mjs` does both; `--install-only` leaves the build alone, and folders that are
// named are installed as well.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { digestOf } from './digest.mjs';
import { takeOrInstall } from './kept-tools.mjs';
import { alone } from './lock.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const stamp = at('node_modules', '.cache', 'user-directory', 'built');
const sources = [
	'nodes',
	'credentials',
	'icons',
	'gulpfile.js',
	'tsconfig.json',
	'tsconfig.build.json',
	// The tools' versions
	'package-lock.json',
];

export class SetUpError extends Error {}

/**
 * `build`: 'missing' (where dist isn't what sources and tools make) or 'never'.
 * `folders`: others with a package.json of their own, installed too.
 * `kept`: takes tools that an earlier checkout has installed, and keeps them for the next one.
 */
export async function setUp({ build = 'missing', folders = [], kept = false } = {}) {
	if (Number.parseInt(process.versions.node, 10) < 20) {
		throw new SetUpError(`Node 20 or newer is needed; this is Node ${process.versions.node}.`);
	}
	await alone(at('.set-up.lock'), async () => {
		for (const folder of [root, ...folders.map((name) => at(name))]) {
			if (!isInstalled(folder)) await (kept ? linkOrInstall(folder) : install(folder));
		}
		if (build === 'missing' && !isBuilt()) await buildPackage();
	});
}

/** npm's record of what lies in node_modules says the same as package-lock.json. */
function isInstalled(folder) {
	const record = path.join(folder, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const { packages: present } = readJson(record);
	const { packages: wanted } = readJson(path.join(folder, 'package-lock.json'));
	return Object.entries(wanted).every(
		([where, { version, optional, peer }]) =>
			where === '' ||
			present[where]?.version === version ||
			((optional || peer) && !present[where]),
	);
}

async function linkOrInstall(folder) {
	const started = Date.now();
	const linked = await takeOrInstall(folder, async () => {
		await install(folder);
		return isInstalled(folder);
	});
	if (linked) console.log(`Linked the tools that were installed before, in ${since(started)}.`);
}

async function install(folder) {
	const where = path.relative(root, folder);
	console.log(
		`Installing the tools that build, run and test this package (npm ci${where && ` in ${where}`}) …`,
	);
	const started = Date.now();
	const sign = setInterval(() => {
		if (!process.stdout.isTTY) console.log(`  still installing, ${since(started)}`);
	}, 10_000);
	try {
		await run(...npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder));
	} catch {
		throw new SetUpError(
			'npm ci failed; its own words are above. Once that is mended, run this again.',
		);
	} finally {
		clearInterval(sign);
	}
	console.log(`Installed in ${since(started)}.`);
}

/** The last build that went well was of these sources, and dist is as it left it. */
const isBuilt = () =>
	existsSync(stamp) && readFileSync(stamp, 'utf8') === signOf(digestOf(root, sources));

const signOf = (made) => `${made} ${digestOf(root, ['dist'])}`;

async function buildPackage() {
	console.log('Building dist …');
	const started = Date.now();
	const digest = digestOf(root, sources);
	try {
		await run(process.execPath, [
			at('node_modules', 'gulp', 'bin', 'gulp.js'),
			'--silent',
			'build',
		]);
	} catch {
		throw new SetUpError('The build failed; the reason is above.');
	}
	mkdirSync(path.dirname(stamp), { recursive: true });
	writeFileSync(stamp, signOf(digest));
	console.log(`Built in ${since(started)}.`);
}

/** The npm that started us, else the one on the path. */
function npm(args, cwd) {
	const started = process.env.npm_execpath;
	if (started && path.basename(started) === 'npm-cli.js') {
		return [process.execPath, [started, ...args], { cwd }];
	}
	return ['npm', args, { cwd, shell: process.platform === 'win32' }];
}

export async function run(command, args, options = {}) {
	const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
	const code = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	if (code !== 0) throw new Error(`${command} ended with code ${code}`);
}

export const since = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
	const build = process.argv.includes('--install-only') ? 'never' : 'missing';
	setUp({ build, folders }).catch((error) => {
		console.error(error instanceof SetUpError ? error.message : error);
		process.exitCode = 1;
	});
}
