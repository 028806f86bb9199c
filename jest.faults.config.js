'use strict';

const base = require('./jest.config');

/** The fault matrix and the soak, which `npm test` leaves out. @type {import('jest').Config} */
module.exports = {
	...base,
	testMatch: ['<rootDir>/test/faults/**/*.test.ts', '<rootDir>/test/soak/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	// These wait more than they work: three take less time than two, four no less
	maxWorkers: 3,
};
