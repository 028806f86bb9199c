// Mutation tests, folder by folder. `npm run mutation`: all; `npm run mutation -- shared/paging`: one.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from '../scripts/set-up.mjs';
import { options } from './stryker.config.mjs';

const layers = readdirSync(path.join(root, 'nodes', 'shared'));
const folders = [...layers.map((layer) => `shared/${path.parse(layer).name}`), 'UserDirectory'];
/** What else tests a folder, beside the folder of its name in `test/`. */
const moreTests = {
	'shared/auth': ['credentials'],
	'shared/directory': ['userDirectory'],
	'shared/picker': ['pickers'],
};
/** Percent of the mutants that must be detected. */
const goals = [
	{ of: 'nodes/shared', percent: 85 },
	{ of: 'nodes/shared/trigger', percent: 90 },
	{ of: 'nodes/UserDirectory', percent: 90 },
];

const chosen = process.argv.slice(2);
const mutants = [];
for (const folder of chosen.length > 0 ? chosen : folders) {
	console.log(`\n── ${folder}`);
	const own = `${folder[0].toLowerCase()}${folder.slice(1)}`;
	const tests = [own, ...(moreTests[folder] ?? [])];
	mutants.push(...(await new Stryker(options(folder, tests)).runMutationTest()));
}
console.log();
for (const { of, percent } of goals) {
	const here = mutants.filter(({ fileName }) => path.relative(root, fileName).startsWith(`${of}/`));
	const count = (...states) => here.filter(({ status }) => states.includes(status)).length;
	const detected = count('Killed', 'Timeout');
	const all = detected + count('Survived', 'NoCoverage');
	if (all === 0) continue;
	const score = (100 * detected) / all;
	console.log(
		`${of}: ${detected} of ${all} mutants detected, ${score.toFixed(1)} % (at least ${percent})`,
	);
	if (score < percent) process.exitCode = 1;
}
