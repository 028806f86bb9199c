import type { IPollFunctions } from 'n8n-workflow';
import type { RunSource } from '../execution/runContext';

/** A poll has no input items, and nowhere to show hints. */
export const pollSource = (
	functions: IPollFunctions,
	signal: AbortSignal | undefined,
): RunSource => ({
	functions,
	itemCount: 1,
	parameter: (name) => functions.getNodeParameter(name, null),
	isFixed: () => true,
	signal: () => signal,
	showHints: () => undefined,
});
