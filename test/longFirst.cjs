'use strict';

const path = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

const long = [
	// of npm test, whose two workers take them in this order: one works while the other waits
	'badInput/voximplant/voximplant.test.ts',
	'providers/voximplant/voximplant.test.ts',
	'providers/worksection/worksection.test.ts',
	'providers/autocalls/autocalls.test.ts',
	'shared/client.test.ts',
	'pickers/pickers.test.ts',
	'scripts/lanes.test.ts',
	'package/package.test.ts',
	'scripts/setUp.test.ts',
	'providers/providers.test.ts',
	// of npm run test:faults
	'faults/writes.test.ts',
	'faults/reads.test.ts',
	'faults/cancel.test.ts',
].map((file) => path.join(__dirname, file));

/**
 * Begins with the files that take long, so that none runs on alone at the end. Jest does so itself where it
 * has run before and knows how long each took; in a fresh clone it goes by the size of the files. Those that
 * wait have a small part of their time (`npx jest <file>`) as CPU time.
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
