'use strict';

const { cacheDirectory, transform } = require('../jest.config');

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	cacheDirectory,
	testMatch: ['<rootDir>/tests/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/install/'],
	globalSetup: '<rootDir>/tests/setUp.ts',
	globalTeardown: '<rootDir>/tests/tearDown.ts',
	transform,
	// One n8n for all of them: side by side they would wait for each other's turn anyway.
	maxWorkers: 1,
	testTimeout: 120_000,
};
