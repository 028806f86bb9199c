// `npm run mutation [-- <group> … --<option of Stryker> …]`: every group of files in turn, then all
// scores in one table. What was judged before and has not changed since, nor its tests, is not judged
// again (--force does so).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root, run, since } from './set-up.mjs';
import groups from './mutation/groups.cjs';

const BREAK = 85;
const DETECTED = ['Killed', 'Timeout'];
const UNDETECTED = ['Survived', 'NoCoverage'];

// First the groups, then what is for Stryker.
const given = process.argv.slice(2);
const split = given.findIndex((argument) => argument.startsWith('-'));
const named = split < 0 ? given : given.slice(0, split);
const options = given.slice(named.length);
const chosen = named.length > 0 ? named : Object.keys(groups);

async function judge(group) {
	if (!Object.hasOwn(groups, group)) {
		throw new Error(`There is no group ${group}: choose of ${Object.keys(groups).join(', ')}.`);
	}
	console.log(`\n── ${group}`);
	const stryker = path.join(root, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
	const env = { ...process.env, MUTATION_GROUP: group };
	await run(process.execPath, [stryker, 'run', ...options], { env });
	const report = readFileSync(path.join(root, '.stryker', `${group}.json`), 'utf8');
	return Object.entries(JSON.parse(report).files);
}

function row(name, mutants) {
	const count = (statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
	const [found, missed] = [count(DETECTED), count(UNDETECTED)];
	const score = (100 * found) / (found + missed || 1);
	const numbers = [score.toFixed(1), found, missed, count(['Timeout'])];
	console.log(name.padEnd(44), ...numbers.map((number) => String(number).padStart(9)));
	return score;
}

const started = Date.now();
const files = [];
for (const group of chosen) files.push(...(await judge(group)));

console.log(`\n${''.padEnd(44)} score in % detected  survived timed out`);
for (const [name, { mutants }] of files) row(name, mutants);
const score = row(
	'all files',
	files.flatMap(([, { mutants }]) => mutants),
);
console.log(`\nAll groups: ${since(started)}. A score below ${BREAK} % fails.`);
process.exitCode = score < BREAK ? 1 : 0;
