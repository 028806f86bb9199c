/** `json` is serialised by the provider; `html` is sent as it is. */
export interface Reply {
	readonly status: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly json?: unknown;
	readonly html?: string;
}

/** Thrown anywhere inside a provider: the request ends with that reply. */
export class Refusal extends Error {
	constructor(readonly reply: Reply) {
		super(`refused with ${reply.status}`);
	}
}
