import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
} from 'n8n-workflow';
import type { Client } from '../http/client';
import type { Connection } from '../http/connection';
import { clientOf, nodeOf } from '../http/n8nHelper';
import type { NodeFunctions } from '../http/n8nHelper';
import { RunCache } from './runCache';

/** What an execution, a picker and a poll can all give. */
export interface RunSource {
	functions: NodeFunctions;
	/** How many input items there are. */
	itemCount: number;
	/** null where there is no such parameter. */
	parameter(name: string, index: number): unknown;
	/** Aborted when the execution is cancelled. */
	signal(): AbortSignal | undefined;
	/** Shows the hints of the whole run. */
	showHints(hints: string[]): void;
}

/** One run of a node: its client, what it has read, the hints for the user. */
export class RunContext {
	readonly cache = new RunCache();

	readonly node: INode;

	readonly timezone: string;

	private readonly hints = new Set<string>();

	private decrypted: Promise<ICredentialDataDecryptedObject> | undefined;

	private opened: Promise<Client> | undefined;

	constructor(
		private readonly source: RunSource,
		readonly connection: Connection,
	) {
		this.node = nodeOf(source.functions);
		this.timezone = source.functions.getTimezone();
	}

	get itemCount(): number {
		return this.source.itemCount;
	}

	get signal(): AbortSignal | undefined {
		return this.source.signal();
	}

	parameter(name: string, index = 0): unknown {
		return this.source.parameter(name, index);
	}

	hint(text: string): void {
		this.hints.add(text);
	}

	async client(): Promise<Client> {
		this.opened ??= this.open();
		return await this.opened;
	}

	/** Decrypted once per run, however many requests follow. */
	async credentials(): Promise<ICredentialDataDecryptedObject> {
		this.decrypted ??= this.source.functions.getCredentials(this.connection.credential);
		return await this.decrypted;
	}

	async close(): Promise<void> {
		await this.cache.close();
		if (this.hints.size > 0) this.source.showHints([...this.hints]);
	}

	private async open(): Promise<Client> {
		const data = await this.credentials();
		return clientOf(this.source.functions, this.connection, { data, signal: this.signal });
	}
}

/** A node that is executed. */
export const executionSource = (context: IExecuteFunctions): RunSource => ({
	functions: context,
	itemCount: context.getInputData().length,
	parameter: (name, index) => context.getNodeParameter(name, index, null),
	signal: () => context.getExecutionCancelSignal?.(),
	showHints(hints) {
		const shown = hints.map((message) => ({ message, location: 'outputPane' as const }));
		context.addExecutionHints?.(...shown);
	},
});

/** A list that opens in the editor, beside the values of the node's other fields. */
export const pickerSource = (context: ILoadOptionsFunctions): RunSource => ({
	functions: context,
	itemCount: 1,
	parameter: (name) => context.getCurrentNodeParameter(name),
	signal: () => undefined,
	showHints: () => undefined,
});
