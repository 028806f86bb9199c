import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandboxes } from '../../sandbox';
import type { Choice } from '../browser/editor';

/** How one operation is tested: with what, on which items, and what has to come of it. */
export interface OperationTest<State = Record<string, unknown>> {
	parameters(sandboxes: Sandboxes): INodeParameters;
	/** What comes in; one empty item where left out. */
	items?(sandboxes: Sandboxes): IDataObject[];
	/** One for each item that has to come out, in this order. */
	expected(sandboxes: Sandboxes, before: State): unknown[];
	/** Of an operation that writes: what it leaves other than before; all else has to stay as it was. */
	changes?(before: State): Partial<Record<keyof State, unknown>>;
}

/** How a list to choose from is tested. */
export interface ListTest {
	/** What the other fields hold. */
	parameters?: INodeParameters;
	/** Somebody or something far down the list: what is typed, and the value that is then saved. */
	last(sandboxes: Sandboxes): { typed: string; value: string };
}

/** What a first-time user of a node looks for, types and expects. */
export interface FirstWorkflow {
	/** Typed to find the node: its name, and what else it is called. */
	searches: string[];
	/** Some of what it offers, in this order. */
	actions: string[];
	/** Of the credential, in the order of the dialogue; what stays as it is is left out. */
	fields: string[];
	/** What is shown of a wrong key, all of it. */
	reason: string;
	/** What has to be chosen before a user can be. */
	before?: { parameter: string; choice: Choice };
	/** The first ones of the simplified output. */
	columns: string[];
}

/** All that the tests have to know of one provider: what its file in tests/providers exports as `tests`. */
export interface ProviderTests<State = Record<string, unknown>> {
	/** The host that its credential's address names when it is new. */
	host: string;
	/** What an operation on users asks for besides the user. */
	application?: INodeParameters;
	/** How a user is looked up by what people know of it, and what that is of each. */
	lookUp: { mode: string; values(sandboxes: Sandboxes): string[] };
	/** Raw fields of a user: the ID, and a text that a trigger watches unless told otherwise. */
	watched: { id: string; text: string };
	/** Of every user, in the order in which they are listed. */
	ids(sandboxes: Sandboxes): string[];
	/** What the provider keeps, in its own shapes. */
	state(sandboxes: Sandboxes): State;
	/** By `resource.operation`. A new operation fails the tests until it has its own. */
	operations: Record<string, OperationTest<State>>;
	/** By search method. A new list fails the tests until it has its own. */
	lists: Record<string, ListTest>;
	firstWorkflow: FirstWorkflow;
}
