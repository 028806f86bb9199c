import { createHash } from 'node:crypto';

interface Position {
	/** The id of the last user delivered. */
	after: string;
	index: number;
}

/** Page tokens: opaque, valid only if issued here, with characters that need encoding. */
export class PageTokens {
	private readonly positions = new Map<string, Position>();

	issue(position: Position): string {
		const text = `${position.after}:${position.index}`;
		const hash = createHash('sha256').update(text).digest('base64');
		const token = `${hash.slice(0, 20)}+/${hash.slice(20, 40)}==`;
		this.positions.set(token, position);
		return token;
	}

	/** Where the next page starts; undefined for a token that was never issued. */
	start(token: string, ids: readonly { id: string }[]): number | undefined {
		const position = this.positions.get(token);
		if (!position) return undefined;
		if (ids[position.index]?.id === position.after) return position.index + 1;
		const moved = ids.findIndex(({ id }) => id === position.after);
		return moved < 0 ? Math.min(position.index, ids.length) : moved + 1;
	}

	reset(): void {
		this.positions.clear();
	}
}
