import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectFolder, temporaryFolder } from './folders';
import type { ProviderName } from '../../sandbox';

const execute = promisify(execFile);

interface Manifest {
	name: string;
	n8n: { credentials: string[] };
}

const manifestOf = (folder: string) =>
	JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

const manifest = manifestOf(projectFolder);
export const packageName = manifest.name;

const nameOf = (title: string) => title.toLowerCase() as ProviderName;

/** By name, their titles: each provider has one credential of its own name, and a node of that name. */
export const titles = new Map(
	manifest.n8n.credentials.flatMap((file): Array<[ProviderName, string]> => {
		const [, title] = /\/([A-Z][a-z]+)Api\.credentials\.js$/.exec(file) ?? [];
		return title === undefined ? [] : [[nameOf(title), title]];
	}),
);

export const providers = [...titles.keys()].sort();

/** The package of one provider alone. */
export const packageOf = (provider: ProviderName): string => `n8n-nodes-${provider}-users`;

/** Where `gulp packages` writes it. */
export const folderOfPackage = (provider: ProviderName): string =>
	path.join(projectFolder, 'packages', packageOf(provider));

/** Writes the packages of one provider each. */
export async function writePackages(): Promise<void> {
	const gulp = path.join(projectFolder, 'node_modules', 'gulp', 'bin', 'gulp.js');
	await execute(process.execPath, [gulp, '--silent', 'packages'], { cwd: projectFolder });
}

/**
 * Packs what would be published of a package's folder and lays it out in that `node_modules` as n8n's own
 * installer does: without its dev, peer and optional dependencies (community-packages.service,
 * downloadPackage). `dist` has to be built.
 */
async function installPackage(nodeModules: string, source: string): Promise<void> {
	const packed = temporaryFolder('pack');
	const cwd = path.join(nodeModules, manifestOf(source).name);
	try {
		const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', packed];
		const { stdout } = await execute('npm', pack, { cwd: source });
		const [{ filename = '' } = {}] = JSON.parse(stdout) as Array<{ filename?: string }>;
		mkdirSync(cwd, { recursive: true });
		await execute('tar', ['-xzf', path.join(packed, filename), '--strip-components=1'], { cwd });
	} finally {
		rmSync(packed, { recursive: true, force: true });
	}
	const left = ['devDependencies', 'peerDependencies', 'optionalDependencies'];
	const kept = Object.entries(manifestOf(cwd)).filter(([name]) => !left.includes(name));
	writeFileSync(path.join(cwd, 'package.json'), JSON.stringify(Object.fromEntries(kept), null, 2));
}

/** Those in these folders. */
export async function installPackages(nodeModules: string, sources = [projectFolder]) {
	await Promise.all(sources.map(async (source) => await installPackage(nodeModules, source)));
}
