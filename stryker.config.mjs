import groups from './scripts/mutation/groups.cjs';

// Which survivors were read, and why they stay: test/mutation.md

const name = process.env.MUTATION_GROUP ?? 'shared';

/** One group of files; `npm run mutation` takes them in turn. @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: groups[name].mutate,
	testRunner: 'jest',
	plugins: ['@stryker-mutator/jest-runner'],
	// The rooms' suites load their node by name, which Jest cannot follow.
	jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: name === 'shared' },
	coverageAnalysis: 'perTest',
	ignorePatterns: ['dist', 'examples', '.ci', '.github', '*.md'],
	disableTypeChecks: false,
	concurrency: 2,
	// Jest keeps what it loaded for each mutant
	maxTestRunnerReuse: 20,
	// What is set up as a file is loaded takes all tests of its group: of the shared code a tenth of the mutants,
	// and most of the time
	ignoreStatic: !groups[name].room,
	incremental: true,
	incrementalFile: `.stryker/${name}.incremental.json`,
	tempDirName: `.stryker/${name}`,
	reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
	clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
	jsonReporter: { fileName: `.stryker/${name}.json` },
	htmlReporter: { fileName: `.stryker/${name}.html` },
	warnings: { slow: false },
};
