'use strict';

const base = require('./jest.config');
const groups = require('./scripts/mutation/groups.cjs');

const { tests } = groups[process.env.MUTATION_GROUP ?? 'shared'];

/** The suites that judge a group's mutants. @type {import('jest').Config} */
module.exports = {
	...base,
	roots: ['nodes', 'credentials', 'sandbox', 'test'].map((folder) => `<rootDir>/${folder}`),
	watchman: false,
	noStackTrace: true,
	runner: '<rootDir>/scripts/mutation/runner.cjs',
	setupFilesAfterEnv: ['<rootDir>/scripts/mutation/load.cjs'],
	testEnvironment: require.resolve('./scripts/mutation/environment.cjs'),
	testMatch: tests.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
	testPathIgnorePatterns: [
		'/node_modules/',
		// Wait for real seconds
		'<rootDir>/test/pickers/users.test.ts',
	],
	testTimeout: 6000,
};
