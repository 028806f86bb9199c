/** A kind of letter, looked up by its code. Every kind is of ASCII. */
export type Kind = readonly boolean[];

export const kindOf = (letter: RegExp): Kind =>
	Array.from({ length: 128 }, (_none, code) => letter.test(String.fromCharCode(code)));

/**
 * Whether `length` letters of a kind stand in a row. Of such a row one letter lies at every `length`-th
 * place, so that most of a long text is never looked at.
 */
export function hasRow(text: string, length: number, kind: Kind): boolean {
	let last = length - 1;
	while (last < text.length) {
		let at = last;
		while (at > last - length && isOf(kind, text.charCodeAt(at))) at--;
		if (at === last - length) return true;
		last = at + length;
	}
	return false;
}

const isOf = (kind: Kind, code: number) => code < kind.length && kind[code] === true;
