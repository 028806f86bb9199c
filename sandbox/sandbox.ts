import type { LoggedRequest } from './exchange';
import type { Faults } from './faults';

/** A provider on this machine. `people` is its live state, in the provider's own shape. */
export interface Sandbox<User, Settings = object> {
	/** What the credential's base URL has to be. */
	readonly url: string;
	/** Exactly the fields of the n8n credential, valid here. */
	readonly credentials: Record<string, unknown>;
	readonly wrongCredentials: Record<string, unknown>;
	readonly people: User[];
	/** In the order of arrival, also of requests that met a fault. */
	readonly log: LoggedRequest[];
	readonly faults: Faults;
	readonly settings: Settings;
	/** Parameters that the provider would ignore: a client should have sent none. */
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
