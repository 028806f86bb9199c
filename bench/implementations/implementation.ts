import type { Directory } from '../directory';

/** One reading of a whole list. */
export interface Reading {
	/** How long it took: a node's own time, or a loop's. */
	ms: number;
	/** The users in the provider's shape. */
	users: unknown[];
}

/** Prepared once per process, as in an n8n that has run for a while; then it reads. */
export type Implementation = () => Promise<(directory: Directory) => Promise<Reading>>;

export const implementationNames = ['node', 'httpRequest', 'axios', 'helper', 'fetch'] as const;
export type ImplementationName = (typeof implementationNames)[number];

export const implementationTitles: Record<ImplementationName, string> = {
	node: 'this package',
	httpRequest: 'HTTP Request + Split Out',
	axios: 'axios loop',
	helper: "n8n's helper alone",
	fetch: 'fetch, keep-alive',
};
