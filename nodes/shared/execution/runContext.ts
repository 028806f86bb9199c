import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INode,
} from 'n8n-workflow';
import type { Client } from '../http/client';
import type { Connection, ConnectionChoice } from '../http/connection';
import { identityOf, clientOf, nodeOf } from '../http/n8nHelper';
import type { NodeFunctions } from '../http/n8nHelper';
import { chosenConnection } from './chosenConnection';
import { RunCache } from './runCache';

/** What an execution, a picker and a poll can all give. */
export interface RunSource {
	functions: NodeFunctions;
	/** How many input items there are. */
	itemCount: number;
	/** The input item whose credentials all items use; each its own unless given. */
	credentialsItem?: number;
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
	/** What tells it from others. */
	identity: unknown;
}

/** One run of a node: its accounts, and the hints for the user. */
export class RunContext {
	readonly node: INode;

	readonly timezone: string;

	private readonly hints = new Set<string>();

	/** By the parameter that it is made from. */
	private readonly made = new Map<string, unknown>();

	private chosen: Connection | undefined;

	/** By what tells them apart. */
	private readonly accounts = new Map<string, Account>();

	/** Most credentials have no expression. */
	private last: { data: ICredentialDataDecryptedObject; account: Account } | undefined;

	constructor(
		private readonly source: RunSource,
		private readonly offered: Connection | ConnectionChoice,
	) {
		this.node = nodeOf(source.functions);
		this.timezone = source.functions.getTimezone();
	}

	/** The provider's title. */
	get provider(): string {
		return this.offered.title;
	}

	/** @throws {InputError} where the node's `authentication` is none of those that there are */
	get connection(): Connection {
		this.chosen ??= chosenConnection(this.offered, () => this.parameter('authentication'));
		return this.chosen;
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

	/** Made once where the parameter has no expression, and so is the same for all items. */
	fromParameter<T>(name: string, make: () => T): T {
		if (!this.isFixed(name)) return make();
		if (!this.made.has(name)) this.made.set(name, make());
		return this.made.get(name) as T;
	}

	hint(text: string): void {
		this.hints.add(text);
	}

	/**
	 * The account of an input item. Credentials may hold expressions: items share an account only where
	 * all values are equal. A token may be another one than before, in the same account.
	 */
	async account(index = 0): Promise<Account> {
		const data = await this.credentials(index);
		if (this.last && haveSameValues(this.last.data, data)) return this.last.account;
		const identity = identityOf(this.source.functions, this.connection, data);
		const key = JSON.stringify(identity);
		const account = this.accounts.get(key) ?? this.newAccount(data, identity);
		this.accounts.set(key, account);
		this.last = { data, account };
		return account;
	}

	private newAccount(data: ICredentialDataDecryptedObject, identity: unknown): Account {
		const use = { data, signal: this.signal, account: identity };
		const client = clientOf(this.source.functions, this.connection, use);
		return { client, cache: new RunCache(), identity };
	}

	/** As they are for an input item. */
	async credentials(index = 0): Promise<ICredentialDataDecryptedObject> {
		const item = this.source.credentialsItem ?? index;
		return await this.source.functions.getCredentials(this.connection.credential, item);
	}

	async close(): Promise<void> {
		await Promise.all([...this.accounts.values()].map(async ({ cache }) => await cache.close()));
		if (this.hints.size > 0) this.source.showHints([...this.hints]);
	}
}

function haveSameValues(
	one: ICredentialDataDecryptedObject,
	other: ICredentialDataDecryptedObject,
): boolean {
	const names = Object.keys(one);
	return (
		names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
	);
}

/** A node that is executed. */
export const executionSource = (context: IExecuteFunctions): RunSource => ({
	functions: context,
	itemCount: context.getInputData().length,
	...parameterReader(context),
	signal: () => context.getExecutionCancelSignal?.(),
	showHints(hints) {
		const shown = hints.map((message) => ({ message, location: 'outputPane' as const }));
		context.addExecutionHints?.(...shown);
	},
});

/** A parameter without an expression is the same for all items: n8n is asked for it once. */
function parameterReader(context: IExecuteFunctions): Pick<RunSource, 'parameter' | 'isFixed'> {
	// n8n copies the whole node whenever it is asked for.
	const entered: Record<string, unknown> = context.getNode().parameters;
	const fixed = new Map<string, unknown>();
	const isFixed = (name: string) => fixed.has(name) || !hasExpression(entered[name]);
	const parameter = (name: string, index: number) => {
		if (fixed.has(name)) return fixed.get(name);
		const value = context.getNodeParameter(name, index, null) as unknown;
		if (isFixed(name)) fixed.set(name, value);
		return value;
	};
	return { parameter, isFixed };
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
