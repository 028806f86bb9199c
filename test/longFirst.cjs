'use strict';

const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const long = [
	'badInput/badInput.test.ts',
	'faults/writes.test.ts',
	'faults/reads.test.ts',
	'faults/cancel.test.ts',
].map((file) => path.join(__dirname, file));

/**
 * Begins with the files that take long, so that none runs on alone at the end. Jest itself knows them only
 * where it has run before; in a fresh clone it goes by the size of the files.
 */
class LongFirst extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		const first = long.flatMap((file) => sorted.filter(({ path }) => path === file));
		return [...first, ...sorted.filter(({ path }) => !long.includes(path))];
	}
}

module.exports = LongFirst;
module.exports.long = long;
