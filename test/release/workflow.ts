import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../harness/nodePackage';

/** Of what GitHub's workflows may hold, what ours do. */
export interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, Job>;
}

export interface Job {
	needs?: string;
	/** Another workflow instead of steps */
	uses?: string;
	steps?: Step[];
	permissions?: Record<string, string>;
	environment?: string;
	'timeout-minutes'?: number;
}

export interface Step {
	uses?: string;
	with?: Record<string, unknown>;
	run?: string;
	if?: string;
	env?: Record<string, string>;
}

export const workflowFolder = path.join(projectFolder, '.github', 'workflows');

export const textOf = (name: string) => readFileSync(path.join(workflowFolder, name), 'utf8');

export const readWorkflow = (name: string) => parse(textOf(name)) as Workflow;

export const stepsOf = ({ jobs }: Workflow) =>
	Object.values(jobs).flatMap(({ steps = [] }) => steps);

/** The steps of a job that run a command, and their commands: one a line. */
export const commandsOf = (steps: Step[] = []) =>
	steps.flatMap(({ run = '' }) => run.split('\n').map((line) => line.trim())).filter(Boolean);

/** `npm test` and `npm run build` → `test`, `build`. */
export const scriptsIn = (commands: string[]) =>
	[...commands.join('\n').matchAll(/\bnpm (?:run (\S+)|(test)\b)/g)].map(
		([, named, test = '']) => named ?? test,
	);
