'use strict';

// Writes packages/: one package for each provider, from the same sources. n8n verifies packages of one
// service each. https://docs.n8n.io/integrations/creating-nodes/build/reference/verification-guidelines/

const { cp, mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const { existsSync } = require('node:fs');
const path = require('node:path');
const manifest = require('../package.json');
const { compile } = require('./compile');
const { readmeFor } = require('./readme');

const folder = 'packages';

const BUNDLED = [{ name: 'jose', file: 'nodes/Voximplant/jose.js' }];

/** The folders of providers, which have a node named after them and a `*.provider.ts`. */
const providers = [...new Set(manifest.n8n.nodes.map((file) => path.basename(path.dirname(file))))]
	.map((name) => ({ folder: name, provider: name[0].toLowerCase() + name.slice(1) }))
	.filter(({ folder: name, provider }) => existsSync(`nodes/${name}/${provider}.provider.ts`));

/** As the node's class says. */
async function textIn(file, field) {
	const value = new RegExp(`\\n\\t\\t${field}:\\s*\\n?\\s*'((?:[^'\\\\]|\\\\.)*)'`).exec(
		await readFile(file, 'utf8'),
	)?.[1];
	if (value === undefined) throw new Error(`${file} has no ${field}.`);
	return value.replaceAll("\\'", "'");
}

const sourceOf = (file) => file.slice('dist/'.length).replace(/\.js$/, '.ts');

async function writePackage({ folder: name, provider }) {
	const own = (file) => path.basename(file).startsWith(name);
	const nodes = manifest.n8n.nodes.filter((file) => file.includes(`/nodes/${name}/`));
	const credentials = manifest.n8n.credentials.filter(own);
	const node = `nodes/${name}/${name}.node.ts`;
	const title = await textIn(node, 'displayName');
	const described = await textIn(node, 'description');
	const one = {
		title,
		name: `n8n-nodes-${provider}-users`,
		description: `${title} for n8n workflows: ${described[0].toLowerCase()}${described.slice(1)}`,
	};
	const home = path.join(folder, one.name);
	await mkdir(home, { recursive: true });
	await compile({ nodes, credentials }, path.join(home, 'dist'));
	// n8n's scanner reads the sources, in the commit that the package was made from.
	for (const source of ['nodes/shared', `nodes/${name}`, ...credentials.map(sourceOf)]) {
		await cp(source, path.join(home, source), { recursive: true });
	}
	await copyData(home, { name, provider, nodes, packageName: one.name });
	const readme = await readFile('README.md', 'utf8');
	const filters = await readFile('docs/filters.md', 'utf8');
	await writeFile(path.join(home, 'README.md'), readmeFor(one, { readme, filters, manifest }));
	await cp('LICENSE.md', path.join(home, 'LICENSE.md'));
	await writeFile(
		path.join(home, 'package.json'),
		`${JSON.stringify(manifestFor(one, { nodes, credentials, provider, home }), null, '\t')}\n`,
	);
}

/** Icons, what the node panel knows of each node, and the previews of fields. */
async function copyData(home, { name, provider, nodes, packageName }) {
	for (const icon of [`${provider}.svg`, `${provider}.dark.svg`]) {
		if (!existsSync(`icons/${icon}`)) throw new Error(`${name} has no icon: icons/${icon}.`);
		await cp(`icons/${icon}`, path.join(home, 'icons', icon));
		await cp(`icons/${icon}`, path.join(home, 'dist/icons', icon));
	}
	for (const file of nodes) {
		const codex = file.replace(/\.js$/, '.json').slice('dist/'.length);
		const text = await readFile(codex, 'utf8');
		await writeFile(path.join(home, 'dist', codex), text.replaceAll(manifest.name, packageName));
	}
	const schemas = `nodes/${name}/__schema__`;
	await cp(schemas, path.join(home, 'dist', schemas), { recursive: true });
}

function manifestFor({ name, title, description }, { nodes, credentials, provider, home }) {
	// n8n's lint allows the import of what is bundled where it is named here.
	const bundled = BUNDLED.filter(({ file }) => existsSync(path.join(home, 'dist', file)));
	const { version, license, author, homepage, repository, bugs, engines, publishConfig } = manifest;
	return {
		name,
		version,
		description,
		license,
		author,
		homepage,
		repository: { ...repository, directory: home.split(path.sep).join('/') },
		bugs,
		keywords: ['n8n-community-node-package', 'n8n', 'n8n-nodes', 'users', provider],
		engines,
		files: ['dist'],
		publishConfig,
		n8n: { n8nNodesApiVersion: manifest.n8n.n8nNodesApiVersion, strict: true, nodes, credentials },
		peerDependencies: manifest.peerDependencies,
		...(bundled.length > 0 && {
			devDependencies: Object.fromEntries(
				bundled.map(({ name: module }) => [module, manifest.devDependencies[module]]),
			),
		}),
	};
}

exports.writePackages = async function writePackages() {
	await rm(folder, { recursive: true, force: true });
	for (const provider of providers) await writePackage(provider);
};
