import { readdirSync, readFileSync } from 'node:fs';

interface Process {
	pid: number;
	parent: number;
	command: string;
}

/** Who runs now. What is dead and not yet buried has no command line. */
const running = (): Process[] =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
				if (command === '') return [];
				// pid (name) state parent …; a name may hold anything
				const [, rest = ''] = /.*\) (.*)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
				const parent = Number(rest.split(' ')[1]);
				return [{ pid: Number(name), parent, command }];
			} catch {
				return [];
			}
		});

export const isAlive = (pid: number): boolean => running().some((one) => one.pid === pid);

/** That process, its children, and theirs, in whatever group: those with that in their command. */
export function treeOf(pid: number, command = ''): number[] {
	const all = running();
	const under = (parent: Process): Process[] => [
		parent,
		...all.filter((one) => one.parent === parent.pid).flatMap(under),
	];
	const tree = all.filter((one) => one.pid === pid).flatMap(under);
	return tree.filter((one) => one.command.includes(command)).map((one) => one.pid);
}
