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
		writeFileSync(file, `${process.pid} ${beginOf(process.pid)}`, { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		if (isAbandoned(file)) rmSync(file, { force: true });
		return false;
	}
}

function isAbandoned(file) {
	try {
		const [pid, begin] = readFileSync(file, 'utf8').split(' ');
		// 0, this process's own group: not written yet
		process.kill(Number(pid), 0);
		return begin !== undefined && begin !== beginOf(pid);
	} catch (error) {
		return error.code === 'ESRCH';
	}
}

/**
 * Numbers of processes come again; when one began tells them apart, in ticks since the machine started.
 * Empty where the system isn't Linux. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
function beginOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
	} catch {
		return '';
	}
}
