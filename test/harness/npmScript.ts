import { scripts } from '../../package.json';

/** What Node.js is started with by that script, once everything is set up. */
export function nodeArguments(script: keyof typeof scripts): string[] {
	const [node, ...rest] = scripts[script].split(' && ').at(-1)!.split(' ');
	if (node !== 'node') throw new Error(`npm run ${script} starts ${node}, not node.`);
	return rest;
}
