'use strict';

// A zone that isn't UTC's: where one is forgotten, it shows
process.env.TZ = 'Asia/Kathmandu';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	// Long, and sensitive to a busy machine: npm run test:faults
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/faults/', '<rootDir>/test/soak/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker/'],
	setupFiles: ['reflect-metadata'],
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
	testTimeout: 20000,
};
