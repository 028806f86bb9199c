'use strict';

const { readFile, rm } = require('node:fs/promises');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

// Signs with jose, which is ESM-only and may not be a dependency. It is bundled from its TypeScript
// source, because n8n's scan refuses a bundle made of tsc's CommonJS output.
const needsJose = 'nodes/Voximplant/voximplant.auth';

const clean = () => rm('dist', { recursive: true, force: true });

async function compile() {
	const { execa } = await import('execa');
	await execa({ preferLocal: true, stdio: 'inherit' })`tsc -p tsconfig.build.json`;
}

// One copy of nodes/shared for everybody: its classes are told apart by instanceof.
const ownFilesStayOutside = {
	name: 'own-files-stay-outside',
	setup: (build) =>
		build.onResolve({ filter: /^\.\.?\// }, ({ importer }) =>
			importer === '' || importer.includes('node_modules') ? undefined : { external: true },
		),
};

async function bundle() {
	const notice = await readFile('node_modules/jose/LICENSE.md', 'utf8');
	await esbuild.build({
		entryPoints: [`${needsJose}.ts`],
		outfile: `dist/${needsJose}.js`,
		allowOverwrite: true,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		plugins: [ownFilesStayOutside],
		legalComments: 'inline',
		banner: { js: `/*! This file contains jose.\n\n${notice}*/` },
	});
}

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const data = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json']).pipe(dest('dist/nodes'));

exports.build = series(clean, compile, parallel(bundle, icons, data));
exports.default = exports.build;
