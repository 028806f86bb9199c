interface Told {
	message: string;
	description?: unknown;
}

/** An error's headline and next step in one text, as a person reads them in the editor. */
export function errorWords(error: Told): string;
export function errorWords(error: Told | undefined): string | undefined;
export function errorWords(error: Told | undefined): string | undefined {
	if (error === undefined || typeof error.description !== 'string') return error?.message;
	return `${error.message} ${error.description}`;
}
