'use strict';

// Stryker's Jest runner chooses tests by name alone: it loads every file for every mutant, and goes on
// after the first failure. This one loads the files that hold such a test, the likeliest first.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { default: JestRunner } = require('jest-runner');

const base = (file) => path.basename(file ?? '').split('.')[0];

module.exports = class extends JestRunner {
	async runTests(tests, watcher, options) {
		if (!process.env.STRYKER_MUTATOR_WORKER) return await super.runTests(tests, watcher, options);
		const isMutant = process.env.__STRYKER_ACTIVE_MUTANT__ !== undefined;
		const record = path.join(tests[0]?.context.config.rootDir ?? '', '.tests.json');
		const files = {};
		let failed = false;
		this.on('test-file-failure', () => (failed = true));
		this.on('test-file-success', ([{ path: file }, result]) => {
			failed ||= result.numFailingTests > 0;
			const names = result.testResults.map(({ fullName }) => fullName);
			files[file] = { names, took: result.perfStats.end - result.perfStats.start };
		});
		const chosen = isMutant ? this.choose(tests, JSON.parse(readFileSync(record, 'utf8'))) : tests;
		for (const test of chosen) {
			await super.runTests([test], watcher, { ...options, serial: true });
			if (failed && isMutant) return;
		}
		if (!isMutant) writeFileSync(record, JSON.stringify(files));
	}

	/** What has the mutated file's name first, then what takes the least time. */
	choose(tests, files) {
		const { testNamePattern, nonFlagArgs } = this._globalConfig;
		const named = testNamePattern && new RegExp(testNamePattern, 'i');
		const rank = ({ path: file }) =>
			base(file) === base(nonFlagArgs[0]) ? 0 : (files[file]?.took ?? Number.MAX_VALUE);
		return tests
			.filter((test) => !named || files[test.path]?.names.some((name) => named.test(name)))
			.sort((a, b) => rank(a) - rank(b));
	}
};
