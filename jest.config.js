'use strict';

// A zone that isn't UTC's: where one is forgotten, it shows
process.env.TZ = 'Asia/Kathmandu';

const project = {
	testEnvironment: 'node',
	cacheDirectory: '<rootDir>/node_modules/.cache/jest',
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/packages/', '<rootDir>/.stryker/'],
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
};

const long = ['badInput', 'faults', 'packages', 'soak'].map(
	(folder) => `<rootDir>/test/${folder}/`,
);

const needsBash = process.platform === 'win32' ? ['ciRun.test.ts', 'publish.test.ts'] : [];

/** @type {import('jest').Config} */
module.exports = {
	// Most tests wait for an answer: more workers than cores keep the cores busy
	maxWorkers: 4,
	testTimeout: 20000,
	projects: [
		{
			...project,
			displayName: 'unit',
			testMatch: ['<rootDir>/test/**/*.test.ts'],
			testPathIgnorePatterns: ['/node_modules/', ...long, ...needsBash],
		},
		{
			...project,
			displayName: 'faults',
			testMatch: long.map((folder) => `${folder}**/*.test.ts`),
		},
	],
};
