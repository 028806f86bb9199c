'use strict';

const { readFile, rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');
const { rollup } = require('rollup');
const ts = require('typescript');
const { n8n } = require('./package.json');

// jose signs for Voximplant. It is ESM-only and may not be a dependency, so it ships with its licence.
const jose = path.resolve('node_modules/jose');

const clean = () => rm('dist', { recursive: true, force: true });

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
		return ts.transpile(code, compilerOptions, id);
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

async function compile() {
	const licence = await readFile(path.join(jose, 'LICENSE.md'), 'utf8');
	const entries = [...n8n.nodes, ...n8n.credentials].map((file) =>
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
		dir: 'dist',
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
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const data = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json']).pipe(dest('dist/nodes'));

exports.build = series(clean, parallel(compile, icons, data));
exports.default = exports.build;
