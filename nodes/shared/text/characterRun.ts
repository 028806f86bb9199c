/** Some characters of ASCII: by its code, whether a character is one of them. */
export type Characters = readonly boolean[];

export const charactersLike = (pattern: RegExp): Characters =>
	Array.from({ length: 128 }, (_none, code) => pattern.test(String.fromCharCode(code)));

/**
 * Whether `length` of these characters follow each other. One of them then lies at every `length`-th
 * position, so that most of a long text is never looked at.
 */
export function hasRun(text: string, length: number, characters: Characters): boolean {
	let last = length - 1;
	while (last < text.length) {
		let at = last;
		while (at > last - length && isOneOf(characters, text.charCodeAt(at))) at--;
		if (at === last - length) return true;
		last = at + length;
	}
	return false;
}

const isOneOf = (characters: Characters, code: number) =>
	code < characters.length && characters[code] === true;
