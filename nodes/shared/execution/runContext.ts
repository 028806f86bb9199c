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
	/** Whether it has no expression in it. */
	isFixed(name: string): boolean;
	/** Aborted when the execution is cancelled. */
	signal(): AbortSignal | undefined;
	/** Shows the hints of the whole run. */
	showHints(hints: string[]): void;
}

/** One set of credentials: its client, and what was read with it. */
export interface Account {
	client: Client;
	cache: RunCache;
}

/** One run of a node: its accounts, and the hints for the user. */
export class RunContext {
	readonly node: INode;

	readonly timezone: string;

	private readonly hints = new Set<string>();

	/** By the credentials' values. */
	private readonly accounts = new Map<string, Account>();

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

	isFixed(name: string): boolean {
		return this.source.isFixed(name);
	}

	hint(text: string): void {
		this.hints.add(text);
	}

	/**
	 * The account of an input item. Credentials may hold expressions: items share an account only where
	 * all values are equal.
	 */
	async account(index = 0): Promise<Account> {
		const data = await this.credentials(index);
		const key = JSON.stringify(data);
		const known = this.accounts.get(key);
		if (known) return known;
		const { functions } = this.source;
		const client = clientOf(functions, this.connection, { data, signal: this.signal });
		const account = { client, cache: new RunCache() };
		this.accounts.set(key, account);
		return account;
	}

	/** As they are for an input item. */
	async credentials(index = 0): Promise<ICredentialDataDecryptedObject> {
		return await this.source.functions.getCredentials(this.connection.credential, index);
	}

	async close(): Promise<void> {
		await Promise.all([...this.accounts.values()].map(async ({ cache }) => await cache.close()));
		if (this.hints.size > 0) this.source.showHints([...this.hints]);
	}
}

/** A node that is executed. */
export const executionSource = (context: IExecuteFunctions): RunSource => ({
	functions: context,
	itemCount: context.getInputData().length,
	parameter: parameterReader(context),
	isFixed: (name) => !hasExpression(context.getNode().parameters[name]),
	signal: () => context.getExecutionCancelSignal?.(),
	showHints(hints) {
		const shown = hints.map((message) => ({ message, location: 'outputPane' as const }));
		context.addExecutionHints?.(...shown);
	},
});

/** A parameter without an expression is the same for all items: n8n is asked for it once. */
function parameterReader(context: IExecuteFunctions): RunSource['parameter'] {
	const entered: Record<string, unknown> = context.getNode().parameters;
	const fixed = new Map<string, unknown>();
	return (name, index) => {
		if (fixed.has(name)) return fixed.get(name);
		const value = context.getNodeParameter(name, index, null) as unknown;
		if (!hasExpression(entered[name])) fixed.set(name, value);
		return value;
	};
}

function hasExpression(entered: unknown): boolean {
	if (typeof entered === 'string') return entered.startsWith('=');
	if (typeof entered !== 'object' || entered === null) return false;
	return Object.values(entered).some(hasExpression);
}

/** A list that opens in the editor, beside the values of the node's other fields. */
export const pickerSource = (context: ILoadOptionsFunctions): RunSource => ({
	functions: context,
	itemCount: 1,
	parameter: (name) => context.getCurrentNodeParameter(name),
	isFixed: () => true,
	signal: () => undefined,
	showHints: () => undefined,
});
