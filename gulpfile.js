'use strict';

const { rm } = require('node:fs/promises');
const { dest, parallel, series, src } = require('gulp');
const { compile } = require('./gulp/compile');
const { writePackages } = require('./gulp/packages');
const { n8n } = require('./package.json');

const clean = () => rm('dist', { recursive: true, force: true });

const code = () => compile(n8n, 'dist');

const icons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const data = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json']).pipe(dest('dist/nodes'));

exports.build = series(clean, parallel(code, icons, data));
exports.packages = writePackages;
exports.default = exports.build;
