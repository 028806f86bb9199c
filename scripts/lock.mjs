import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** One process at a time; a lock whose owner is gone is taken over. */
export async function alone(file, work) {
	let told = false;
	while (!acquire(file)) {
		if (!told) console.log('Another command is setting this folder up; waiting for it …');
		told = true;
		await sleep(500);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function acquire(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		if (isAbandoned(file)) rmSync(file, { force: true });
		return false;
	}
}

function isAbandoned(file) {
	try {
		process.kill(Number(readFileSync(file, 'utf8')), 0);
		return false;
	} catch (error) {
		return error.code === 'ESRCH';
	}
}
