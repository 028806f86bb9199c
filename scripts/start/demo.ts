import path from 'node:path';
import { startSandboxes } from '../../sandbox';
import { builtPackage, projectFolder, runWorkflow, type Run } from '../../test/harness';
import { showMergedDirectory } from './mergedDirectory';
import { hasFields, reportFailure, reportNode, reportRows } from './report';
import { readWorkflow } from './workflowFile';

const example = path.join(projectFolder, 'examples', 'four-directories.json');
const lists = ['List Autocalls', 'List Quo', 'List Voximplant', 'List Worksection'];
const registration = 'Register in Autocalls';
const listedAgain = 'List Autocalls again';

export async function runDemo(users: number): Promise<boolean> {
	const started = Date.now();
	const sandboxes = await startSandboxes({ users });
	const { autocalls, quo, voximplant, worksection } = sandboxes;
	console.log(`Four sandboxes with ${users.toLocaleString('en')} people each:`);
	for (const [name, { url }] of Object.entries({ autocalls, quo, voximplant, worksection })) {
		console.log(`  ${name.padEnd(12)}${url}`);
	}
	// 50 people to a page, 10 pages a second
	const quoSeconds = Math.round(users / 500);
	if (quoSeconds > 2) {
		console.log(`Quo allows 10 requests a second, so reading it takes about ${quoSeconds} s.`);
	}
	console.log(`\nRunning ${path.relative(projectFolder, example)} on n8n's engine …`);
	try {
		const from = await builtPackage();
		const credentials = {
			autocallsApi: autocalls.credentials,
			quoApi: quo.credentials,
			voximplantApi: voximplant.credentials,
			worksectionApi: worksection.credentials,
		};
		const workflow = readWorkflow(example);
		const run = await runWorkflow({ workflow, from, credentials, onNodeDone: reportNode });
		if (!isComplete(run, users) || !isRegistered(run)) return false;
		if (!(await showMergedDirectory({ sandboxes, credentials, from }))) return false;
		const seconds = ((Date.now() - started) / 1000).toFixed(1);
		console.log(`\nDone in ${seconds} s. Every request stayed here.`);
		return true;
	} finally {
		await sandboxes.close();
	}
}

function isComplete(run: Run, users: number): boolean {
	if (run.error) {
		reportFailure(run.error);
		return false;
	}
	const short = lists.filter((name) => run.json(name).filter(hasFields).length !== users);
	if (short.length > 0) {
		console.error(`\n${short.join(', ')} should have returned ${users} people, but did not.`);
	}
	return short.length === 0;
}

function isRegistered(run: Run): boolean {
	const [registered] = run.json(registration);
	const listed = run.json(listedAgain).filter(({ id }) => id === `${Number(registered?.id)}`);
	if (listed.length !== 1) {
		console.error('\nThe user registered in Autocalls is not in the list that was read after it.');
		return false;
	}
	console.log('\nRegistered in Autocalls, and found in the list that was read after it:');
	reportRows(listed);
	return true;
}
