import type { Column, Scene } from './column';
import { Front } from './front';

/** A column's scene with what a fault needs around it. */
export class Stage {
	/** What an error has to say besides. */
	readonly says: RegExp[] = [];
	/** Servers at which nothing may arrive. */
	readonly forbidden: Front[] = [];
	readonly credentials: Record<string, unknown>;
	front: Front | undefined;
	private readonly closers: Array<() => unknown> = [];

	private constructor(
		readonly column: Column,
		readonly scene: Scene,
	) {
		this.credentials = { ...scene.credentials };
		this.onClose(async () => await scene.sandbox.close());
	}

	static async of(column: Column): Promise<Stage> {
		return new Stage(column, await column.start());
	}

	onClose(closer: () => unknown): void {
		this.closers.push(closer);
	}

	async close(): Promise<void> {
		await Promise.all(this.closers.map(async (closer) => await closer()));
	}

	/** The same provider at another address. */
	moveTo(origin: string): void {
		const field = 'accountUrl' in this.credentials ? 'accountUrl' : 'baseUrl';
		const { pathname } = new URL(this.scene.sandbox.url);
		this.credentials[field] = `${origin}${pathname === '/' ? '' : pathname}`;
	}

	/** A server in front of the provider's, where one is to be told more than the sandbox can be. */
	async putInFront(port?: number): Promise<Front> {
		const front = this.newFront();
		this.moveTo(await front.listen(port));
		return front;
	}

	newFront(): Front {
		const front = new Front(this.scene.sandbox.url);
		this.onClose(async () => await front.close());
		this.front = front;
		return front;
	}
}
