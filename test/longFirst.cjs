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
 * Begins with the files that take long, so that none runs on alone at the end. Jest does so itself where it
 * has run before and knows how long each took; in a fresh clone it goes by the size of the files.
 */
class LongFirst extends Sequencer {
	sort(tests) {
		const sorted = super.sort(tests);
		const unknown = sorted.filter(({ duration }) => duration === undefined);
		const first = long.flatMap((file) => unknown.filter((test) => test.path === file));
		return [...first, ...sorted.filter((test) => !first.includes(test))];
	}
}

module.exports = LongFirst;
module.exports.long = long;
