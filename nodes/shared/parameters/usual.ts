import { own } from '../text/json';
import { returnAllAndLimit } from './fields';
import { answerOutput } from './outputFields';

const USUAL: Record<string, unknown> = Object.fromEntries(
	[...returnAllAndLimit({}), ...answerOutput({})].map((field) => [field.name, field.default]),
);

/** The default of a field that every list has, or every record's output; undefined for others. */
export const usualValue = (name: string): unknown => own(USUAL, name);
