// One suite that `npm test` leaves out: `node scripts/suite.mjs <jest config>`; the last line counts.
import { countedJest } from './countedJest.mjs';
import { setUp } from './set-up.mjs';

await setUp();
const { passed, failed } = await countedJest('--config', ...process.argv.slice(2));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
