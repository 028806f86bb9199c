'use strict';

// Loads a room before its first test: what it sets up as it is loaded would else count for that test alone.
const path = require('node:path');
const { room } = require('./groups.cjs')[process.env.MUTATION_GROUP ?? 'shared'];

try {
	if (room) require(path.resolve(__dirname, '../../nodes', room, `${room}.node.ts`));
} catch {
	// A mutant that breaks it: the first test that uses the room fails, and counts.
}
