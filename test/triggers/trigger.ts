import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';

/** What the tests of triggers know of a provider; each has its own in `test/providers/<provider>/trigger.ts`. */
export interface TriggerUnderTest<Started extends Sandbox<object> = Sandbox<object>> {
	/** The field that the tests change, and that is watched by default. */
	name: string;
	/** A raw field that is not watched by default, and a value for it. */
	unwatched: [field: string, value: string | number];
	/** A filter of the node's own, and the date that it looks at. */
	added: { filter: string; field: string };
	id: string;
	/** Whether who is missing is asked for by ID, and the list is not read again. */
	isAskedById?: boolean;
	parameters?: (sandbox: Started) => INodeParameters;
	/** What is remembered of a user by default. */
	remembered: string[];
}
