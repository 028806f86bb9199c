/** Replaces the items of a list and keeps the list itself. */
export function replaceItems<Item>(list: Item[], items: readonly Item[]): void {
	list.length = 0;
	for (const item of items) list.push(item);
}
