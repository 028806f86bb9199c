'use strict';

const { globalSetup, globalTeardown, ...shared } = require('./jest.config');

/** @type {import('jest').Config} */
module.exports = { ...shared, testMatch: ['<rootDir>/queue/**/*.test.ts'], testTimeout: 240_000 };
