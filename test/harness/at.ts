/** The item there, or an error: a test without it would prove nothing. */
export function at<Item>(items: readonly Item[], index: number): Item {
	const item = items[index];
	if (item === undefined) throw new Error(`There is no item ${index}.`);
	return item;
}
