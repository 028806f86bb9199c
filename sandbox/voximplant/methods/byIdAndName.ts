import type { VoximplantCode } from '../errors';
import type { Parameters } from '../parameters';

/** The records with that exact id and that part of a name. */
export function byIdAndName<Item extends object>(
	sent: Parameters,
	items: readonly Item[],
	keys: { id: keyof Item & string; name: keyof Item & string; invalid: VoximplantCode },
): Item[] {
	const id = sent.id(keys.id, keys.invalid);
	const part = sent.text(keys.name);
	return items.filter(
		(item) =>
			(id === undefined || String(item[keys.id]) === id) &&
			(part === undefined || String(item[keys.name]).includes(part)),
	);
}
