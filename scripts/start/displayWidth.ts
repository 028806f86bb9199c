const wide =
	/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const without = /\p{Mn}|\p{Me}|\p{Cf}/u;

/** How many columns of a terminal a text takes: two for 明, none for a combining accent. */
export const displayWidth = (text: string): number =>
	[...text].reduce((sum, character) => sum + widthOf(character), 0);

/** Cut, with an ellipsis, or padded to exactly this many columns. */
export function fit(text: string, width: number): string {
	const needed = displayWidth(text);
	if (needed <= width) return text + ' '.repeat(width - needed);
	let kept = '';
	let used = 1;
	for (const character of text) {
		used += widthOf(character);
		if (used > width) break;
		kept += character;
	}
	return fit(`${kept}…`, width);
}

function widthOf(character: string): number {
	if (without.test(character)) return 0;
	return wide.test(character) ? 2 : 1;
}
