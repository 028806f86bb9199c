'use strict';

const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { rollup } = require('rollup');
const ts = require('typescript');

// jose signs for Voximplant. It is ESM-only and may not be a dependency, so it ships with its licence.
const jose = path.resolve('node_modules/jose');

const typescript = {
	name: 'typescript',
	resolveId(id, importer) {
		if (id === 'jose') return path.join(jose, 'dist/webapi/index.js');
		const isOwn = /^\.\.?\//.test(id) && importer.endsWith('.ts');
		return isOwn ? path.resolve(path.dirname(importer), `${id}.ts`) : null;
	},
	transform(code, id) {
		if (!id.endsWith('.ts')) return null;
		const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
		// Indented with tabs, as the sources are.
		return ts
			.transpile(code, compilerOptions, id)
			.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
	},
};

const slashed = (file) => file.split(path.sep).join('/');

// n8n loads every node when it starts, so dist has few files: one for each layer of nodes/shared and for each
// provider. Each file is in one of them only, because errors are told apart by instanceof.
function fileOf(id) {
	if (id.startsWith(jose)) return 'nodes/Voximplant/jose';
	const [, folder, rest] = /^(nodes\/[^/]+)\/(.*)[.]ts$/.exec(slashed(path.relative('', id))) ?? [];
	if (!folder || rest.endsWith('.node')) return undefined;
	if (folder === 'nodes/shared') return `${folder}/${rest.split('/')[0]}`;
	const name = path.basename(folder);
	return `${folder}/${name[0].toLowerCase()}${name.slice(1)}`;
}

/** Compiles the nodes and credentials of a manifest into a folder. */
exports.compile = async function compile({ nodes, credentials }, folder) {
	const licence = await readFile(path.join(jose, 'LICENSE.md'), 'utf8');
	const entries = [...nodes, ...credentials].map((file) =>
		file.slice('dist/'.length, -'.js'.length),
	);
	const bundle = await rollup({
		input: Object.fromEntries(entries.map((entry) => [entry, `${entry}.ts`])),
		external: ['n8n-workflow', 'crypto'],
		plugins: [typescript],
		onLog(level, { message }) {
			if (level === 'warn') throw new Error(message);
		},
	});
	await bundle.write({
		dir: folder,
		format: 'cjs',
		exports: 'named',
		entryFileNames: '[name].js',
		chunkFileNames: '[name].js',
		manualChunks: fileOf,
		hoistTransitiveImports: false,
		generatedCode: { preset: 'es2015', symbols: false },
		freeze: false,
		banner: ({ name }) => (name.endsWith('/jose') ? `/*! This file is jose.\n\n${licence}*/` : ''),
	});
};
