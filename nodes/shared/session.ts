import type { ICredentialDataDecryptedObject, IExecuteFunctions, INode } from 'n8n-workflow';
import type { Client } from './client';
import { clientOf, nodeOf } from './host';
import { Memo } from './memo';
import type { Provider } from './provider';

/** One run of a node: its client, what it has read, what it has to tell. */
export class Session {
	readonly memo = new Memo();

	readonly node: INode;

	readonly zone: string;

	private readonly hints = new Set<string>();

	private opened: Promise<Client> | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		readonly provider: Provider,
		/** How many input items there are. */
		readonly count: number,
	) {
		this.node = nodeOf(context);
		this.zone = context.getTimezone();
	}

	/** Whether a failing item leaves the others alone. */
	get goesOn(): boolean {
		return this.context.continueOnFail() && !this.signal?.aborted;
	}

	get signal(): AbortSignal | undefined {
		return this.context.getExecutionCancelSignal?.();
	}

	/** null where there is no such parameter. */
	parameter(name: string, index: number): unknown {
		return this.context.getNodeParameter(name, index, null);
	}

	hint(message: string): void {
		this.hints.add(message);
	}

	/** Credentials are decrypted once per run, however many requests follow. */
	async client(): Promise<Client> {
		this.opened ??= this.open();
		return await this.opened;
	}

	async close(): Promise<void> {
		await this.memo.close();
		const hints = [...this.hints].map((message) => ({ message, location: 'outputPane' as const }));
		if (hints.length > 0) this.context.addExecutionHints?.(...hints);
	}

	private async open(): Promise<Client> {
		const { credential } = this.provider;
		const data = await this.context.getCredentials<ICredentialDataDecryptedObject>(credential);
		return clientOf(this.context, this.provider, { data, signal: this.signal });
	}
}
