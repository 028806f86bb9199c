import jest from '../jest.config.js';

// Which survivors were read, and why they stay: test/mutation.md

const [{ displayName, ...unit }] = jest.projects;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: [
		'nodes/shared/**/*.ts',
		// Descriptions of fields: n8n's lint and the package's checks test them
		'!nodes/shared/**/{fields,optionFields}.ts',
	],
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	jest: {
		projectType: 'custom',
		// Jest doesn't see what a file of specs loads
		enableFindRelatedTests: false,
		config: {
			...unit,
			projects: [],
			roots: ['<rootDir>/nodes', '<rootDir>/credentials', '<rootDir>/sandbox', '<rootDir>/test'],
			testMatch: ['shared', 'fifthProvider', 'credentials'].map(
				(folder) => `<rootDir>/test/${folder}/**/*.test.ts`,
			),
			testTimeout: 6000,
		},
	},
	coverageAnalysis: 'perTest',
	ignorePatterns: ['dist', 'examples', '.ci', '.github', '*.md'],
	disableTypeChecks: false,
	concurrency: 2,
	// Jest keeps what it loaded for each mutant
	maxTestRunnerReuse: 20,
	// What is set up as a file is loaded would take all tests
	ignoreStatic: true,
	incremental: true,
	incrementalFile: '.stryker/incremental.json',
	tempDirName: '.stryker/tmp',
	reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: '.stryker/mutation.json' },
	htmlReporter: { fileName: '.stryker/mutation.html' },
	thresholds: { high: 95, low: 85, break: 85 },
	warnings: { slow: false },
};
