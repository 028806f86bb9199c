import { text } from './json';

/** How names, e-mail addresses, roles and searches are compared: without case. */
export function fold(value: string): string {
	return value.toLowerCase();
}

/** The same for a value that a provider sent; undefined where there is no text. */
export function foldValue(value: unknown): string | undefined {
	const words = text(value);
	return words === null ? undefined : fold(words);
}
