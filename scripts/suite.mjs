// One suite that `npm test` leaves out: `node scripts/suite.mjs <jest config>`; the last line counts.
import { setUp } from './set-up.mjs';
import { fail, jest, step, tell } from './tally.mjs';

const [config, ...more] = process.argv.slice(2);
if (await step('Set-up', () => setUp())) await jest('Tests', '--config', config, ...more);
else fail();
tell();
