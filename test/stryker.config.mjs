import jest from '../jest.config.js';

// One folder of nodes/ with the tests of that folder alone: `npm run mutation`, test/mutation.mjs

const [{ displayName, testPathIgnorePatterns, ...unit }] = jest.projects;

/**
 * Stryker's options for one folder.
 *
 * @param {string} folder in `nodes/`: `UserDirectory`
 * @param {string[]} tests in `test/`: `userDirectory`
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const options = (folder, tests) => ({
	mutate: [
		`nodes/${folder}{.ts,/**/*.ts}`,
		// Descriptions of fields: n8n's lint and the package's checks test them
		'!nodes/**/{fields,optionFields,outputFields,triggerFields,emailField,directoryFields}.ts',
		'!nodes/**/*.{node,resource}.ts',
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
			testMatch: tests.map((name) => `<rootDir>/test/${name}{.test.ts,/**/*.test.ts}`),
			testTimeout: 6000,
		},
	},
	coverageAnalysis: 'perTest',
	ignorePatterns: [
		'dist',
		'bench',
		'docs',
		'e2e',
		'examples',
		'packages',
		'.ci',
		'.github',
		'*.md',
	],
	disableTypeChecks: false,
	concurrency: 2,
	// Jest keeps what it loaded for each mutant
	maxTestRunnerReuse: 60,
	// What is set up as a file is loaded would take all tests
	ignoreStatic: true,
	timeoutMS: 20_000,
	incremental: true,
	incrementalFile: `.stryker/${folder}/incremental.json`,
	tempDirName: `.stryker/${folder}/tmp`,
	reporters: ['progress-append-only', 'clear-text', 'html'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	htmlReporter: { fileName: `.stryker/${folder}/index.html` },
	warnings: { slow: false },
});
