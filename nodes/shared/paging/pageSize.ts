import { InputError } from '../errors';
import type { Listing } from './listing';

/** The page size to ask for, within the API's range; a hint says where it was changed. */
export function pageSize(
	{ size }: Listing,
	asked: number | undefined,
	hint: (text: string) => void,
): number {
	if (!size) return 0;
	if (asked === undefined) return size.usual;
	const clamped = Math.min(size.most, Math.max(1, Math.floor(asked)));
	if (Number.isNaN(clamped)) throw new InputError("'Page Size' must be a number.");
	if (clamped !== asked) {
		hint(`'Page Size' was set to ${clamped}: it can be 1 to ${size.most}.`);
	}
	return clamped;
}
