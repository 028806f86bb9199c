import { performance } from 'node:perf_hooks';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { type NodeRunOptions, sourcePackage, startNode } from '../harness';

export interface Stopped {
	/** From cancelling until the node's own work had ended. */
	tookMs: number;
	status: string;
}

/** The node as it is, and when its work ends: n8n's engine may go on before that. */
function watched(name: string, ended: () => void): INodeType {
	const node = sourcePackage().node(name);
	if (!node || !('execute' in node)) throw new Error(`There is no node ${name}.`);
	const work = node.execute;
	return {
		description: node.description,
		async execute(this: IExecuteFunctions) {
			try {
				return (await work?.call(this)) ?? null;
			} finally {
				ended();
			}
		},
	};
}

/** Starts the node, waits until it is where the test wants it, and cancels the execution. */
export async function cancelAt(
	{ node, ...options }: Omit<NodeRunOptions, 'node'> & { node: string },
	there: () => Promise<void>,
): Promise<Stopped> {
	let end = (_: number): void => undefined;
	const ended = new Promise<number>((resolve) => (end = resolve));
	const execution = startNode({ ...options, node: watched(node, () => end(performance.now())) });
	await there();
	const cancelled = performance.now();
	execution.cancel();
	const tookMs = (await ended) - cancelled;
	const { run } = await execution.finished;
	return { tookMs, status: run.status };
}

/** What n8n itself needs to tell a node that it is cancelled. */
export async function overhead(): Promise<number> {
	let end = (_: number): void => undefined;
	const ended = new Promise<number>((resolve) => (end = resolve));
	let begin = (): void => undefined;
	const begun = new Promise<void>((resolve) => (begin = resolve));
	const quo = sourcePackage().node('quo');
	if (!quo || !('execute' in quo)) throw new Error('There is no node to copy from.');
	const waiting: INodeType = {
		description: { ...quo.description, name: 'waiting', credentials: [], properties: [] },
		async execute(this: IExecuteFunctions) {
			const signal = this.getExecutionCancelSignal();
			begin();
			await new Promise((resolve) => signal?.addEventListener('abort', resolve));
			end(performance.now());
			return [[]];
		},
	};
	const execution = startNode({ node: waiting, parameters: {} });
	await begun;
	const cancelled = performance.now();
	execution.cancel();
	const tookMs = (await ended) - cancelled;
	await execution.finished;
	return tookMs;
}
