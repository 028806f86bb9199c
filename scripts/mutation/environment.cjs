'use strict';

const { TestEnvironment } = require('jest-environment-node');

/** A mutant is found by the first test that fails: the others of its file need not run. */
module.exports = class extends TestEnvironment {
	handleTestEvent({ name, test }) {
		if (process.env.__STRYKER_ACTIVE_MUTANT__ === undefined) return;
		if (name === 'test_done' && test.errors.length > 0) this.found = true;
		if (name === 'test_start' && this.found) test.mode = 'skip';
	}
};
