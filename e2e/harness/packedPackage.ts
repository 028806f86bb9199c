import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { npmScript } from './npm';
import { projectFolder, temporaryFolder } from './places';

const execute = promisify(execFile);
const manifestOf = (folder: string) =>
	JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { name: string };

export const packageName = manifestOf(projectFolder).name;

/**
 * Packs what would be published and lays it out in that `node_modules` as n8n's own installer does:
 * without its dev, peer and optional dependencies (community-packages.service, downloadPackage).
 * `dist` has to be built.
 */
export async function layOutPackage(nodeModules: string): Promise<string> {
	const packed = temporaryFolder('pack');
	const folder = path.join(nodeModules, packageName);
	try {
		const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', packed];
		const { stdout } = await execute(process.execPath, [npmScript(), ...pack], {
			cwd: projectFolder,
		});
		const [{ filename = '' } = {}] = JSON.parse(stdout) as Array<{ filename?: string }>;
		mkdirSync(folder, { recursive: true });
		await execute('tar', ['-xzf', path.join(packed, filename), '--strip-components=1'], {
			cwd: folder,
		});
	} finally {
		rmSync(packed, { recursive: true, force: true });
	}
	const {
		devDependencies: _dev,
		peerDependencies: _peer,
		optionalDependencies: _optional,
		...rest
	} = manifestOf(folder) as Record<string, unknown>;
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify(rest, null, 2));
	return folder;
}
