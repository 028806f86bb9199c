import { scripts } from '../../package.json';

/**
 * What Node.js is started with by that script, once everything is set up; paths are relative to the project's
 * folder. For tests that send signals: npm has a way of its own with them, and so has tsx's command, which
 * kills a program that takes over 30 ms to hear of Ctrl-C.
 */
export function nodeArguments(script: keyof typeof scripts): string[] {
	const [node, ...rest] = scripts[script].split(' && ').at(-1)!.split(' ');
	if (node !== 'node') throw new Error(`npm run ${script} starts ${node}, not node.`);
	return rest;
}
