import { InputError } from '../errors';

export const START_ANEW =
	'To start anew, rename this node: the next poll then reports nobody, and later polls report what changed since.';

/** What is remembered can't have been written by this node. */
export const damaged = (): InputError =>
	new InputError(
		'What this node remembers of the last poll is damaged, so nothing was compared.',
		START_ANEW,
	);
