import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { Item } from '../shared/execution/item';
import { executionSource, RunContext } from '../shared/execution/runContext';
import type { RunSource } from '../shared/execution/runContext';
import type { Connection } from '../shared/http/connection';
import type { Directory } from '../shared/directory/directory';
import { ownParameter } from './ownParameter';
import { groupAccounts } from './person';
import type { Account } from './person';

export type Groups = ReadonlyMap<string, readonly Account[]>;

/** One run of the node: a run of each directory, with its credential, rate and cache. */
export class PeopleRun {
	private readonly contexts = new Map<string, RunContext>();

	private readonly groups = new Map<string, Groups>();

	private readonly numbers = new WeakMap<readonly Account[], number>();

	private lists = 0;

	/** n8n copies the node whenever it is asked for. */
	readonly node: INode;

	readonly itemCount: number;

	/**
	 * @param directories all that the node knows
	 * @param more the item whose credentials all items use; each its own unless given
	 */
	constructor(
		private readonly functions: IExecuteFunctions,
		readonly directories: readonly Directory[],
		private readonly more: Pick<RunSource, 'credentialsItem'> = {},
	) {
		this.node = functions.getNode();
		this.itemCount = functions.getInputData().length;
	}

	/** An input item, as an operation of that directory sees it. */
	itemIn(directory: Directory, index: number): Item {
		return new Item(this.contextOf(directory), index);
	}

	/** With the credential type that was chosen. */
	connectionOf(directory: Directory): Connection {
		return this.contextOf(directory).connection;
	}

	/** The same accounts are grouped once, however many items ask for it. */
	group(lists: ReadonlyArray<readonly Account[]>): Groups {
		const name = lists.map((list) => this.numberOf(list)).join();
		const known = this.groups.get(name);
		if (known) return known;
		const groups = groupAccounts(lists.flat());
		this.groups.set(name, groups);
		return groups;
	}

	async close(): Promise<void> {
		await Promise.all([...this.contexts.values()].map(async (context) => await context.close()));
	}

	private contextOf({ provider }: Directory): RunContext {
		const known = this.contexts.get(provider.name);
		if (known) return known;
		const context = new RunContext(this.sourceFor(provider.name), provider.connection);
		this.contexts.set(provider.name, context);
		return context;
	}

	private sourceFor(name: string): RunSource {
		const source = executionSource(this.functions);
		const own = (parameter: string) => ownParameter(name, parameter);
		return {
			...source,
			...this.more,
			parameter: (parameter, index) => source.parameter(own(parameter), index),
			isFixed: (parameter) => source.isFixed(own(parameter)),
		};
	}

	private numberOf(list: readonly Account[]): number {
		const known = this.numbers.get(list);
		if (known !== undefined) return known;
		this.lists += 1;
		this.numbers.set(list, this.lists);
		return this.lists;
	}
}
