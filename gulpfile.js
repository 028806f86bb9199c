'use strict';

const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { readFile, rm } = require('node:fs/promises');
const { Transform } = require('node:stream');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

// Signs with jose, which is ESM-only and may not be a dependency. It is bundled from its TypeScript
// source, because n8n's scan refuses a bundle made of tsc's CommonJS output.
const needsJose = 'nodes/Voximplant/voximplant.auth';

const clean = () => rm('dist', { recursive: true, force: true });

async function compile() {
	const tsc = [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'];
	const [code] = await once(spawn(process.execPath, tsc, { stdio: 'inherit' }), 'close');
	if (code !== 0) throw new Error('TypeScript found faults, so nothing was built.');
}

// tsc calls what a file requires `fields_1`, at every use: a number does. Its marks for importers of
// other kinds and for cycles are left out too: these files require each other by name, in no cycle.
const plainRequires = {
	name: 'plain-requires',
	setup: (build) =>
		build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
			const code = await readFile(path, 'utf8');
			const required = [...code.matchAll(/^const (\w+_\d+) = require\(/gm)];
			const marks =
				/^Object\.defineProperty\(exports, "__esModule".*$|^exports\.\w+ = .*void 0;$/gm;
			const contents = required.reduce(
				(text, [, name], index) => text.replace(new RegExp(`\\b${name}\\b`, 'g'), `_${index}`),
				code.replace(marks, ''),
			);
			return { contents };
		}),
};

// All of dist is to stay below 200 kB. The names of files and of what they export stay readable.
const shrink = () =>
	esbuild.build({
		entryPoints: ['dist/**/*.js'],
		outdir: 'dist',
		allowOverwrite: true,
		minify: true,
		format: 'cjs',
		target: 'node20',
		plugins: [plainRequires],
	});

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
		minify: true,
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

const withoutBlanks = () =>
	new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			file.contents = Buffer.from(JSON.stringify(JSON.parse(file.contents)));
			done(null, file);
		},
	});

const data = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'])
		.pipe(withoutBlanks())
		.pipe(dest('dist/nodes'));

exports.build = series(clean, compile, shrink, parallel(bundle, icons, data));
exports.default = exports.build;
