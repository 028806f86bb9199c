import type { INodeParameters } from 'n8n-workflow';

/** A provider's list of users: `test/providers/<provider>/picker.ts` exports one. */
export interface UserPicker<Sandbox> {
	/** The credential's field with the address. */
	addressField: string;
	/** ID, name, and e-mail address or user name of all users, in the order of the list. */
	shown: (sandbox: Sandbox) => [id: unknown, name: unknown, more: unknown][];
	requests: {
		/** To show the first 50 of 130 users, and all of them. */
		opened: number;
		scrolled: number;
		/** Forced by the API's own paging before the last of 5,000 users is found. */
		found: number;
	};
	/** Parameters that the list depends on. */
	parameters?: (sandbox: Sandbox) => INodeParameters;
}
