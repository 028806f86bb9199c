import { createHash } from 'node:crypto';

interface Place {
	/** The last one delivered. */
	after: string;
	index: number;
}

/** Page tokens: opaque, only those that were issued, and with the characters that need encoding. */
export class Cursors {
	private readonly places = new Map<string, Place>();

	issue(place: Place): string {
		const hash = createHash('sha256').update(`${place.after}:${place.index}`).digest('base64');
		const token = `${hash.slice(0, 20)}+/${hash.slice(20, 40)}==`;
		this.places.set(token, place);
		return token;
	}

	/** Where to go on; undefined for a token that nobody issued. */
	start(token: string, ids: readonly { id: string }[]): number | undefined {
		const place = this.places.get(token);
		if (!place) return undefined;
		if (ids[place.index]?.id === place.after) return place.index + 1;
		const moved = ids.findIndex(({ id }) => id === place.after);
		return moved < 0 ? Math.min(place.index, ids.length) : moved + 1;
	}

	reset(): void {
		this.places.clear();
	}
}
