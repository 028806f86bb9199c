// Installs what package-lock.json names and builds dist, each only where it is missing or out of date.
// It uses nothing but Node.js, because nothing else is there yet. `--install-only` leaves dist alone.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const since = (started) => `${((Date.now() - started) / 1000).toFixed(1)} s`;

const at = (...parts) => path.join(root, ...parts);
/** Its time is when the last build that succeeded began. */
const stamp = at('node_modules', '.cache', 'user-directory', 'built');
const sources = [
	'nodes',
	'credentials',
	'icons',
	'gulp',
	'gulpfile.js',
	'package.json',
	'package-lock.json',
];

/** Resolves to whether everything is there. Where it isn't, the reason was printed. */
export async function setUp({ build = true, folders = [] } = {}) {
	if (Number.parseInt(process.versions.node, 10) < 20) {
		console.error(`Node.js 20 or newer is needed. This is Node.js ${process.versions.node}.`);
		return false;
	}
	for (const folder of ['', ...folders]) {
		if (!isInstalled(at(folder)) && !(await install(folder))) return false;
	}
	return !build || isBuilt() || (await buildPackage());
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

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

async function install(folder) {
	const started = Date.now();
	console.log(`Installing the packages of ${folder || 'this project'} (npm ci) …`);
	const progress = setInterval(() => {
		if (!process.stdout.isTTY) console.log(`  still installing, ${since(started)}`);
	}, 10_000);
	const isWell = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder);
	clearInterval(progress);
	if (isWell) console.log(`Installed in ${since(started)}.`);
	else console.error('npm ci failed. Its own message is above. Fix the cause and run this again.');
	return isWell;
}

const isBuilt = () =>
	existsSync(at('dist')) &&
	existsSync(stamp) &&
	sources.every((name) => newest(at(name)) < statSync(stamp).mtimeMs);

function newest(file) {
	const { mtimeMs } = statSync(file);
	if (!statSync(file).isDirectory()) return mtimeMs;
	return Math.max(mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

async function buildPackage() {
	const started = Date.now();
	console.log('Building dist …');
	const isWell = await run(process.execPath, ['node_modules/gulp/bin/gulp.js', '--silent']);
	if (!isWell) {
		console.error('The build failed. The reason is above.');
		return false;
	}
	mkdirSync(path.dirname(stamp), { recursive: true });
	writeFileSync(stamp, '');
	utimesSync(stamp, started / 1000, started / 1000);
	console.log(`Built in ${since(started)}.`);
	return true;
}

async function run(command, args, folder = '') {
	// On Windows, npm is a script of the shell.
	const shell = command === 'npm' && process.platform === 'win32';
	const child = spawn(command, args, { cwd: at(folder), stdio: 'inherit', shell });
	const [code] = await once(child, 'close').catch((error) => [error.message]);
	return code === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
	const isWell = await setUp({ build: !process.argv.includes('--install-only'), folders });
	process.exitCode = isWell ? 0 : 1;
}
