import { PackageDirectoryLoader } from 'n8n-core';
import { projectFolder, type NodePackage } from './nodePackage';

/** A built package: `dist` here, or an unpacked tarball. Loaded as n8n loads it. */
export async function builtPackage(folder = projectFolder): Promise<NodePackage> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	return {
		name: loader.packageName,
		node: (type) => loader.nodeTypes[type]?.type,
		credential: (type) => loader.credentialTypes[type]?.type,
	};
}
