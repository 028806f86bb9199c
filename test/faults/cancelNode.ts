import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { type NodeRunOptions, sourcePackage, startNode } from '../harness';

export interface Stopped {
	/** From cancelling until the node's own work had ended. */
	tookMs: number;
	status: string;
	/** Requests that had been begun by then. */
	before: number;
	/** Requests that were begun after the node was told, whether they arrived or not. */
	later: number;
}

/** Published whenever this process has sent a request. */
const SENT = 'http.client.request.start';
/** Long enough for a repeat or the next page, had there been one. */
const AFTERWARDS_MS = 400;

interface Hooks {
	onCancel: () => void;
	ended: () => void;
}

/**
 * The same node, with hooks for its cancelling and for the end of its work: n8n's engine may go
 * on before that.
 */
function instrumented(name: string, { onCancel, ended }: Hooks): INodeType {
	const node = sourcePackage().node(name);
	if (!node || !('execute' in node)) throw new Error(`There is no node ${name}.`);
	const work = node.execute;
	return {
		description: node.description,
		async execute(this: IExecuteFunctions) {
			this.getExecutionCancelSignal()?.addEventListener('abort', onCancel);
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
	ready: () => Promise<void>,
): Promise<Stopped> {
	let end = (_: number): void => undefined;
	const ended = new Promise<number>((resolve) => (end = resolve));
	let sent = 0;
	let before = Number.NaN;
	const count = () => (sent += 1);
	const hooks = { onCancel: () => (before = sent), ended: () => end(performance.now()) };
	subscribe(SENT, count);
	try {
		const execution = startNode({ ...options, node: instrumented(node, hooks) });
		await ready();
		const cancelled = performance.now();
		execution.cancel();
		const tookMs = (await ended) - cancelled;
		const { run } = await execution.finished;
		await wait(AFTERWARDS_MS);
		return { tookMs, status: run.status, before, later: sent - before };
	} finally {
		unsubscribe(SENT, count);
	}
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
