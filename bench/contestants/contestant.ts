import type { Directory } from '../providers';

/** One reading of everybody. */
export interface Reading {
	/** How long it took: a node's own time, or a loop's. */
	ms: number;
	/** Whatever was read, in the provider's shape. */
	users: unknown[];
}

/** Made ready once per process, as in an n8n that has run for a while; then it reads. */
export type Contestant = () => Promise<(directory: Directory) => Promise<Reading>>;

export type Contestants = Record<ContestantName, Contestant>;

export const contestantNames = ['node', 'httpRequest', 'axios', 'helper', 'fetch'] as const;
export type ContestantName = (typeof contestantNames)[number];

export const contestantTitles: Record<ContestantName, string> = {
	node: 'this package',
	httpRequest: 'HTTP Request + Split Out',
	axios: 'axios loop',
	helper: "n8n's helper alone",
	fetch: 'fetch, keep-alive',
};
