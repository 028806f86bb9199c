import { Child } from './child';
import type { Directory } from './providers';
import type { Command, Seen, Start } from './sandboxes';

/** A directory on the sandboxes' process. */
export interface Scene {
	directory: Directory;
	/** Before every answer from now on. */
	latency(ms: number): Promise<void>;
	/** What it was asked since it was last looked at; throws where something was refused or unknown. */
	seen(): Promise<Seen>;
	reset(): Promise<void>;
}

/** The process of the sandboxes, seen from the one that leads. */
export class Theatre {
	private readonly process = new Child('sandboxes.ts');

	private readonly known = new Map<string, Promise<Scene>>();

	/** The same one for the same wishes, whatever the latency. */
	async scene(start: Omit<Start, 'latencyMs'>): Promise<Scene> {
		const key = JSON.stringify(start);
		const known = this.known.get(key) ?? this.open(start);
		this.known.set(key, known);
		return await known;
	}

	async open(start: Omit<Start, 'latencyMs'>): Promise<Scene> {
		const ask = async <Answer>(command: Command) => await this.process.ask<Answer>(command);
		const asked = { start: { ...start, latencyMs: 0 } };
		const { id, directory } = await ask<{ id: number; directory: Directory }>(asked);
		return {
			directory,
			latency: async (latency) => await ask<void>({ latency, id }),
			seen: async () => checked(await ask<Seen>({ seen: id })),
			reset: async () => await ask<void>({ reset: id }),
		};
	}

	async close(): Promise<void> {
		await this.process.end();
	}
}

function checked(seen: Seen): Seen {
	const refused = Object.keys(seen.statuses).filter((status) => !status.startsWith('2'));
	if (refused.length === 0 && seen.warnings.length === 0) return seen;
	throw new Error(`The sandbox is not content: ${JSON.stringify(seen)}`);
}
