import type { PollSettings } from './pollSettings';
import type { RowFormat } from './row';
import type { UserTrigger } from './userTrigger';

/** @param salt what fingerprints are made with */
export function formatOf(
	{ id, identity, absent = {} }: UserTrigger,
	{ watched: chosen, fingerprints }: Pick<PollSettings, 'watched' | 'fingerprints'>,
	salt: string,
): RowFormat {
	// A user's ID never changes, whatever type it comes in.
	const watched = chosen.filter((name) => name !== id);
	const unwatched = identity.filter((name) => !watched.includes(name));
	return { id, watched, unwatched, absent, fingerprints, salt };
}
