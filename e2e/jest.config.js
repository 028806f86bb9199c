'use strict';

const path = require('node:path');

// Not that of n8n, nor UTC: where a zone is forgotten, it shows
process.env.TZ = 'Asia/Kathmandu';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	cacheDirectory: path.join(__dirname, 'node_modules', '.cache', 'jest'),
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/install/'],
	globalSetup: '<rootDir>/tests/setUp.ts',
	globalTeardown: '<rootDir>/tests/tearDown.ts',
	transform: {
		'\\.[cm]?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	// execa and what it needs are ES modules only; the override in package.json keeps out one that
	// can't be required
	transformIgnorePatterns: [
		`^${path.join(__dirname, '..', 'node_modules')}/`,
		'/node_modules/playwright-core/',
	],
	// One n8n for all of them: side by side they would wait for each other anyway.
	maxWorkers: 1,
	testTimeout: 120_000,
};
