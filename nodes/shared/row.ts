/** Some letters of ASCII: by its code, whether a letter is one of them. */
export type Letters = readonly boolean[];

export const lettersLike = (look: RegExp): Letters =>
	Array.from({ length: 128 }, (_none, code) => look.test(String.fromCharCode(code)));

/**
 * Whether `length` of these letters stand in a row. Of such a row one letter lies at every `length`-th
 * place, so that most of a long text is never looked at.
 */
export function hasRow(text: string, length: number, letters: Letters): boolean {
	let last = length - 1;
	while (last < text.length) {
		let at = last;
		while (at > last - length && isOneOf(letters, text.charCodeAt(at))) at--;
		if (at === last - length) return true;
		last = at + length;
	}
	return false;
}

const isOneOf = (letters: Letters, code: number) => code < letters.length && letters[code] === true;
