import type { INodeParameters } from 'n8n-workflow';
import type { LoggedRequest } from '../../sandbox';
import type { Directory } from '../directory';

/** What the benchmark needs of a running sandbox. */
export interface RunningSandbox {
	url: string;
	credentials: Record<string, unknown>;
	log: LoggedRequest[];
	warnings: string[];
	latencyMs: number;
	applicationId?: number;
	reset(): void;
}

export interface DirectoryOptions {
	users: number;
	pageSize: number;
	/** Keeps the provider's published rate. */
	rateLimit: boolean;
}

/** The requests of a hand-written loop. */
export interface Requests {
	method: 'GET' | 'POST';
	headers: Record<string, string>;
	url(page: number, cursor?: string): string;
	users(body: never): unknown[];
	/** How many pages there are, if the first one tells. */
	pages?(body: never): number;
	cursor?(body: never): string | null;
}

/** The settings of n8n's HTTP Request node, as a user enters them who has read the provider's docs. */
export interface HttpRequestSettings {
	method?: string;
	path: string;
	query: Record<string, string>;
	/** The field that holds the list. */
	field: string;
	/** The parameter that changes with each page, and the expression that ends the pagination. */
	parameter?: { name: string; value: string };
	complete?: string;
}

/** One provider in the benchmark. */
export interface BenchmarkProvider {
	/** The field with a user's ID. */
	idField: string;
	start(options: DirectoryOptions): Promise<RunningSandbox>;
	requests(directory: Directory): Requests | Promise<Requests>;
	httpRequest(directory: Directory): HttpRequestSettings;
	/** Parameters that this package's node needs besides the operation. */
	parameters?: (directory: Directory) => INodeParameters;
	/** Options that this package's node takes. */
	options?: (directory: Directory) => INodeParameters;
}
