import type { Faults } from './server/faults';
import type { LoggedRequest } from './server/request';

/** A provider on this machine. `people` is its live state, in the provider's own shape. */
export interface Sandbox<User, Settings = object> {
	readonly title: string;
	/** The base URL for the credential. */
	readonly url: string;
	/** The fields of the n8n credential, valid here. */
	readonly credentials: Record<string, unknown>;
	readonly wrongCredentials: Record<string, unknown>;
	readonly people: User[];
	/** All requests in the order of arrival, also those that met a fault. */
	readonly log: LoggedRequest[];
	readonly faults: Faults;
	readonly settings: Settings;
	/** Parameters that the provider ignores. A client should send none. */
	readonly warnings: string[];
	latencyMs: number;
	reset(): void;
	close(): Promise<void>;
}

export type StartOptions<Settings> = Partial<Settings> & {
	users?: number;
	latencyMs?: number;
	port?: number;
};
