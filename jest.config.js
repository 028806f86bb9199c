'use strict';

const path = require('node:path');

// A zone that isn't UTC's: where one is forgotten, it shows
process.env.TZ = 'Asia/Kathmandu';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	cacheDirectory: path.join(__dirname, 'node_modules', '.cache', 'jest'),
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: [
		'/node_modules/',
		// Long: npm run test:faults
		'<rootDir>/test/faults/',
		'<rootDir>/test/soak/',
		// Of .ci/run and of the steps that publish, which Windows has no shell for
		...(process.platform === 'win32' ? ['lanes.test.ts', 'publish.test.ts'] : []),
	],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker/'],
	setupFiles: ['reflect-metadata'],
	setupFilesAfterEnv: ['<rootDir>/test/harness/shortBackOff.ts'],
	transform: {
		'\\.[cm]?[jt]s$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
				sourceMaps: 'inline',
			},
		],
	},
	// jose ships ES modules only
	transformIgnorePatterns: ['/node_modules/(?!jose/)', '<rootDir>/dist/'],
	maxWorkers: 2,
	testSequencer: '<rootDir>/test/longFirst.cjs',
	testTimeout: 20000,
};
